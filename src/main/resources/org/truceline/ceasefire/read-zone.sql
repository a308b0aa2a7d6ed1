-- A zone with all of it as of one moment.
SELECT w.rule_id, w.claim, w.id AS area_id, r.terms_version,
       r.side, r.ends, r.inner_m, r.outer_m, r.comparator,
       w.outcome, w.reason,
       ST_AsBinary(w.geom) AS area,
       ST_AsBinary(w.measured_from) AS reference,
       (SELECT jsonb_agg(jsonb_build_object(
                   'site', f.id, 'shape', encode(ST_AsBinary(f.geom), 'hex'), 'meters', g.distance_m) ORDER BY f.id)::text
          FROM ceasefire.withdrawal_rule_exclusion g
          JOIN ceasefire.site f ON f.id = g.site_id
         WHERE g.rule_id = r.id) AS excluded
  FROM ceasefire.withdrawal_area w
  JOIN ceasefire.withdrawal_rule r ON r.id = w.rule_id
 WHERE w.rule_id = :rule AND w.claim = :claim AND w.held_to IS NULL
