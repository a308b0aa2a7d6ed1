-- Verdicts, and the lines that incidents are near, are kept, so that a layer of ten thousand sightings or a hundred thousand
-- incidents is filtered and sorted without weighing each again. What is kept has the versions that it was made of with it.

-- An earlier release could not compute these.
DELETE FROM ceasefire.withdrawal_area WHERE held_to IS NULL AND outcome = 'failed';


-- What verdicts depend on, and moved no version of the rule so far -------------------------------------------------------

DROP TRIGGER version_2_terms_changed ON ceasefire.withdrawal_rule;
CREATE TRIGGER version_2_terms_changed BEFORE UPDATE ON ceasefire.withdrawal_rule
    FOR EACH ROW WHEN ((OLD.version, OLD.agreement_id, OLD.comparator, OLD.valid_from, OLD.valid_to, OLD.section)
                           IS DISTINCT FROM (NEW.version, NEW.agreement_id, NEW.comparator, NEW.valid_from, NEW.valid_to, NEW.section))
    EXECUTE FUNCTION ceasefire.stamp_terms_version();

CREATE FUNCTION ceasefire.touch_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ceasefire.withdrawal_rule SET terms_version = nextval('ceasefire.input_version');
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ceasefire.touch_rules() IS 'Trigger: moves the versions of the terms of all rules.';
CREATE TRIGGER rules_touched AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ceasefire.equipment_class_part
    FOR EACH STATEMENT EXECUTE FUNCTION ceasefire.touch_rules();

