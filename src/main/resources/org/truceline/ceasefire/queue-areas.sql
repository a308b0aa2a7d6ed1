-- Areas that are missing, or older than what they were computed from. A failed one waits until an input moves.
INSERT INTO ceasefire.withdrawal_area_job (rule_id, alignment_id)
SELECT rule_id, alignment_id
  FROM ceasefire.withdrawal_area_state
 WHERE status IN ('pending', 'stale')
ON CONFLICT DO NOTHING
