-- Zones that some sighting waits for.
SELECT DISTINCT rule_id, claim FROM ceasefire.compliance_claim WHERE is_due ORDER BY rule_id, claim
