UPDATE truceline.process_job
   SET status = 'accepted', worker = NULL, leased_until = NULL, attempts = attempts - 1, progress = 0,
       updated = clock_timestamp()
 WHERE id = :id AND worker = :worker AND status = 'running'
