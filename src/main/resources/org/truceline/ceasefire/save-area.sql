-- The inputs are those that the result was computed from: if one moves at this very moment, the area is stale at once.
INSERT INTO ceasefire.withdrawal_area
       (rule_id, claim, reading, outcome, reason, geom, measured_from, inner_m, outer_m, tolerance_m, max_error_m,
        party_id, agreement_id, equipment_class, valid_from, valid_to, inputs)
SELECT s.rule_id, s.claim, s.reading, :outcome, :reason,
       -- Parts are numbered by their order.
       (SELECT ST_Collect(p.geom ORDER BY ST_Area(p.geom::geography) DESC, ST_XMin(p.geom), ST_YMin(p.geom))
          FROM ST_Dump(ST_GeomFromWKB(:geom, 4326)) AS p),
       ST_GeomFromWKB(:measuredFrom, 4326),
       r.inner_m, r.outer_m, :tolerance, :maxError,
       r.party_id, r.agreement_id, t.equipment_class, s.valid_from, s.valid_to, :inputs::jsonb
  FROM ceasefire.withdrawal_area_state s
  JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
  JOIN ceasefire.withdrawal_rule_terms t ON t.rule_id = r.id
 WHERE s.rule_id = :rule AND s.claim = :claim
