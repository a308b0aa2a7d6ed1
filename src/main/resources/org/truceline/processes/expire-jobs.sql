-- What ended too long ago, and what is older than results that take up all the room by themselves.
DELETE FROM truceline.process_job
 WHERE id IN (SELECT id
                FROM (SELECT id, finished, sum(bytes) OVER (ORDER BY finished DESC, id) AS bytes_since
                        FROM truceline.process_job
                       WHERE finished IS NOT NULL) AS ended
               WHERE finished < clock_timestamp() - make_interval(secs => :keepSeconds)
                  OR bytes_since > :space)
