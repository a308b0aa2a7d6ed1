UPDATE truceline.process_job
   SET status = 'dismissed', request = NULL, worker = NULL, finished = clock_timestamp(), updated = clock_timestamp()
 WHERE id = :id AND status IN ('accepted', 'running')
RETURNING *