CREATE FUNCTION ceasefire.touch_exempting_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ceasefire.withdrawal_rule
       SET terms_version = nextval('ceasefire.input_version')
     WHERE id IN (SELECT rule_id FROM ceasefire.withdrawal_rule_exemption WHERE site_id = NEW.id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ceasefire.touch_exempting_rules() IS 'Trigger: moves the terms of the rules that have an exemption at a site that was moved.';
CREATE TRIGGER rules_touched AFTER UPDATE ON ceasefire.site
    FOR EACH ROW WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION ceasefire.touch_exempting_rules();


-- Findings ----------------------------------------------------------------------------------------------------------------

CREATE TABLE ceasefire.finding_lease (
    rule_id      text NOT NULL,
    claim        text NOT NULL,
    worker       uuid NOT NULL,
    leased_until timestamptz NOT NULL,
    PRIMARY KEY (rule_id, claim)
);
COMMENT ON TABLE ceasefire.finding_lease IS 'A zone that a server holds sightings against. Others pass it over until it is done or, as after a crash, the lease has run out.';
COMMENT ON COLUMN ceasefire.finding_lease.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.finding_lease.claim IS 'The claim; see withdrawal_claim.';
COMMENT ON COLUMN ceasefire.finding_lease.worker IS 'Who holds the lease.';
COMMENT ON COLUMN ceasefire.finding_lease.leased_until IS 'When it runs out.';


CREATE OR REPLACE VIEW ceasefire.compliance_claim AS
-- Once, and not for each sighting.
WITH area AS MATERIALIZED (
    SELECT s.rule_id, s.claim, s.reading, n.name AS claimed_by, n.dataset_id, s.area_id, s.status, s.valid_from, s.valid_to
      FROM ceasefire.withdrawal_area_state s
      JOIN ceasefire.claim_name n ON n.rule_id = s.rule_id AND n.claim = s.claim
     WHERE s.members = '{}'
),
stated AS (
    SELECT c.*, a.claim, a.reading, a.claimed_by, a.dataset_id, a.area_id,
           a.status AS area_status,
           -- Null where a bound is: the report allows more than the period.
           coalesce((a.valid_from IS NULL OR c.time_start >= a.valid_from) AND (a.valid_to IS NULL OR c.time_end <= a.valid_to), false) AS is_time_certain,
           jsonb_build_object('sighting', c.sighting_version, 'terms', c.terms_version, 'area', a.area_id) AS inputs,
           f.inputs AS found_inputs,
           a.area_id IS NOT NULL AND f.inputs IS DISTINCT FROM
               jsonb_build_object('sighting', c.sighting_version, 'terms', c.terms_version, 'area', a.area_id) AS is_due,
           f.standing, f.reason, f.depth_m, f.distance_m, f.probability, f.probability_error, f.exempt, f.exemption_id, f.centre,
           f.nearest, f.computed_at
      FROM ceasefire.compliance_case c
      JOIN area a ON a.rule_id = c.rule_id AND tstzrange(c.time_start, c.time_end, '[]') && tstzrange(a.valid_from, a.valid_to, '[]')
      LEFT JOIN ceasefire.sighting_finding f ON f.sighting_id = c.sighting_id AND f.rule_id = c.rule_id AND f.claim = a.claim
),
-- All that is reported to be inside at one time: the same may be among them twice. Once, and by times.
crowd AS MATERIALIZED (
    SELECT o.rule_id, g.claim, o.equipment_class_id, tstzrange(o.time_start, o.time_end, '[]') AS happened, sum(o.count_low) AS count_low
      FROM ceasefire.compliance_case o
      JOIN ceasefire.sighting_finding g ON g.sighting_id = o.sighting_id AND g.rule_id = o.rule_id
     WHERE o.allowed > 0 AND g.standing = 'inside' AND g.exempt = 'no'
     GROUP BY 1, 2, 3, 4
),
counted AS (
    SELECT s.*,
           CASE
               WHEN found_inputs IS NULL THEN 'pending'
               WHEN found_inputs IS DISTINCT FROM inputs OR area_status IN ('pending', 'stale') THEN 'stale'
               ELSE 'current'
           END AS status,
           CASE WHEN allowed > 0 AND standing = 'inside' THEN
               (SELECT sum(o.count_low)
                  FROM crowd o
                 WHERE o.happened && tstzrange(s.time_start, s.time_end, '[]')
                   AND o.rule_id = s.rule_id AND o.claim = s.claim AND o.equipment_class_id = s.equipment_class_id)
           END AS count_at_once
      FROM stated s
)
SELECT c.sighting_id, c.rule_id, c.claim, c.reading, c.claimed_by, c.dataset_id, c.equipment_class_id, c.allowed, c.observed_count, c.count_at_once,
       c.area_id, c.inputs, c.status, c.is_due,
       c.standing, c.depth_m, c.distance_m, c.probability, c.probability_error, c.exempt, c.exemption_id, c.centre, c.nearest, c.computed_at,
       v.verdict,
       CASE v.verdict
           WHEN 'compliant' THEN
               CASE WHEN c.standing = 'outside' THEN NULL
                    WHEN c.exempt = 'yes' THEN 'exempt'
                    ELSE 'no more than are allowed' END
           WHEN 'indeterminate' THEN concat_ws('; ',
               c.reason,
               CASE WHEN NOT c.is_side_certain THEN 'whose it was is not known' END,
               CASE WHEN NOT c.is_class_certain THEN 'what was seen may be of another class' END,
               CASE WHEN NOT c.is_time_certain THEN 'the report allows a time at which the rule did not hold' END,
               CASE WHEN NOT c.is_extent_certain THEN 'the rule was agreed for a part of the line that is not drawn' END,
               CASE WHEN c.exempt = 'perhaps' THEN 'it may be exempt' END,
               CASE WHEN c.count_low <= c.allowed AND (c.count_high IS NULL OR c.count_high > c.allowed) THEN 'how many there were is not known well enough' END,
               CASE WHEN c.count_high <= c.allowed AND c.count_at_once > c.allowed
                    THEN 'several sightings together are more than are allowed, if none was counted twice' END)
       END AS reason
  FROM counted c
 CROSS JOIN LATERAL (SELECT CASE
           WHEN c.standing IS NULL THEN NULL
           WHEN c.standing = 'outside' OR c.exempt = 'yes' THEN 'compliant'
           WHEN c.count_high <= c.allowed AND coalesce(c.count_at_once, 0) <= c.allowed THEN 'compliant'
           WHEN c.standing = 'inside' AND c.is_side_certain AND c.is_class_certain AND c.is_time_certain AND c.is_extent_certain
                AND c.exempt = 'no' AND c.count_low > c.allowed THEN 'violation'
           ELSE 'indeterminate'
       END AS verdict) v;


-- Verdicts ----------------------------------------------------------------------------------------------------------------

CREATE TABLE ceasefire.compliance_verdict (
    sighting_id       text NOT NULL REFERENCES ceasefire.sighting ON DELETE CASCADE ON UPDATE CASCADE,
    rule_id           text NOT NULL,
    sighting_version  bigint NOT NULL,
    terms_version     bigint NOT NULL,
    ground            text NOT NULL,
    allowed           integer NOT NULL,
    crowd             text,
    verdict           text NOT NULL,
    verdict_kind      text NOT NULL CHECK (verdict_kind IN ('violation', 'violation_under_claim', 'compliant', 'indeterminate')),
    reason            text,
    count_at_once     numeric,
    depth_min_m       double precision,
    depth_max_m       double precision,
    distance_min_m    double precision,
    distance_max_m    double precision,
    probability_min   double precision,
    probability_max   double precision,
    nearest_longitude double precision,
    nearest_latitude  double precision,
    claims            jsonb,
    centre            geometry(Point, 4326) CHECK (ceasefire.is_on_earth(centre)),
    computed_at       timestamptz,
    PRIMARY KEY (sighting_id, rule_id)
);
COMMENT ON TABLE ceasefire.compliance_verdict IS 'Computed: what a rule says to a sighting, all claims put together, with the versions of what it was weighed from.';
COMMENT ON COLUMN ceasefire.compliance_verdict.sighting_id IS 'The sighting.';
COMMENT ON COLUMN ceasefire.compliance_verdict.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.compliance_verdict.sighting_version IS 'Version of the sighting.';
COMMENT ON COLUMN ceasefire.compliance_verdict.terms_version IS 'Version of the rule''s terms.';
COMMENT ON COLUMN ceasefire.compliance_verdict.ground IS 'See compliance_ground.';
COMMENT ON COLUMN ceasefire.compliance_verdict.allowed IS 'How many of the rule''s class may be inside.';
COMMENT ON COLUMN ceasefire.compliance_verdict.crowd IS 'Where a number is allowed: which sightings there were; see compliance_state.';
COMMENT ON COLUMN ceasefire.compliance_verdict.verdict IS 'violation, compliant, indeterminate, violation under claim X.';
COMMENT ON COLUMN ceasefire.compliance_verdict.verdict_kind IS 'The verdict without the claims.';
COMMENT ON COLUMN ceasefire.compliance_verdict.reason IS 'Why it is indeterminate, or compliant though it may be inside.';
COMMENT ON COLUMN ceasefire.compliance_verdict.count_at_once IS 'Where a number is allowed: how many, at the least, are reported to be inside at one time.';
COMMENT ON COLUMN ceasefire.compliance_verdict.depth_min_m IS 'How far inside, in metres, by the claim that has it least deep; negative outside.';
COMMENT ON COLUMN ceasefire.compliance_verdict.depth_max_m IS 'The same by the claim that has it deepest.';
COMMENT ON COLUMN ceasefire.compliance_verdict.distance_min_m IS 'To what the rule is measured from, in metres, by the claim that has it nearest.';
COMMENT ON COLUMN ceasefire.compliance_verdict.distance_max_m IS 'The same by the claim that has it farthest.';
COMMENT ON COLUMN ceasefire.compliance_verdict.probability_min IS 'Of being inside, by the claim that makes it least.';
COMMENT ON COLUMN ceasefire.compliance_verdict.probability_max IS 'The same by the claim that makes it greatest.';
COMMENT ON COLUMN ceasefire.compliance_verdict.nearest_longitude IS 'Of the nearest point, degrees.';
COMMENT ON COLUMN ceasefire.compliance_verdict.nearest_latitude IS 'Of the nearest point, degrees.';
COMMENT ON COLUMN ceasefire.compliance_verdict.claims IS 'What each claim makes of it.';
COMMENT ON COLUMN ceasefire.compliance_verdict.centre IS 'The middle of the position.';
COMMENT ON COLUMN ceasefire.compliance_verdict.computed_at IS 'When the last of its findings was computed; null where there was nothing to measure from.';

-- Epochs, since a timestamp's text depends on the session.
CREATE VIEW ceasefire.compliance_ground AS
SELECT r.id AS rule_id,
       coalesce(md5(string_agg(jsonb_build_array(s.claim, s.area_id, extract(epoch FROM s.valid_from), extract(epoch FROM s.valid_to), n.name,
                                                 n.dataset_id)::text, ',' ORDER BY s.claim)), 'none') AS ground,
       coalesce(bool_or(s.status IN ('pending', 'stale')), false) AS is_moving
  FROM ceasefire.withdrawal_rule r
  LEFT JOIN (ceasefire.withdrawal_area_state s JOIN ceasefire.claim_name n ON n.rule_id = s.rule_id AND n.claim = s.claim)
         ON s.rule_id = r.id AND s.members = '{}'
 GROUP BY r.id;
COMMENT ON VIEW ceasefire.compliance_ground IS 'For each rule, what its verdicts stand on: the claims and their areas.';
COMMENT ON COLUMN ceasefire.compliance_ground.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.compliance_ground.ground IS 'A digest of claims, areas, periods and names: another one when any of these is.';
COMMENT ON COLUMN ceasefire.compliance_ground.is_moving IS 'Whether an area is being computed.';

-- In two parts: what is kept of the sightings and rules as they are, which is nearly all, and the cases of which that is not so.
-- Versions only grow. Compared by their order, the planner doesn't take it for a rare thing that they are equal.
CREATE VIEW ceasefire.compliance_state AS
WITH ground AS MATERIALIZED (SELECT rule_id, ground, is_moving FROM ceasefire.compliance_ground),
crowd AS MATERIALIZED (SELECT count(*) || ' to ' || max(version) AS crowd FROM ceasefire.sighting)
SELECT v.sighting_id, v.rule_id, v.allowed, v.sighting_version, v.terms_version, g.ground, g.is_moving, c.crowd,
       CASE WHEN v.ground <> g.ground OR v.allowed > 0 AND v.crowd <> c.crowd THEN 'due' ELSE 'weighed' END AS weighing,
       v.verdict, v.verdict_kind, v.reason, v.count_at_once, v.depth_min_m, v.depth_max_m, v.distance_min_m, v.distance_max_m,
       v.probability_min, v.probability_max, v.nearest_longitude, v.nearest_latitude, v.claims, v.centre, v.computed_at
  FROM ceasefire.compliance_verdict v
  JOIN ceasefire.sighting s ON s.id = v.sighting_id AND s.version <= v.sighting_version
  JOIN ceasefire.withdrawal_rule r ON r.id = v.rule_id AND r.terms_version <= v.terms_version
  JOIN ground g ON g.rule_id = v.rule_id
 CROSS JOIN crowd c
UNION ALL
SELECT k.sighting_id, k.rule_id, k.allowed, k.sighting_version, k.terms_version, g.ground, g.is_moving, c.crowd,
       CASE WHEN v.sighting_id IS NULL THEN 'pending' ELSE 'due' END,
       v.verdict, v.verdict_kind, v.reason, v.count_at_once, v.depth_min_m, v.depth_max_m, v.distance_min_m, v.distance_max_m,
       v.probability_min, v.probability_max, v.nearest_longitude, v.nearest_latitude, v.claims, v.centre, v.computed_at
  FROM ceasefire.compliance_case k
  JOIN ground g ON g.rule_id = k.rule_id
 CROSS JOIN crowd c
  LEFT JOIN ceasefire.compliance_verdict v ON v.sighting_id = k.sighting_id AND v.rule_id = k.rule_id
 WHERE (k.sighting_version <= v.sighting_version AND k.terms_version <= v.terms_version) IS NOT TRUE;
COMMENT ON VIEW ceasefire.compliance_state IS 'Each case with its verdict, and whether that is to be weighed again. The worker that weighs and the layer read the same.';
DO $$
DECLARE
    note record;
BEGIN
    FOR note IN SELECT * FROM (VALUES
        ('sighting_id', 'The sighting.'),
        ('rule_id', 'The rule.'),
        ('allowed', 'How many of the rule''s class may be inside.'),
        ('sighting_version', 'Version now of the sighting.'),
        ('terms_version', 'Version now of the rule''s terms.'),
        ('ground', 'See compliance_ground.'),
        ('is_moving', 'Whether an area of the rule is being computed.'),
        ('crowd', 'How many sightings there are, and the last version; no change leaves both as they were. Where a number is allowed, verdicts depend on what all sightings report.'),
        ('weighing', 'pending (never weighed), due (what it was weighed from has moved), weighed.')) AS notes(column_name, words)
    LOOP
        EXECUTE format('COMMENT ON COLUMN ceasefire.compliance_state.%I IS %L', note.column_name, note.words);
    END LOOP;
    FOR note IN SELECT attname AS column_name, col_description(attrelid, attnum) AS words
                  FROM pg_attribute
                 WHERE attrelid = 'ceasefire.compliance_verdict'::regclass AND attnum > 0
                   AND attname NOT IN ('sighting_id', 'rule_id', 'allowed', 'sighting_version', 'terms_version', 'ground', 'crowd')
    LOOP
        EXECUTE format('COMMENT ON COLUMN ceasefire.compliance_state.%I IS %L', note.column_name, note.words);
    END LOOP;
END $$;

CREATE OR REPLACE VIEW layer."compliance" AS
SELECT k.sighting_id || '~' || k.rule_id AS id,
       CASE WHEN k.weighing = 'pending' THEN 'pending' WHEN k.weighing = 'due' OR k.is_moving THEN 'stale' ELSE 'current' END AS status,
       k.verdict,
       k.verdict_kind,
       k.reason,
       k.sighting_id AS sighting,
       s.summary,
       s.reported_by,
       s.source_publisher,
       s.source_url,
       s.side,
       s.equipment_class,
       s.equipment,
       s.observed_count,
       s.count_qualifier,
       k.allowed,
       k.count_at_once,
       s.purpose,
       s.position_kind,
       s.uncertainty_m,
       s.place_name,
       s.time_start,
       s.time_end,
       s.local_time,
       k.rule_id AS rule,
       r.party_id AS party,
       t.equipment AS rule_equipment,
       r.comparator,
       r.distance_from_m,
       r.distance_m,
       r.basis,
       r.section,
       r.reference,
       r.agreement_id AS agreement,
       g.name AS agreement_name,
       k.depth_min_m,
       k.depth_max_m,
       k.distance_min_m,
       k.distance_max_m,
       k.probability_min,
       k.probability_max,
       k.nearest_longitude,
       k.nearest_latitude,
       k.claims,
       k.computed_at,
       coalesce(s.point, k.centre, ST_PointOnSurface(s.outline))::geometry(Point, 4326) AS geom
  FROM ceasefire.compliance_state k
  JOIN ceasefire.public_sighting s ON s.id = k.sighting_id
  JOIN ceasefire.withdrawal_rule r ON r.id = k.rule_id
  JOIN ceasefire.withdrawal_rule_terms t ON t.rule_id = r.id
  JOIN ceasefire.agreement g ON g.id = r.agreement_id;
COMMENT ON COLUMN layer."compliance".claims IS E'Claims\nWhat each claim makes of it: claim, claimed_by, verdict, reason, depth_m, distance_m, probability, nearest [longitude, latitude].\n@json array';


-- Incidents and lines -----------------------------------------------------------------------------------------------------

-- Each alignment's nearest by the index, as in distance_to_line().
CREATE OR REPLACE FUNCTION ceasefire.distances_to_line(place geography, happened tstzrange, line text) RETURNS double precision[]
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT ARRAY [min(of_claim.meters), max(of_claim.meters)]
      FROM ceasefire.alignment a
     CROSS JOIN LATERAL (
           SELECT min(ST_Distance(s.geog, place)) AS meters
             FROM ceasefire.alignment_stretch s
            WHERE s.alignment_id = a.id
              AND ST_DWithin(s.geog, place, (SELECT ST_Distance(n.geog, place) + 0.001 FROM ceasefire.alignment_stretch n
                                              WHERE n.alignment_id = a.id
                                              ORDER BY n.geog <-> place LIMIT 1))) AS of_claim
     WHERE a.boundary_line_id = line AND ceasefire.period_of_days(a.valid_from, a.valid_to) && happened
    HAVING count(*) > 0;
END;

CREATE TABLE ceasefire.incident_line (
    incident_id    text PRIMARY KEY REFERENCES ceasefire.incident ON DELETE CASCADE ON UPDATE CASCADE,
    place          geometry(Geometry, 4326) NOT NULL,
    happened       tstzrange NOT NULL,
    alignments     text NOT NULL,
    nearest_line   text,
    distance_min_m double precision,
    distance_max_m double precision
);
COMMENT ON TABLE ceasefire.incident_line IS 'Computed: the line that an incident is nearest to, with what it was found from. Whoever reads an incident whose place, time or lines have moved since asks anew.';
COMMENT ON COLUMN ceasefire.incident_line.incident_id IS 'The incident.';
COMMENT ON COLUMN ceasefire.incident_line.place IS 'Its place then.';
COMMENT ON COLUMN ceasefire.incident_line.happened IS 'Its time then.';
COMMENT ON COLUMN ceasefire.incident_line.alignments IS 'How many alignments there were, and the last version. No change leaves both as they were.';
COMMENT ON COLUMN ceasefire.incident_line.nearest_line IS 'See nearest_line().';
COMMENT ON COLUMN ceasefire.incident_line.distance_min_m IS 'See distances_to_line().';
COMMENT ON COLUMN ceasefire.incident_line.distance_max_m IS 'See distances_to_line().';

CREATE VIEW ceasefire.incident_line_known AS
WITH lines AS MATERIALIZED (SELECT count(*) || ' to ' || max(version) AS alignments FROM ceasefire.alignment)
SELECT i.id AS incident_id, coalesce(i.area, i.point) AS place, tstzrange(i.time_start, i.time_end, '[]') AS happened, l.alignments,
       (k.place, k.happened, k.alignments) IS NOT DISTINCT FROM
           (coalesce(i.area, i.point), tstzrange(i.time_start, i.time_end, '[]'), l.alignments) AS is_known,
       k.nearest_line, k.distance_min_m, k.distance_max_m
  FROM ceasefire.incident i
 CROSS JOIN lines l
  LEFT JOIN ceasefire.incident_line k ON k.incident_id = i.id
 WHERE coalesce(i.area, i.point) IS NOT NULL;
COMMENT ON VIEW ceasefire.incident_line_known IS 'Each incident that has a place, with the line that it is nearest to where that is known.';
COMMENT ON COLUMN ceasefire.incident_line_known.incident_id IS 'The incident.';
COMMENT ON COLUMN ceasefire.incident_line_known.place IS 'Its place.';
COMMENT ON COLUMN ceasefire.incident_line_known.happened IS 'Its time.';
COMMENT ON COLUMN ceasefire.incident_line_known.alignments IS 'How many alignments there are, and the last version.';
COMMENT ON COLUMN ceasefire.incident_line_known.is_known IS 'Whether the rest was found from what stands there now.';
COMMENT ON COLUMN ceasefire.incident_line_known.nearest_line IS 'The line.';
COMMENT ON COLUMN ceasefire.incident_line_known.distance_min_m IS 'The least distance, over the claims.';
COMMENT ON COLUMN ceasefire.incident_line_known.distance_max_m IS 'The greatest.';

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
            tstzrange(time_start, time_end, '[]')) AS ceasefire_broken
  FROM ceasefire.public_incident i
  LEFT JOIN ceasefire.incident_line_known k ON k.incident_id = i.id
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
            tstzrange(time_start, time_end, '[]')) AS ceasefire_broken
  FROM ceasefire.public_incident i
  LEFT JOIN ceasefire.incident_line_known k ON k.incident_id = i.id
 CROSS JOIN LATERAL (SELECT CASE WHEN k.is_known THEN k.nearest_line
                                 ELSE ceasefire.nearest_line(area::geography, tstzrange(time_start, time_end, '[]')) END AS nearest_line) AS line
 CROSS JOIN LATERAL (SELECT CASE WHEN k.is_known THEN ARRAY [k.distance_min_m, k.distance_max_m]
                                 ELSE ceasefire.distances_to_line(area::geography, tstzrange(time_start, time_end, '[]'), line.nearest_line)
                            END AS meters) AS distance
 WHERE area IS NOT NULL;
