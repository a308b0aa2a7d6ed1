-- Some of the incidents whose nearest line is not known; one server at a time.
INSERT INTO ceasefire.incident_line (incident_id, place, happened, alignments, nearest_line, distance_min_m, distance_max_m)
WITH next AS MATERIALIZED (
    SELECT k.incident_id, k.place, k.happened, k.alignments
      FROM ceasefire.incident_line_known k
      JOIN ceasefire.incident i ON i.id = k.incident_id
     WHERE k.is_known IS NOT TRUE
       AND (SELECT pg_try_advisory_xact_lock('ceasefire.incident_line'::regclass::oid::int, 0))
     LIMIT :most
       -- What is being deleted needs none; what isn't stays until its line is written.
       FOR KEY SHARE OF i SKIP LOCKED
)
SELECT n.incident_id, n.place, n.happened, n.alignments, line.nearest_line, distance.meters[1], distance.meters[2]
  FROM next n
 CROSS JOIN LATERAL (SELECT ceasefire.nearest_line(n.place::geography, n.happened) AS nearest_line) AS line
 CROSS JOIN LATERAL (SELECT ceasefire.distances_to_line(n.place::geography, n.happened, line.nearest_line) AS meters) AS distance
ON CONFLICT (incident_id) DO UPDATE
   SET place = excluded.place, happened = excluded.happened, alignments = excluded.alignments, nearest_line = excluded.nearest_line,
       distance_min_m = excluded.distance_min_m, distance_max_m = excluded.distance_max_m
