-- Of rules that are gone.
DELETE FROM ceasefire.compliance_verdict v
 WHERE NOT EXISTS (SELECT FROM ceasefire.withdrawal_rule r WHERE r.id = v.rule_id)
