-- What of the casualties of incidents can be added up. A figure that is not known adds nothing, and is no zero; two accounts
-- of one event must not count the same people twice, and nobody's account goes before the other's: where both speak of
-- people who may be the same, neither figure is added. What each report says stays in its list of casualties.

CREATE VIEW ceasefire.casualty_told_twice AS
SELECT c.incident_id, c.effect
  FROM ceasefire.incident_casualty c
  JOIN ceasefire.incident i ON i.id = c.incident_id
  JOIN ceasefire.incident other ON other.event_group = i.event_group AND other.id <> i.id
  JOIN ceasefire.incident_casualty o ON o.incident_id = other.id AND o.effect = c.effect
 WHERE other.sensitivity = 'public' AND NOT other.is_embargoed AND other.status NOT IN ('retracted', 'duplicate_of')
   AND (o.party_id = c.party_id OR o.party_id IS NULL OR c.party_id IS NULL)
   AND (o.people = c.people OR 'unknown' IN (o.people, c.people));
COMMENT ON VIEW ceasefire.casualty_told_twice IS 'Casualties of incidents of which another public account of the same event tells too, or may tell.';
COMMENT ON COLUMN ceasefire.casualty_told_twice.incident_id IS 'The incident.';
COMMENT ON COLUMN ceasefire.casualty_told_twice.effect IS 'killed, injured, missing, detained.';

CREATE VIEW ceasefire.addable_casualties AS
SELECT i.id AS incident_id,
       (SELECT CASE WHEN bool_and(c.best IS NOT NULL) THEN sum(c.best) END
          FROM ceasefire.incident_casualty c
         WHERE c.incident_id = i.id AND c.effect = 'killed' AND is_one_account
           AND NOT EXISTS (SELECT FROM ceasefire.casualty_told_twice t WHERE t.incident_id = i.id AND t.effect = 'killed')) AS killed_best,
       (SELECT CASE WHEN bool_and(c.best IS NOT NULL) THEN sum(c.best) END
          FROM ceasefire.incident_casualty c
         WHERE c.incident_id = i.id AND c.effect = 'injured' AND is_one_account
           AND NOT EXISTS (SELECT FROM ceasefire.casualty_told_twice t WHERE t.incident_id = i.id AND t.effect = 'injured')) AS injured_best
  FROM ceasefire.incident i
 CROSS JOIN LATERAL (SELECT i.status NOT IN ('retracted', 'duplicate_of')
                        AND NOT EXISTS (SELECT FROM ceasefire.incident next
                                         WHERE next.supersedes_id = i.id AND next.sensitivity = 'public' AND NOT next.is_embargoed)
                            AS is_one_account) AS account;
COMMENT ON VIEW ceasefire.addable_casualties IS 'How many each incident adds to a sum of casualties; null where that is not known, or where people would be counted twice.';
COMMENT ON COLUMN ceasefire.addable_casualties.incident_id IS 'The incident.';
COMMENT ON COLUMN ceasefire.addable_casualties.killed_best IS 'Killed, all groups together, by best estimates.';
COMMENT ON COLUMN ceasefire.addable_casualties.injured_best IS 'Injured, likewise.';

CREATE INDEX ON ceasefire.incident (supersedes_id) WHERE supersedes_id IS NOT NULL;

