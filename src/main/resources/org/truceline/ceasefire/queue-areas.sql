-- Areas that are missing, or older than what they were computed from. A failed one waits until an input moves.
INSERT INTO ceasefire.withdrawal_area_job (rule_id, claim)
SELECT rule_id, claim
  FROM ceasefire.withdrawal_area_state
 WHERE status IN ('pending', 'stale') AND ready
ON CONFLICT DO NOTHING
