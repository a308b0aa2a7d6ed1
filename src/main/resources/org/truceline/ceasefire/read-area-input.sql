-- One statement, so that geometries and versions are of one moment.
SELECT s.rule_id, s.alignment_id, s.territory_id,
       s.rule_version, s.alignment_version, s.territory_version,
       r.distance_m,
       ST_AsBinary(a.geom) AS line,
       ST_AsBinary(t.geom) AS land
  FROM ceasefire.withdrawal_area_state s
  JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
  JOIN ceasefire.alignment a ON a.id = s.alignment_id
  LEFT JOIN ceasefire.territory t ON t.id = s.territory_id
 WHERE s.rule_id = :rule AND s.alignment_id = :alignment AND s.status IN ('pending', 'stale')
