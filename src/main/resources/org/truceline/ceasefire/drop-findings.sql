-- Of rules and claims that are gone.
DELETE FROM ceasefire.sighting_finding f
 WHERE NOT EXISTS (SELECT FROM ceasefire.withdrawal_claim c WHERE c.rule_id = f.rule_id AND c.claim = f.claim)
