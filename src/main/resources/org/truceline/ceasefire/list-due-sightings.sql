-- Those of one zone that wait; of the very versions that the zone was read with.
SELECT c.sighting_id, c.inputs::text AS inputs,
       ST_AsBinary(s.point) AS point, s.uncertainty_m,
       ST_X(s.observer_point) AS observer_longitude, ST_Y(s.observer_point) AS observer_latitude,
       s.bearing_deg, s.bearing_error_deg, coalesce(s.range_from_m, 0) AS range_from_m, s.range_to_m,
       ST_AsBinary(s.area) AS area,
       -- An exemption for a purpose is for those of whom the report says so.
       (SELECT jsonb_agg(jsonb_build_object(
                   'id', x.id,
                   'certain', coalesce((x.valid_from IS NULL OR s.time_start >= x.valid_from)
                                       AND (x.valid_to IS NULL OR s.time_end <= x.valid_to), false),
                   'shape', encode(ST_AsBinary(e.geom), 'hex'), 'meters', x.distance_m) ORDER BY x.id)::text
          FROM ceasefire.withdrawal_rule_exemption x
          LEFT JOIN ceasefire.site e ON e.id = x.site_id
         WHERE x.rule_id = c.rule_id
           AND (x.purpose IS NULL OR x.purpose = s.purpose)
           AND (x.equipment_class_id IS NULL OR EXISTS (
                SELECT FROM ceasefire.equipment_class_member m
                 WHERE m.class_id = x.equipment_class_id AND m.member_id = s.equipment_class_id))
           AND tstzrange(s.time_start, s.time_end, '[]') && tstzrange(x.valid_from, x.valid_to, '[]')) AS exemptions
  FROM ceasefire.compliance_claim c
  JOIN ceasefire.sighting s ON s.id = c.sighting_id
 WHERE c.rule_id = :rule AND c.claim = :claim AND c.is_due
   AND c.inputs @> jsonb_build_object('area', :area::bigint, 'terms', :terms::bigint)
 ORDER BY c.sighting_id
 LIMIT :most
