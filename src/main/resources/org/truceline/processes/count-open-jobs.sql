SELECT count(*) AS all, count(*) FILTER (WHERE requester = truceline.requester_digest(:requester)) AS theirs,
       -- As they are stored: nothing is unpacked for it.
       coalesce(sum(pg_column_size(request)), 0) AS bytes
  FROM truceline.process_job
 WHERE status IN ('accepted', 'running')
