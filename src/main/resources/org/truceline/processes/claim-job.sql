UPDATE truceline.process_job
   SET status = 'running', worker = :worker, attempts = attempts + 1, progress = 0,
       leased_until = clock_timestamp() + make_interval(secs => :leaseSeconds),
       started = coalesce(started, clock_timestamp()), updated = clock_timestamp()
 WHERE id = (SELECT id
               FROM truceline.process_job
              WHERE status = 'accepted' OR (status = 'running' AND leased_until < clock_timestamp())
              ORDER BY created
                FOR UPDATE SKIP LOCKED
              LIMIT 1)
RETURNING id, process, request
