UPDATE ceasefire.withdrawal_area_job
   SET worker = NULL, started_at = NULL, leased_until = NULL
 WHERE rule_id = :rule AND claim = :claim AND worker = :worker
