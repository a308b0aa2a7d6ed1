-- Single claims before what is made of them; within these the sides of a rule, and the bands of a line, that share buffers.
UPDATE ceasefire.withdrawal_area_job j
   SET worker = :worker, started_at = clock_timestamp(), attempts = attempts + 1,
       leased_until = clock_timestamp() + make_interval(secs => :leaseSeconds)
  FROM (SELECT w.rule_id, w.claim
          FROM ceasefire.withdrawal_area_job w
          LEFT JOIN ceasefire.withdrawal_rule r ON r.id = w.rule_id
         WHERE w.leased_until IS NULL OR w.leased_until < clock_timestamp()
         ORDER BY w.claim LIKE 'union%' OR w.claim LIKE 'intersection%', w.claim, r.outer_m, w.rule_id
         LIMIT 1
           FOR UPDATE OF w SKIP LOCKED) AS next
 WHERE j.rule_id = next.rule_id AND j.claim = next.claim
RETURNING j.rule_id, j.claim
