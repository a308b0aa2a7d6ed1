UPDATE truceline.process_job
   SET status = 'failed', failure = :failure, place = :place, message = :message, request = NULL, worker = NULL,
       finished = clock_timestamp(), updated = clock_timestamp()
 WHERE id = :id AND worker = :worker AND status = 'running'
