-- The order brings the two sides of a rule together: they share a buffer.
SELECT j.rule_id, j.alignment_id
  FROM ceasefire.withdrawal_area_job j
  JOIN ceasefire.withdrawal_rule r ON r.id = j.rule_id
 ORDER BY j.alignment_id, r.distance_m, j.rule_id
 LIMIT 1
   FOR UPDATE OF j SKIP LOCKED
