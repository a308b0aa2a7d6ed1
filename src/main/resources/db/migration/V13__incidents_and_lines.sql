-- What follows of an incident from lines, zones and agreements, none of which says who did what.

CREATE FUNCTION ceasefire.nearest_line(place geography, happened tstzrange) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT a.boundary_line_id
      FROM ceasefire.alignment_stretch s
      JOIN ceasefire.alignment a ON a.id = s.alignment_id
     WHERE place IS NOT NULL AND ceasefire.period_of_days(a.valid_from, a.valid_to) && happened
     ORDER BY s.geog <-> place
     LIMIT 1;
END;
COMMENT ON FUNCTION ceasefire.nearest_line(geography, tstzrange) IS 'The line between parties that is nearest, by whichever of the alignments that hold then.';

CREATE FUNCTION ceasefire.distances_to_line(place geography, happened tstzrange, line text) RETURNS double precision[]
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT ARRAY [min(of_claim.meters), max(of_claim.meters)]
      FROM (SELECT min(ST_Distance(s.geog, place)) AS meters
              FROM ceasefire.alignment a
              JOIN ceasefire.alignment_stretch s ON s.alignment_id = a.id
             WHERE a.boundary_line_id = line AND ceasefire.period_of_days(a.valid_from, a.valid_to) && happened
             GROUP BY a.id) AS of_claim
    HAVING count(*) > 0;
END;
COMMENT ON FUNCTION ceasefire.distances_to_line(geography, tstzrange, text) IS 'The least and the greatest distance in metres on the ellipsoid to a line, over the alignments that hold then.';

CREATE FUNCTION ceasefire.breaks_ceasefire(kind text, actors text[], allegations jsonb, line text, happened tstzrange) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH named AS (
        SELECT ARRAY (SELECT side FROM unnest(actors) AS side WHERE side IS NOT NULL
                      UNION SELECT said ->> 'side' FROM jsonb_array_elements(allegations) AS said WHERE said ->> 'side' IS NOT NULL) AS sides
    ),
    ceasefire AS (
        SELECT coalesce(tstzrange(g.in_force_from, g.in_force_to, '[]') && happened, true) AS may_hold,
               g.in_force_from IS NOT NULL AND tstzrange(g.in_force_from, g.in_force_to, '[]') @> happened
                   AND line IS NOT NULL AND cardinality(n.sides) > 0 AND n.sides <@ g.parties AS holds
          FROM named n,
               (SELECT a.in_force_from, a.in_force_to,
                       ARRAY (SELECT p.party_id FROM ceasefire.agreement_party p WHERE p.agreement_id = a.id) AS parties
                  FROM ceasefire.agreement a
                 WHERE a.kind = 'ceasefire' OR 'ceasefire' = ANY (a.provisions)) AS g
         WHERE (cardinality(n.sides) = 0 OR n.sides && g.parties)
           AND NOT EXISTS (SELECT FROM ceasefire.boundary_line b
                            WHERE b.id = line AND NOT ARRAY [b.party_a_id, b.party_b_id] <@ g.parties)
    )
    SELECT CASE
               WHEN kind IS NULL THEN NULL
               WHEN kind <> 'ceasefire' THEN false
               WHEN NOT coalesce(bool_or(c.may_hold), false) THEN false
               WHEN bool_or(c.holds) THEN true
           END
      FROM ceasefire c;
END;
COMMENT ON FUNCTION ceasefire.breaks_ceasefire(text, text[], jsonb, text, tstzrange) IS 'Whether an act of a kind that breaks a ceasefire, by sides that somebody names, fell into the time of one that both parties of the line nearby had agreed. False where it is of another kind, or where no ceasefire that is known here held; null where that can''t be told.';

CREATE FUNCTION ceasefire.withdrawal_zones(place geometry, happened tstzrange) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT array_agg(w.rule_id || '~' || w.claim ORDER BY w.rule_id, w.claim)
      FROM ceasefire.withdrawal_area w
     WHERE w.held_to IS NULL AND ST_Intersects(w.geom, place) AND tstzrange(w.valid_from, w.valid_to, '[]') && happened;
END;
COMMENT ON FUNCTION ceasefire.withdrawal_zones(geometry, tstzrange) IS 'Ids of the withdrawal areas that held then and hold the place, or some of it; null when none does.';

CREATE FUNCTION ceasefire.patrol_zones(place geometry, happened tstzrange) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT array_agg(z.id ORDER BY z.id)
      FROM ceasefire.patrol_zone z
     WHERE ST_Intersects(z.geom, place) AND tstzrange(z.valid_from, z.valid_to, '[]') && happened;
END;
COMMENT ON FUNCTION ceasefire.patrol_zones(geometry, tstzrange) IS 'Ids of the patrol zones that held then and hold the place, or some of it; null when none does.';

