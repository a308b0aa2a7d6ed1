DELETE FROM ceasefire.withdrawal_area_job WHERE rule_id = :rule AND claim = :claim AND worker = :worker
