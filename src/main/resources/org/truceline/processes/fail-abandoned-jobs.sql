UPDATE truceline.process_job
   SET status = 'failed', failure = 'BROKEN', request = NULL, worker = NULL,
       message = 'The server stopped while it computed this, and again when it had begun anew.',
       finished = clock_timestamp(), updated = clock_timestamp()
 WHERE status = 'running' AND leased_until < clock_timestamp() AND attempts >= :mostAttempts
