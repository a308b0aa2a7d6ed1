-- Areas of a rule that is measured from another line by now.
DELETE FROM ceasefire.withdrawal_area w
 WHERE NOT EXISTS (SELECT FROM ceasefire.withdrawal_area_state s
                    WHERE s.rule_id = w.rule_id AND s.alignment_id = w.alignment_id)
