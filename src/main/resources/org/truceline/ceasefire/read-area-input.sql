-- One statement, so that geometries and versions are of one moment.
SELECT s.rule_id, s.claim, s.reading, s.inputs::text AS inputs,
       r.inner_m, r.outer_m, r.ends,
       CASE
           WHEN r.side NOT IN ('own', 'other') THEN r.side
           WHEN s.territory_id IS NOT NULL THEN 'land'
           WHEN r.party_id NOT IN (l.party_a_id, l.party_b_id) OR a.left_party_id IS NULL THEN 'unknown'
           WHEN (a.left_party_id = r.party_id) = (r.side = 'own') THEN 'left'
           ELSE 'right'
       END AS cut,
       ST_AsBinary(a.geom) AS line,
       ST_AsBinary(b.geom) AS other_line,
       ST_AsBinary(e.geom) AS site,
       s.territory_id,
       ST_AsBinary(t.geom) AS land,
       -- A position on this very alignment goes before one for all of them.
       (SELECT jsonb_agg(jsonb_build_object(
                   'name', coalesce(k.from_point, k.from_m::text) || ' to ' || coalesce(k.to_point, k.to_m::text),
                   'from', jsonb_build_object('meters', k.from_m, 'point', (
                       SELECT encode(ST_AsBinary(p.point), 'hex') FROM ceasefire.border_point p
                        WHERE p.boundary_line_id = r.boundary_line_id AND p.number = k.from_point
                          AND coalesce(p.alignment_id, a.id) = a.id
                        ORDER BY p.alignment_id LIMIT 1)),
                   'to', jsonb_build_object('meters', k.to_m, 'point', (
                       SELECT encode(ST_AsBinary(p.point), 'hex') FROM ceasefire.border_point p
                        WHERE p.boundary_line_id = r.boundary_line_id AND p.number = k.to_point
                          AND coalesce(p.alignment_id, a.id) = a.id
                        ORDER BY p.alignment_id LIMIT 1))) ORDER BY k.number)::text
          FROM ceasefire.withdrawal_rule_section k
         WHERE k.rule_id = r.id) AS sections,
       (SELECT jsonb_agg(jsonb_build_object(
                   'site', f.id, 'shape', encode(ST_AsBinary(f.geom), 'hex'), 'meters', g.distance_m) ORDER BY f.id)::text
          FROM ceasefire.withdrawal_rule_exclusion g
          JOIN ceasefire.site f ON f.id = g.site_id
         WHERE g.rule_id = r.id) AS excluded,
       (SELECT jsonb_agg(jsonb_build_object(
                   'claim', w.claim, 'outcome', w.outcome, 'reason', w.reason,
                   'shape', encode(ST_AsBinary(w.geom), 'hex'), 'error', w.max_error_m) ORDER BY w.claim)::text
          FROM ceasefire.withdrawal_area w
         WHERE w.rule_id = s.rule_id AND w.claim = ANY (s.members) AND w.held_to IS NULL) AS members
  FROM ceasefire.withdrawal_area_state s
  JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
  LEFT JOIN ceasefire.boundary_line l ON l.id = r.boundary_line_id
  LEFT JOIN ceasefire.alignment a ON a.id = s.alignment_ids[1]
  LEFT JOIN ceasefire.alignment b ON b.id = s.alignment_ids[2]
  LEFT JOIN ceasefire.site e ON s.reading = 'site' AND e.id = s.claim
  LEFT JOIN ceasefire.territory t ON t.id = s.territory_id
 WHERE s.rule_id = :rule AND s.claim = :claim
