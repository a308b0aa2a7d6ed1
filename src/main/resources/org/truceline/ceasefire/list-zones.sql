-- A zone that is not computed yet is one that is not known: it must not look as if nothing lay inside.
SELECT s.rule_id, s.claim, coalesce(w.id, 0) AS area_id, r.terms_version,
       r.side, r.ends, r.inner_m, r.outer_m, r.comparator,
       coalesce(w.outcome, 'failed') AS outcome,
       CASE WHEN w.id IS NULL THEN 'the server has yet to do so' ELSE w.reason END AS reason,
       ST_AsBinary(w.geom) AS area,
       ST_AsBinary(w.measured_from) AS reference,
       (SELECT jsonb_agg(jsonb_build_object(
                   'site', f.id, 'shape', encode(ST_AsBinary(f.geom), 'hex'), 'meters', g.distance_m) ORDER BY f.id)::text
          FROM ceasefire.withdrawal_rule_exclusion g
          JOIN ceasefire.site f ON f.id = g.site_id
         WHERE g.rule_id = r.id) AS excluded
  FROM ceasefire.withdrawal_area_state s
  JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
  LEFT JOIN ceasefire.withdrawal_area w ON w.id = s.area_id
 WHERE s.members = '{}'
   AND :party IN ('', r.party_id)
   AND (:equipment = '' OR EXISTS (
        SELECT FROM ceasefire.withdrawal_rule_concern c WHERE c.rule_id = r.id AND c.sighted_class_id = :equipment))
   AND tstzrange(s.valid_from, s.valid_to, '[]') && tstzrange(:day::date::timestamptz, :day::date::timestamptz + interval '1 day', '[)')
 ORDER BY s.rule_id, s.claim
