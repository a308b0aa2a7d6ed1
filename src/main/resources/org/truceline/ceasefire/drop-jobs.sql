-- What has become right again, or is not wanted any more. A job at work ends by itself.
DELETE FROM ceasefire.withdrawal_area_job j
 WHERE worker IS NULL
   AND NOT EXISTS (SELECT FROM ceasefire.withdrawal_area_state s
                    WHERE s.rule_id = j.rule_id AND s.claim = j.claim AND s.status IN ('pending', 'stale'))
