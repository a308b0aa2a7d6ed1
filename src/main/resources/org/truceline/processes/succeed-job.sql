UPDATE truceline.process_job
   SET status = 'successful', progress = 100, bytes = :bytes, request = NULL, worker = NULL,
       finished = clock_timestamp(), updated = clock_timestamp()
 WHERE id = :id AND worker = :worker AND status = 'running'
