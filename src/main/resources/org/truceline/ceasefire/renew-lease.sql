UPDATE ceasefire.withdrawal_area_job
   SET leased_until = clock_timestamp() + make_interval(secs => :leaseSeconds)
 WHERE rule_id = :rule AND claim = :claim AND worker = :worker
