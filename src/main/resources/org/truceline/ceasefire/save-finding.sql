-- The versions are those that it was computed from: if one moves at this very moment, the finding is stale at once.
INSERT INTO ceasefire.sighting_finding
       (sighting_id, rule_id, claim, standing, reason, depth_m, distance_m, probability, probability_error, exempt, exemption_id,
        centre, nearest, inputs)
SELECT s.id, :rule, :claim, :standing, :reason, :depth::float8, :distance::float8, :probability::float8, :probabilityError::float8,
       :exempt, :exemption,
       ST_SetSRID(ST_MakePoint(:centreLongitude::float8, :centreLatitude::float8), 4326),
       ST_SetSRID(ST_MakePoint(:nearestLongitude::float8, :nearestLatitude::float8), 4326),
       :inputs::jsonb
  FROM ceasefire.sighting s
 WHERE s.id = :sighting
ON CONFLICT (sighting_id, rule_id, claim) DO UPDATE
   SET standing = excluded.standing, reason = excluded.reason, depth_m = excluded.depth_m, distance_m = excluded.distance_m,
       probability = excluded.probability, probability_error = excluded.probability_error, exempt = excluded.exempt,
       exemption_id = excluded.exemption_id, centre = excluded.centre, nearest = excluded.nearest, inputs = excluded.inputs,
       computed_at = excluded.computed_at
