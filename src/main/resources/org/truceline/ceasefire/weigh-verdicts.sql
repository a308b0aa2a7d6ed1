-- The claims of one rule put together, for cases whose findings are all there; one server at a time. Where a number is allowed,
-- a verdict waits for all findings of the rule, since each may count.
INSERT INTO ceasefire.compliance_verdict
       (sighting_id, rule_id, sighting_version, terms_version, ground, allowed, crowd, verdict, verdict_kind, reason, count_at_once,
        depth_min_m, depth_max_m, distance_min_m, distance_max_m, probability_min, probability_max,
        nearest_longitude, nearest_latitude, claims, centre, computed_at)
WITH due AS MATERIALIZED (
    SELECT sighting_id, rule_id, allowed, sighting_version, terms_version, ground, crowd
      FROM ceasefire.compliance_state
     WHERE rule_id = :rule AND weighing <> 'weighed'
       AND (SELECT pg_try_advisory_xact_lock('ceasefire.compliance_verdict'::regclass::oid::int, hashtext(:rule)))
),
claim AS MATERIALIZED (SELECT c.* FROM ceasefire.compliance_claim c WHERE c.rule_id = :rule),
together AS (
    SELECT c.sighting_id,
           bool_and(c.verdict = 'violation') AS are_all_violations,
           bool_and(c.verdict = 'compliant') AS are_all_compliant,
           string_agg(c.claim, ', ' ORDER BY c.claim) FILTER (WHERE c.verdict = 'violation') AS violated,
           string_agg(DISTINCT c.reason, '; ') AS reason,
           max(c.count_at_once) AS count_at_once,
           min(c.depth_m) AS depth_min_m, max(c.depth_m) AS depth_max_m,
           min(c.distance_m) AS distance_min_m, max(c.distance_m) AS distance_max_m,
           min(c.probability) AS probability_min, max(c.probability) AS probability_max,
           (array_agg(ST_X(c.nearest) ORDER BY c.distance_m, c.claim))[1] AS nearest_longitude,
           (array_agg(ST_Y(c.nearest) ORDER BY c.distance_m, c.claim))[1] AS nearest_latitude,
           jsonb_agg(jsonb_build_object(
               'claim', c.claim, 'claimed_by', c.claimed_by, 'verdict', c.verdict, 'reason', c.reason,
               'depth_m', c.depth_m, 'distance_m', c.distance_m, 'probability', c.probability,
               'nearest', ARRAY [ST_X(c.nearest), ST_Y(c.nearest)]) ORDER BY c.claim) AS claims,
           (array_agg(c.centre ORDER BY c.claim))[1] AS centre,
           max(c.computed_at) AS computed_at,
           bool_or(c.is_due OR c.verdict IS NULL) AS is_incomplete
      FROM claim c
     WHERE c.sighting_id IN (SELECT sighting_id FROM due)
     GROUP BY c.sighting_id
)
SELECT d.sighting_id, d.rule_id, d.sighting_version, d.terms_version, d.ground, d.allowed, d.crowd,
       CASE
           WHEN c.sighting_id IS NULL THEN 'indeterminate'
           WHEN c.are_all_violations THEN 'violation'
           WHEN c.violated IS NOT NULL THEN 'violation under claim ' || c.violated
           WHEN c.are_all_compliant THEN 'compliant'
           ELSE 'indeterminate'
       END,
       CASE
           WHEN c.sighting_id IS NULL THEN 'indeterminate'
           WHEN c.are_all_violations THEN 'violation'
           WHEN c.violated IS NOT NULL THEN 'violation_under_claim'
           WHEN c.are_all_compliant THEN 'compliant'
           ELSE 'indeterminate'
       END,
       CASE WHEN c.sighting_id IS NULL THEN 'nothing to measure from' ELSE c.reason END,
       c.count_at_once, c.depth_min_m, c.depth_max_m, c.distance_min_m, c.distance_max_m, c.probability_min, c.probability_max,
       c.nearest_longitude, c.nearest_latitude, c.claims, c.centre, c.computed_at
  FROM due d
  LEFT JOIN together c ON c.sighting_id = d.sighting_id
 WHERE c.is_incomplete IS NOT TRUE
   AND (d.allowed = 0 OR NOT EXISTS (SELECT FROM claim WHERE is_due))
ON CONFLICT (sighting_id, rule_id) DO UPDATE
   SET sighting_version = excluded.sighting_version, terms_version = excluded.terms_version, ground = excluded.ground,
       allowed = excluded.allowed, crowd = excluded.crowd, verdict = excluded.verdict, verdict_kind = excluded.verdict_kind, reason = excluded.reason,
       count_at_once = excluded.count_at_once, depth_min_m = excluded.depth_min_m, depth_max_m = excluded.depth_max_m,
       distance_min_m = excluded.distance_min_m, distance_max_m = excluded.distance_max_m,
       probability_min = excluded.probability_min, probability_max = excluded.probability_max,
       nearest_longitude = excluded.nearest_longitude, nearest_latitude = excluded.nearest_latitude, claims = excluded.claims,
       centre = excluded.centre, computed_at = excluded.computed_at