CREATE OR REPLACE VIEW layer."incidents" AS
SELECT i.id, event_type, sub_event_type, violation_kind, category, summary, time_start, time_end, time_precision, local_time,
       i.place, place_name, place_as_reported, uncertainty_m, where_prec, location_method, reported_by, attributed_to, allegations,
       actor_1, actor_2, weapon_class, observation_means, observed_count, count_qualifier, casualties_as_reported,
       casualties_note, casualties, source_publisher, source_url, sources, status, duplicate_of, event_group, dataset,
       point AS geom,
       line.nearest_line,
       distance.meters[1] AS distance_to_line_min_m,
       distance.meters[2] AS distance_to_line_max_m,
       ceasefire.withdrawal_zones(point, tstzrange(time_start, time_end, '[]')) AS withdrawal_zones,
       ceasefire.patrol_zones(point, tstzrange(time_start, time_end, '[]')) AS patrol_zones,
       ceasefire.breaks_ceasefire(violation_kind, ARRAY [actor_1, actor_2], allegations, line.nearest_line,
            tstzrange(time_start, time_end, '[]')) AS ceasefire_broken,
       harm.killed_best,
       harm.injured_best
  FROM ceasefire.public_incident i
  LEFT JOIN ceasefire.incident_line_known k ON k.incident_id = i.id
  LEFT JOIN ceasefire.addable_casualties harm ON harm.incident_id = i.id
 CROSS JOIN LATERAL (SELECT CASE WHEN k.is_known THEN k.nearest_line
                                 ELSE ceasefire.nearest_line(point::geography, tstzrange(time_start, time_end, '[]')) END AS nearest_line) AS line
 CROSS JOIN LATERAL (SELECT CASE WHEN k.is_known THEN ARRAY [k.distance_min_m, k.distance_max_m]
                                 ELSE ceasefire.distances_to_line(point::geography, tstzrange(time_start, time_end, '[]'), line.nearest_line)
                            END AS meters) AS distance
 WHERE area IS NULL;

CREATE OR REPLACE VIEW layer."incident-areas" AS
SELECT i.id, event_type, sub_event_type, violation_kind, category, summary, time_start, time_end, time_precision, local_time,
       i.place, place_name, place_as_reported, uncertainty_m, where_prec, location_method, reported_by, attributed_to, allegations,
       actor_1, actor_2, weapon_class, observation_means, observed_count, count_qualifier, casualties_as_reported,
       casualties_note, casualties, source_publisher, source_url, sources, status, duplicate_of, event_group, dataset,
       area AS geom,
       line.nearest_line,
       distance.meters[1] AS distance_to_line_min_m,
       distance.meters[2] AS distance_to_line_max_m,
       ceasefire.withdrawal_zones(area, tstzrange(time_start, time_end, '[]')) AS withdrawal_zones,
       ceasefire.patrol_zones(area, tstzrange(time_start, time_end, '[]')) AS patrol_zones,
       ceasefire.breaks_ceasefire(violation_kind, ARRAY [actor_1, actor_2], allegations, line.nearest_line,
            tstzrange(time_start, time_end, '[]')) AS ceasefire_broken,
       harm.killed_best,
       harm.injured_best
  FROM ceasefire.public_incident i
  LEFT JOIN ceasefire.incident_line_known k ON k.incident_id = i.id
  LEFT JOIN ceasefire.addable_casualties harm ON harm.incident_id = i.id
 CROSS JOIN LATERAL (SELECT CASE WHEN k.is_known THEN k.nearest_line
                                 ELSE ceasefire.nearest_line(area::geography, tstzrange(time_start, time_end, '[]')) END AS nearest_line) AS line
 CROSS JOIN LATERAL (SELECT CASE WHEN k.is_known THEN ARRAY [k.distance_min_m, k.distance_max_m]
                                 ELSE ceasefire.distances_to_line(area::geography, tstzrange(time_start, time_end, '[]'), line.nearest_line)
                            END AS meters) AS distance
 WHERE area IS NOT NULL;

DO $$
DECLARE
    view_name text;
BEGIN
    FOREACH view_name IN ARRAY ARRAY ['incidents', 'incident-areas'] LOOP
        EXECUTE format('COMMENT ON COLUMN layer.%I.killed_best IS %L', view_name,
            E'Killed\nBest estimate, all groups together. Null where one of them is not known, and where the sum would count people twice: another account of the event speaks of people who may be the same, or this report was retracted, repeated or replaced. 0 means none.\n@sum');
        EXECUTE format('COMMENT ON COLUMN layer.%I.injured_best IS %L', view_name,
            E'Injured\nAs for those killed; who sought medical help is among them.\n@sum');
    END LOOP;
END $$;
