-- Whose lease ran out may find the job gone, or with somebody else.
SELECT 1 FROM ceasefire.withdrawal_area_job WHERE rule_id = :rule AND claim = :claim AND worker = :worker FOR UPDATE
