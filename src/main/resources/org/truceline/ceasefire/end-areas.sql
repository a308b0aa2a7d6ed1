-- Areas that there should be no more, as of a rule that is gone or measured from elsewhere.
UPDATE ceasefire.withdrawal_area w
   SET held_to = greatest(held_from, now())
 WHERE held_to IS NULL
   AND NOT EXISTS (SELECT FROM ceasefire.withdrawal_area_state s WHERE s.rule_id = w.rule_id AND s.claim = w.claim)
