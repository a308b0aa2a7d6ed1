SELECT count(*) AS all, count(*) FILTER (WHERE requester = truceline.requester_digest(:requester)) AS theirs
  FROM truceline.process_job
 WHERE status IN ('accepted', 'running')
