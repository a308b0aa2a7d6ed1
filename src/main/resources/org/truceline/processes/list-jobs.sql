-- The jobs of one requester, latest first, after the one that the last page ended with.
SELECT job.*
  FROM truceline.process_job AS job
 WHERE job.requester = truceline.requester_digest(:requester)
   AND (cardinality(:processes::text[]) = 0 OR job.process = ANY (:processes::text[]))
   AND (cardinality(:statuses::text[]) = 0 OR job.status = ANY (:statuses::text[]))
   AND job.created BETWEEN :from::timestamptz AND :to::timestamptz
   -- A duration that was not asked for is negative; a job that has none yet is left out where one is.
   AND (:least < 0 OR extract(epoch FROM coalesce(job.finished, clock_timestamp()) - job.started) >= :least)
   AND (:most < 0 OR extract(epoch FROM coalesce(job.finished, clock_timestamp()) - job.started) <= :most)
   AND (:after = ''
        OR (job.created, job.id)
           < (SELECT last.created, last.id FROM truceline.process_job AS last WHERE last.id::text = :after))
 ORDER BY job.created DESC, job.id DESC
 LIMIT :limit