CREATE OR REPLACE VIEW layer."incidents" AS
SELECT id, event_type, sub_event_type, violation_kind, category, summary, time_start, time_end, time_precision, local_time,
       place, place_name, place_as_reported, uncertainty_m, where_prec, location_method, reported_by, attributed_to, allegations,
       actor_1, actor_2, weapon_class, observation_means, observed_count, count_qualifier, casualties_as_reported,
       casualties_note, casualties, source_publisher, source_url, sources, status, duplicate_of, event_group, dataset,
       point AS geom,
       ceasefire.nearest_line(point::geography, tstzrange(time_start, time_end, '[]')) AS nearest_line,
       (ceasefire.distances_to_line(point::geography, tstzrange(time_start, time_end, '[]'),
            ceasefire.nearest_line(point::geography, tstzrange(time_start, time_end, '[]'))))[1] AS distance_to_line_min_m,
       (ceasefire.distances_to_line(point::geography, tstzrange(time_start, time_end, '[]'),
            ceasefire.nearest_line(point::geography, tstzrange(time_start, time_end, '[]'))))[2] AS distance_to_line_max_m,
       ceasefire.withdrawal_zones(point, tstzrange(time_start, time_end, '[]')) AS withdrawal_zones,
       ceasefire.patrol_zones(point, tstzrange(time_start, time_end, '[]')) AS patrol_zones,
       ceasefire.breaks_ceasefire(violation_kind, ARRAY [actor_1, actor_2], allegations,
            ceasefire.nearest_line(point::geography, tstzrange(time_start, time_end, '[]')), tstzrange(time_start, time_end, '[]')) AS ceasefire_broken
  FROM ceasefire.public_incident
 WHERE area IS NULL;

CREATE OR REPLACE VIEW layer."incident-areas" AS
SELECT id, event_type, sub_event_type, violation_kind, category, summary, time_start, time_end, time_precision, local_time,
       place, place_name, place_as_reported, uncertainty_m, where_prec, location_method, reported_by, attributed_to, allegations,
       actor_1, actor_2, weapon_class, observation_means, observed_count, count_qualifier, casualties_as_reported,
       casualties_note, casualties, source_publisher, source_url, sources, status, duplicate_of, event_group, dataset,
       area AS geom,
       ceasefire.nearest_line(area::geography, tstzrange(time_start, time_end, '[]')) AS nearest_line,
       (ceasefire.distances_to_line(area::geography, tstzrange(time_start, time_end, '[]'),
            ceasefire.nearest_line(area::geography, tstzrange(time_start, time_end, '[]'))))[1] AS distance_to_line_min_m,
       (ceasefire.distances_to_line(area::geography, tstzrange(time_start, time_end, '[]'),
            ceasefire.nearest_line(area::geography, tstzrange(time_start, time_end, '[]'))))[2] AS distance_to_line_max_m,
       ceasefire.withdrawal_zones(area, tstzrange(time_start, time_end, '[]')) AS withdrawal_zones,
       ceasefire.patrol_zones(area, tstzrange(time_start, time_end, '[]')) AS patrol_zones,
       ceasefire.breaks_ceasefire(violation_kind, ARRAY [actor_1, actor_2], allegations,
            ceasefire.nearest_line(area::geography, tstzrange(time_start, time_end, '[]')), tstzrange(time_start, time_end, '[]')) AS ceasefire_broken
  FROM ceasefire.public_incident
 WHERE area IS NOT NULL;

DO $$
DECLARE
    note record;
    relation regclass;
BEGIN
    FOR note IN SELECT * FROM (VALUES
        ('nearest_line', E'Nearest line\nBetween two parties, by whichever claim on where it runs.'),
        ('distance_to_line_min_m', E'Least distance to the line (m)\nTo the nearest line, by the claim that has it nearest; from the reported place, however uncertain. On the ellipsoid; null where no place is known.'),
        ('distance_to_line_max_m', E'Greatest distance to the line (m)\nTo the same line, by the claim that has it farthest.'),
        ('withdrawal_zones', E'Withdrawal areas\nThose that held then and hold the reported place, by their ids in the layer withdrawal-areas; each names its claim. Null when none does.'),
        ('patrol_zones', E'Patrol zones\nThose that held then and hold the reported place, by their ids in the layer patrol-zones. Null when none does.'),
        ('ceasefire_broken', E'Ceasefire broken\nWhether what is reported, if it is so, broke a ceasefire in force then between the parties of the nearest line, whoever began. False where it is of another kind or none known here was in force; null where that can''t be told, as where no side or no place is named.')
        ) AS notes(column_name, words)
    LOOP
        FOREACH relation IN ARRAY ARRAY ['layer."incidents"', 'layer."incident-areas"']::regclass[] LOOP
            EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', relation, note.column_name, note.words);
        END LOOP;
    END LOOP;
END $$;
