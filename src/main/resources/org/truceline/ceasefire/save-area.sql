INSERT INTO ceasefire.withdrawal_area
       (rule_id, alignment_id, territory_id, rule_version, alignment_version, territory_version, distance_m,
        geom, tolerance_m, max_error_m, failure)
VALUES (:rule, :alignment, :territory, :ruleVersion, :alignmentVersion, :territoryVersion, :distance,
        ST_GeomFromWKB(:geom, 4326), :tolerance, :maxError, :failure)
ON CONFLICT (rule_id, alignment_id) DO UPDATE SET
       territory_id = excluded.territory_id, rule_version = excluded.rule_version,
       alignment_version = excluded.alignment_version, territory_version = excluded.territory_version,
       distance_m = excluded.distance_m, geom = excluded.geom, tolerance_m = excluded.tolerance_m,
       max_error_m = excluded.max_error_m, failure = excluded.failure, computed_at = now()
