-- Of sightings that a rule says nothing to any more.
DELETE FROM ceasefire.sighting_finding f
 WHERE NOT EXISTS (SELECT FROM ceasefire.compliance_claim c
                    WHERE c.sighting_id = f.sighting_id AND c.rule_id = f.rule_id AND c.claim = f.claim)
