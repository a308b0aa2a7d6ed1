SELECT DISTINCT rule_id FROM ceasefire.compliance_state WHERE weighing <> 'weighed' ORDER BY rule_id
