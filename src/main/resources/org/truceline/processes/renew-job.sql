UPDATE truceline.process_job
   SET leased_until = clock_timestamp() + make_interval(secs => :leaseSeconds),
       updated = CASE WHEN progress = :progress THEN updated ELSE clock_timestamp() END,
       progress = :progress
 WHERE id = :id AND worker = :worker AND status = 'running'
