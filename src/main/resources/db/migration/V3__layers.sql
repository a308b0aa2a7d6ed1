-- What is served: each view here is a layer. Comments are its documentation, in a form that the server reads:
--   first line = title; the lines after it = description; lines that begin with @ are tags:
--   on a view   @license <address> <title>, @attribution <words>;
--   on a column @instant, or @start and @end.
-- The base columns keep their types, so that filters on geom, time and id reach the indexes of the tables below; what is
-- gathered from other tables comes from scalar subqueries, computed only for the rows that are returned.

CREATE SCHEMA IF NOT EXISTS layer;
COMMENT ON SCHEMA layer IS 'What is served: every table or view with a geometry column is a layer.';


CREATE VIEW ceasefire.public_incident AS
SELECT i.id,
       i.event_type,
       i.sub_event_type,
       i.violation_kind,
       i.category,
       i.summary,
       i.time_start,
       i.time_end,
       i.time_precision,
       to_char(i.local_date, 'YYYY-MM-DD') || coalesce(' ' || to_char(i.local_time_from, 'HH24:MI'), '')
                    || coalesce(CASE WHEN i.local_time_from IS NULL THEN ' until ' ELSE '–' END
                                || to_char(i.local_time_to, 'HH24:MI'), '')
                    || coalesce(' ' || i.utc_offset, '') AS local_time,
       i.place_id AS place,
       p.name AS place_name,
       i.place_as_reported,
       i.uncertainty_m,
       i.where_prec,
       i.location_method,
       (SELECT string_agg(DISTINCT s.party_id, ', ' ORDER BY s.party_id)
          FROM ceasefire.incident_source s WHERE s.incident_id = i.id) AS reported_by,
       (SELECT string_agg(coalesce(a.side_id, 'not known') || ' (says ' || a.alleged_by_id || ')', ', '
                          ORDER BY a.alleged_by_id, a.side_id)
          FROM ceasefire.incident_allegation a WHERE a.incident_id = i.id) AS attributed_to,
       (SELECT jsonb_agg(jsonb_build_object('side', a.side_id, 'alleged_by', a.alleged_by_id)
                         ORDER BY a.alleged_by_id, a.side_id)
          FROM ceasefire.incident_allegation a WHERE a.incident_id = i.id) AS allegations,
       i.actor_1_id AS actor_1,
       i.actor_2_id AS actor_2,
       i.weapon_class_id AS weapon_class,
       i.observation_means,
       i.observed_count,
       i.count_qualifier,
       i.casualties_as_reported,
       i.casualties_note,
       (SELECT jsonb_agg(jsonb_build_object('effect', c.effect, 'side', c.party_id, 'people', c.people,
                                            'low', c.low, 'best', c.best, 'high', c.high)
                         ORDER BY c.effect, c.party_id, c.people)
          FROM ceasefire.incident_casualty c WHERE c.incident_id = i.id) AS casualties,
       (SELECT s.publisher FROM ceasefire.incident_source s WHERE s.incident_id = i.id
         ORDER BY s.ordinal LIMIT 1) AS source_publisher,
       (SELECT s.url FROM ceasefire.incident_source s WHERE s.incident_id = i.id
         ORDER BY s.ordinal LIMIT 1) AS source_url,
       (SELECT jsonb_agg(jsonb_build_object('party', s.party_id, 'publisher', s.publisher, 'url', s.url,
                                            'published_at', s.published_at, 'reliability', s.reliability,
                                            'credibility', s.credibility) ORDER BY s.ordinal)
          FROM ceasefire.incident_source s WHERE s.incident_id = i.id) AS sources,
       i.status,
       i.duplicate_of_id AS duplicate_of,
       i.event_group,
       i.dataset_id AS dataset,
       i.point,
       i.area
  FROM ceasefire.incident i
  LEFT JOIN ceasefire.place p ON p.id = i.place_id
 WHERE i.sensitivity = 'public' AND (i.embargo_until IS NULL OR i.embargo_until <= now());
COMMENT ON VIEW ceasefire.public_incident IS 'Incidents that may be shown to everybody, with their sources, allegations and casualties. What the two incident layers have in common.';

CREATE VIEW layer."incidents" AS
SELECT id, event_type, sub_event_type, violation_kind, category, summary, time_start, time_end, time_precision, local_time,
       place, place_name, place_as_reported, uncertainty_m, where_prec, location_method, reported_by, attributed_to, allegations,
       actor_1, actor_2, weapon_class, observation_means, observed_count, count_qualifier, casualties_as_reported,
       casualties_note, casualties, source_publisher, source_url, sources, status, duplicate_of, event_group, dataset,
       point AS geom
  FROM ceasefire.public_incident
 WHERE area IS NULL;
COMMENT ON VIEW layer."incidents" IS 'Incidents
What sources report to have happened, at points with their uncertainty; incidents without a known place have no geometry. Two accounts of one event are two incidents with one event_group. Nothing here says who began: attributed_to names who says so of whom.';

CREATE VIEW layer."incident-areas" AS
SELECT id, event_type, sub_event_type, violation_kind, category, summary, time_start, time_end, time_precision, local_time,
       place, place_name, place_as_reported, uncertainty_m, where_prec, location_method, reported_by, attributed_to, allegations,
       actor_1, actor_2, weapon_class, observation_means, observed_count, count_qualifier, casualties_as_reported,
       casualties_note, casualties, source_publisher, source_url, sources, status, duplicate_of, event_group, dataset,
       area AS geom
  FROM ceasefire.public_incident
 WHERE area IS NOT NULL;
COMMENT ON VIEW layer."incident-areas" IS 'Incident areas
Incidents whose source gives a sector or an area rather than a point. Read as the layer incidents.';

-- Both layers have the same columns, and say the same of them.
DO $$
DECLARE
    view_name text;
    note record;
BEGIN
    FOREACH view_name IN ARRAY ARRAY ['incidents', 'incident-areas'] LOOP
        FOR note IN SELECT * FROM (VALUES
            ('id', E'Id\nThe same each time the source is loaded.'),
            ('event_type', E'Event type\nACLED event type.'),
            ('sub_event_type', E'Sub-event type\nACLED sub-event type; null when the report does not settle it.'),
            ('violation_kind', E'Kind of violation\nWhat kind of rule it would break where one is in force: a heading, not a verdict.'),
            ('category', E'Category\nIn the words of the source file.'),
            ('summary', E'Summary\nWhat is reported, and by whom.'),
            ('time_start', E'Start\nStart of the time that the report allows, UTC. Equal to the end for an instant; the start of the local day where only the day is known.\n@start'),
            ('time_end', E'End\nEnd of the time that the report allows, UTC.\n@end'),
            ('time_precision', E'Precision of time\nHow precisely the time was reported: second, minute, hour, part_of_day, day …'),
            ('local_time', E'Local time\nAs reported, with its offset from UTC.'),
            ('place', E'Place\nId in the layer places.'),
            ('place_name', E'Place name\nAs in the layer places.'),
            ('place_as_reported', E'Place as reported\nThe name as the report writes it.'),
            ('uncertainty_m', E'Uncertainty (m)\nWithin this distance of the geometry it happened; null when not known.'),
            ('where_prec', E'Precision of place\nUCDP where_prec, 1 (exact) to 7 (international); null when not known.'),
            ('location_method', E'Location method\nHow the geometry was found: gps, observer_bearing, gazetteer, imagery, claimed.'),
            ('reported_by', E'Reported by\nThe side or sides whose report it is.'),
            ('attributed_to', E'Attributed to\nThe side that is said to have begun, with who says so. Empty when nobody is reported to have said.'),
            ('allegations', E'Allegations\nList of {side, alleged_by}; side null: said not to be known.'),
            ('actor_1', E'Actor 1\nOne side involved. The two stand in alphabetical order, which says nothing of who began.'),
            ('actor_2', E'Actor 2\nThe other side involved.'),
            ('weapon_class', E'Weapon class\nWeapon seen, heard or reported.'),
            ('observation_means', E'Observed by\nheard, saw, camera, uav, satellite, interview, media.'),
            ('observed_count', E'Count observed\nShots, explosions, vehicles or persons; null when not known.'),
            ('count_qualifier', E'Count qualifier\nexact, about, at_least.'),
            ('casualties_as_reported', E'Casualties as reported\nIn the words of the report; null means not known, not none.'),
            ('casualties_note', E'Note on casualties\nWhat of these words could not be turned into figures.'),
            ('casualties', E'Casualties\nList of {effect, side, people, low, best, high}; null means not known, 0 means none.'),
            ('source_publisher', E'Source\nPublisher of the first source.'),
            ('source_url', E'Source address\nAddress of the first source.'),
            ('sources', E'Sources\nList of {party, publisher, url, published_at, reliability, credibility}; reliability A–F and credibility 1–6 by the Admiralty code, null when not judged.'),
            ('status', E'Status\nreported, under_verification, corroborated, verified, disputed, retracted, duplicate_of.'),
            ('duplicate_of', E'Duplicate of\nThe incident that it repeats.'),
            ('event_group', E'Event group\nTies accounts of one event.'),
            ('dataset', E'Data set\nThe source that the record was loaded from; null when entered by hand.'),
            ('geom', E'Where\nLongitude and latitude, WGS84.')) AS notes(column_name, words)
        LOOP
            EXECUTE format('COMMENT ON COLUMN layer.%I.%I IS %L', view_name, note.column_name, note.words);
        END LOOP;
    END LOOP;
    FOR note IN SELECT a.attname, col_description('layer."incidents"'::regclass, a.attnum) AS words
                  FROM pg_attribute a WHERE a.attrelid = 'layer."incidents"'::regclass AND a.attnum > 0 AND a.attname <> 'geom' LOOP
        EXECUTE format('COMMENT ON COLUMN ceasefire.public_incident.%I IS %L', note.attname, note.words);
    END LOOP;
END $$;
COMMENT ON COLUMN ceasefire.public_incident.point IS 'Where, when the report names a spot.';
COMMENT ON COLUMN ceasefire.public_incident.area IS 'Where, when the report gives a sector or an area.';


CREATE VIEW layer."patrol-zones" AS
SELECT z.id,
       z.name,
       z.patrol_type,
       z.means,
       (SELECT string_agg(p.party_id, ', ' ORDER BY p.party_id)
          FROM ceasefire.patrol_zone_party p WHERE p.patrol_zone_id = z.id) AS parties,
       z.schedule,
       z.form,
       z.width_m,
       z.illustrative,
       z.note,
       z.agreement_id AS agreement,
       g.name AS agreement_name,
       z.valid_from,
       z.valid_to,
       z.dataset_id AS dataset,
       z.geom
  FROM ceasefire.patrol_zone z
  LEFT JOIN ceasefire.agreement g ON g.id = z.agreement_id;
COMMENT ON VIEW layer."patrol-zones" IS 'Patrol zones
Where patrols were agreed or planned. Zones marked as illustrative were drawn to show the idea; no agreement gives their shape.';
COMMENT ON COLUMN layer."patrol-zones".id IS 'Id';
COMMENT ON COLUMN layer."patrol-zones".name IS 'Name';
COMMENT ON COLUMN layer."patrol-zones".patrol_type IS 'Type
joint (of the parties together), one_side, mission (of observers).';
COMMENT ON COLUMN layer."patrol-zones".means IS 'Means
foot, vehicle, uav, camera, mixed; null when not known.';
COMMENT ON COLUMN layer."patrol-zones".parties IS 'Parties
Who patrols.';
COMMENT ON COLUMN layer."patrol-zones".schedule IS 'Schedule
When patrols go; null when not known.';
COMMENT ON COLUMN layer."patrol-zones".form IS 'Form
polygon or corridor.';
COMMENT ON COLUMN layer."patrol-zones".width_m IS 'Width (m)
Full width of a corridor.';
COMMENT ON COLUMN layer."patrol-zones".illustrative IS 'Illustrative
True when the shape was drawn to show the idea, and is in no agreement.';
COMMENT ON COLUMN layer."patrol-zones".note IS 'Note
How the shape was made.';
COMMENT ON COLUMN layer."patrol-zones".agreement IS 'Agreement
Id in the layer agreements.';
COMMENT ON COLUMN layer."patrol-zones".agreement_name IS 'Name of the agreement';
COMMENT ON COLUMN layer."patrol-zones".valid_from IS 'Valid from
Null when not known.
@start';
COMMENT ON COLUMN layer."patrol-zones".valid_to IS 'Valid to
Null when still valid.
@end';
COMMENT ON COLUMN layer."patrol-zones".dataset IS 'Data set
The source that the record was loaded from; null when entered by hand.';
COMMENT ON COLUMN layer."patrol-zones".geom IS 'Zone
Longitude and latitude, WGS84.';


CREATE VIEW layer."boundary-lines" AS
SELECT a.id,
       l.name,
       a.boundary_line_id AS line,
       l.party_a_id AS party_a,
       l.party_b_id AS party_b,
       a.status,
       a.claimant_party_id AS claimant,
       a.dataset_id AS dataset,
       d.title AS source,
       d.attribution,
       a.note,
       a.valid_from,
       a.valid_to,
       a.geom
  FROM ceasefire.alignment a
  JOIN ceasefire.boundary_line l ON l.id = a.boundary_line_id
  JOIN ceasefire.dataset d ON d.id = a.dataset_id;
COMMENT ON VIEW layer."boundary-lines" IS 'Boundary lines
Where lines between parties run, one feature for each claim or source. The sources differ by kilometres; none of them is the line, and the side of a line that a place falls on is no evidence of who controls it.';
COMMENT ON COLUMN layer."boundary-lines".id IS 'Id';
COMMENT ON COLUMN layer."boundary-lines".name IS 'Name
Of the line; the same for all its alignments.';
COMMENT ON COLUMN layer."boundary-lines".line IS 'Line
Id of the line; the same for all its alignments.';
COMMENT ON COLUMN layer."boundary-lines".party_a IS 'Party A
The two stand in alphabetical order.';
COMMENT ON COLUMN layer."boundary-lines".party_b IS 'Party B';
COMMENT ON COLUMN layer."boundary-lines".status IS 'Status
agreed (both parties have agreed on it) or claimed.';
COMMENT ON COLUMN layer."boundary-lines".claimant IS 'Claimant
The party that claims it; null when it is the source''s own drawing.';
COMMENT ON COLUMN layer."boundary-lines".dataset IS 'Data set
The source that draws it so.';
COMMENT ON COLUMN layer."boundary-lines".source IS 'Source
Title of the source that draws it so.';
COMMENT ON COLUMN layer."boundary-lines".attribution IS 'Attribution
Words to be shown with it.';
COMMENT ON COLUMN layer."boundary-lines".note IS 'Note
What a reader must know of it.';
COMMENT ON COLUMN layer."boundary-lines".valid_from IS 'Valid from
First day on which it is claimed or agreed; null when unbounded.
@start';
COMMENT ON COLUMN layer."boundary-lines".valid_to IS 'Valid to
Last day on which it is claimed or agreed; null when it still is.
@end';
COMMENT ON COLUMN layer."boundary-lines".geom IS 'Alignment
Longitude and latitude, WGS84; rings around exclaves included.';


CREATE VIEW layer."territories" AS
SELECT t.id,
       t.name,
       t.name_local,
       t.kind,
       t.party_id AS party,
       t.host_party_id AS host_party,
       t.dataset_id AS dataset,
       d.title AS source,
       d.attribution,
       t.valid_from,
       t.valid_to,
       t.geom
  FROM ceasefire.territory t
  JOIN ceasefire.dataset d ON d.id = t.dataset_id;
COMMENT ON VIEW layer."territories" IS 'Territories
Countries and exclaves as each source draws them. Sources differ; none is a statement on whose land it is.';
COMMENT ON COLUMN layer."territories".id IS 'Id';
COMMENT ON COLUMN layer."territories".name IS 'Name';
COMMENT ON COLUMN layer."territories".name_local IS 'Local name
As the source gives it.';
COMMENT ON COLUMN layer."territories".kind IS 'Kind
country (its exclaves included) or exclave.';
COMMENT ON COLUMN layer."territories".party IS 'Party
That the source draws it for.';
COMMENT ON COLUMN layer."territories".host_party IS 'Host
For an exclave, the party whose land lies around it.';
COMMENT ON COLUMN layer."territories".dataset IS 'Data set
The source that draws it so.';
COMMENT ON COLUMN layer."territories".source IS 'Source
Title of the source that draws it so.';
COMMENT ON COLUMN layer."territories".attribution IS 'Attribution
Words to be shown with it.';
COMMENT ON COLUMN layer."territories".valid_from IS 'Valid from
First day on which the source holds for it; null when unbounded.
@start';
COMMENT ON COLUMN layer."territories".valid_to IS 'Valid to
Last day on which the source holds for it; null when it still does.
@end';
COMMENT ON COLUMN layer."territories".geom IS 'Land
Longitude and latitude, WGS84.';


CREATE VIEW layer."withdrawal-areas" AS
SELECT s.rule_id || '~' || s.alignment_id AS id,
       s.status,
       w.failure,
       r.party_id AS party,
       r.equipment_class_id AS equipment_class,
       e.name AS equipment,
       r.comparator,
       r.distance_m,
       r.agreement_id AS agreement,
       g.name AS agreement_name,
       s.rule_id AS rule,
       r.section,
       r.reference,
       r.boundary_line_id AS line,
       s.alignment_id AS alignment,
       a.claimant_party_id AS claimant,
       a.dataset_id AS dataset,
       d.title AS source,
       s.territory_id AS territory,
       w.distance_m AS computed_distance_m,
       w.tolerance_m,
       w.max_error_m,
       w.computed_at,
       greatest(r.valid_from, a.valid_from::timestamp AT TIME ZONE 'UTC') AS valid_from,
       least(r.valid_to, (a.valid_to + 1)::timestamp AT TIME ZONE 'UTC') AS valid_to,
       w.geom
  FROM ceasefire.withdrawal_area_state s
  JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
  JOIN ceasefire.agreement g ON g.id = r.agreement_id
  JOIN ceasefire.equipment_class e ON e.id = r.equipment_class_id
  JOIN ceasefire.alignment a ON a.id = s.alignment_id
  JOIN ceasefire.dataset d ON d.id = a.dataset_id
  LEFT JOIN ceasefire.withdrawal_area w ON w.rule_id = s.rule_id AND w.alignment_id = s.alignment_id;
COMMENT ON VIEW layer."withdrawal-areas" IS 'Withdrawal areas
What a rule binds a party to keep clear: the part of its territory within the rule''s distance of a line, on the WGS84 ellipsoid, one feature for each alignment of the line. Where the line is disputed, so is the area.';
COMMENT ON COLUMN layer."withdrawal-areas".id IS 'Id
Rule and alignment, joined by ~.';
COMMENT ON COLUMN layer."withdrawal-areas".status IS 'Status
pending (being computed), current, stale (an input has changed since), failed.';
COMMENT ON COLUMN layer."withdrawal-areas".failure IS 'Failure
Why no area could be computed.';
COMMENT ON COLUMN layer."withdrawal-areas".party IS 'Party
The side that the rule binds.';
COMMENT ON COLUMN layer."withdrawal-areas".equipment_class IS 'Equipment class
What must stay away.';
COMMENT ON COLUMN layer."withdrawal-areas".equipment IS 'Equipment
Name of the class.';
COMMENT ON COLUMN layer."withdrawal-areas".comparator IS 'Comparator
Must be farther than the distance (>), or may stand exactly on it (>=).';
COMMENT ON COLUMN layer."withdrawal-areas".distance_m IS 'Distance (m)
That the rule names.';
COMMENT ON COLUMN layer."withdrawal-areas".agreement IS 'Agreement
Id in the layer agreements.';
COMMENT ON COLUMN layer."withdrawal-areas".agreement_name IS 'Name of the agreement';
COMMENT ON COLUMN layer."withdrawal-areas".rule IS 'Rule';
COMMENT ON COLUMN layer."withdrawal-areas".section IS 'Section
The part of the line that the rule was agreed for, in words; null when the whole line.';
COMMENT ON COLUMN layer."withdrawal-areas".reference IS 'Reference
Where the rule is taken from, and what in it is an assumption.';
COMMENT ON COLUMN layer."withdrawal-areas".line IS 'Line
That the distance is measured from.';
COMMENT ON COLUMN layer."withdrawal-areas".alignment IS 'Alignment
Id in the layer boundary-lines.';
COMMENT ON COLUMN layer."withdrawal-areas".claimant IS 'Claimant
The party that claims the alignment; null when it is the source''s own drawing.';
COMMENT ON COLUMN layer."withdrawal-areas".dataset IS 'Data set
The source of alignment and territory.';
COMMENT ON COLUMN layer."withdrawal-areas".source IS 'Source
Title of the source of alignment and territory.';
COMMENT ON COLUMN layer."withdrawal-areas".territory IS 'Territory
Id in the layer territories.';
COMMENT ON COLUMN layer."withdrawal-areas".computed_distance_m IS 'Computed distance (m)
The distance that the shown area was computed with.';
COMMENT ON COLUMN layer."withdrawal-areas".tolerance_m IS 'Tolerance (m)
The error asked for.';
COMMENT ON COLUMN layer."withdrawal-areas".max_error_m IS 'Largest error (m)
As measured on the boundary.';
COMMENT ON COLUMN layer."withdrawal-areas".computed_at IS 'Computed at';
COMMENT ON COLUMN layer."withdrawal-areas".valid_from IS 'Valid from
When rule and alignment both hold; null when unbounded.
@start';
COMMENT ON COLUMN layer."withdrawal-areas".valid_to IS 'Valid to
Null when still valid.
@end';
COMMENT ON COLUMN layer."withdrawal-areas".geom IS 'Area
Longitude and latitude, WGS84; null while it is not computed.';


CREATE VIEW layer."places" AS
SELECT p.id,
       p.name,
       (SELECT array_agg(n.name ORDER BY n.name)
          FROM ceasefire.place_name n WHERE n.place_id = p.id) AS names,
       p.kind,
       p.party_id AS side,
       p.disputed,
       (SELECT jsonb_object_agg(c.according_to, c.party_id)
          FROM ceasefire.place_country c WHERE c.place_id = p.id) AS country_by_source,
       p.admin_note,
       p.uncertainty_m,
       p.confidence,
       p.source,
       p.dataset_id AS dataset,
       p.point AS geom
  FROM ceasefire.place p;
COMMENT ON VIEW layer."places" IS 'Places
Where a name in a report may be meant to lie, in all its spellings, with the uncertainty of the point.';
COMMENT ON COLUMN layer."places".id IS 'Id';
COMMENT ON COLUMN layer."places".name IS 'Name';
COMMENT ON COLUMN layer."places".names IS 'Names
All known spellings.';
COMMENT ON COLUMN layer."places".kind IS 'Kind
city, town, village, district_seat, exclave, border_crossing, border_section, road_section, water_infrastructure, post, other.';
COMMENT ON COLUMN layer."places".side IS 'Side
That the source lists it under; no statement on whose it is. Null when disputed or not known.';
COMMENT ON COLUMN layer."places".disputed IS 'Disputed
The source calls it disputed.';
COMMENT ON COLUMN layer."places".country_by_source IS 'Country by source
On which side of each source''s line the point falls.';
COMMENT ON COLUMN layer."places".admin_note IS 'Note
District, community, or what tells it from homonyms.';
COMMENT ON COLUMN layer."places".uncertainty_m IS 'Uncertainty (m)
Within this distance of the point the place lies; null when not known.';
COMMENT ON COLUMN layer."places".confidence IS 'Confidence
high, medium, low, very_low.';
COMMENT ON COLUMN layer."places".source IS 'Source
Of the coordinates.';
COMMENT ON COLUMN layer."places".dataset IS 'Data set
The source that the record was loaded from; null when entered by hand.';
COMMENT ON COLUMN layer."places".geom IS 'Point
Longitude and latitude, WGS84.';


CREATE VIEW layer."agreements" AS
SELECT g.id,
       g.name,
       g.kind,
       g.provisions,
       (SELECT string_agg(p.party_id, ', ' ORDER BY p.party_id)
          FROM ceasefire.agreement_party p WHERE p.agreement_id = g.id) AS parties,
       g.summary,
       g.concluded_on,
       g.in_force_from,
       g.in_force_to,
       g.text_reference,
       g.place_id AS place,
       q.name AS place_name,
       g.uncertainty_m,
       (SELECT jsonb_agg(jsonb_build_object(
                   'id', a.id,
                   'reported_by', (SELECT jsonb_agg(r.party_id ORDER BY r.party_id)
                                     FROM ceasefire.agreement_account_reporter r WHERE r.account_id = a.id),
                   'local_time', a.local_time, 'summary', a.summary, 'publisher', a.publisher, 'url', a.url) ORDER BY a.id)
          FROM ceasefire.agreement_account a WHERE a.agreement_id = g.id) AS accounts,
       g.event_group,
       g.dataset_id AS dataset,
       g.point AS geom
  FROM ceasefire.agreement g
  LEFT JOIN ceasefire.place q ON q.id = g.place_id;
COMMENT ON VIEW layer."agreements" IS 'Agreements
Ceasefires, protocols and joint statements as far as they are known in public, with each account of them.';
COMMENT ON COLUMN layer."agreements".id IS 'Id';
COMMENT ON COLUMN layer."agreements".name IS 'Name';
COMMENT ON COLUMN layer."agreements".kind IS 'Kind
ceasefire, withdrawal, joint_patrol, protocol, joint_statement, other.';
COMMENT ON COLUMN layer."agreements".provisions IS 'Provisions
What it provides for, as far as reported.';
COMMENT ON COLUMN layer."agreements".parties IS 'Parties';
COMMENT ON COLUMN layer."agreements".summary IS 'Summary';
COMMENT ON COLUMN layer."agreements".concluded_on IS 'Concluded on
Local day.';
COMMENT ON COLUMN layer."agreements".in_force_from IS 'In force from
Null when not known.
@start';
COMMENT ON COLUMN layer."agreements".in_force_to IS 'In force to
Null when still in force, or when nobody has said that it ended.
@end';
COMMENT ON COLUMN layer."agreements".text_reference IS 'Text
Where its text can be read; null when it is not public.';
COMMENT ON COLUMN layer."agreements".place IS 'Place
Where it was concluded, or that it is about.';
COMMENT ON COLUMN layer."agreements".place_name IS 'Place name';
COMMENT ON COLUMN layer."agreements".uncertainty_m IS 'Uncertainty (m)
Within this distance of the point the place lies.';
COMMENT ON COLUMN layer."agreements".accounts IS 'Accounts
List of {id, reported_by, local_time, summary, publisher, url}.';
COMMENT ON COLUMN layer."agreements".event_group IS 'Event group
Ties records of one event.';
COMMENT ON COLUMN layer."agreements".dataset IS 'Data set
The source that the record was loaded from; null when entered by hand.';
COMMENT ON COLUMN layer."agreements".geom IS 'Point
Longitude and latitude, WGS84; null when no place is known.';


CREATE VIEW layer."statements" AS
SELECT s.id,
       s.kind,
       s.category,
       s.summary,
       s.time_start,
       s.time_end,
       s.time_precision,
       s.local_time,
       (SELECT string_agg(p.party_id, ', ' ORDER BY p.party_id) FROM ceasefire.statement_party p
         WHERE p.statement_id = s.id AND p.role = 'reports') AS reported_by,
       (SELECT string_agg(p.party_id, ', ' ORDER BY p.party_id) FROM ceasefire.statement_party p
         WHERE p.statement_id = s.id AND p.role = 'concerned') AS concerned,
       s.place_id AS place,
       q.name AS place_name,
       s.uncertainty_m,
       s.publisher AS source_publisher,
       s.url AS source_url,
       s.event_group,
       s.dataset_id AS dataset,
       s.point AS geom
  FROM ceasefire.statement s
  LEFT JOIN ceasefire.place q ON q.id = s.place_id;
COMMENT ON VIEW layer."statements" IS 'Statements
Talks, announcements, who says that they hold a place or that forces have withdrawn: neither incidents nor agreements.';
COMMENT ON COLUMN layer."statements".id IS 'Id';
COMMENT ON COLUMN layer."statements".kind IS 'Kind
talks, control, announcement, withdrawal.';
COMMENT ON COLUMN layer."statements".category IS 'Category
In the words of the source file.';
COMMENT ON COLUMN layer."statements".summary IS 'Summary';
COMMENT ON COLUMN layer."statements".time_start IS 'Start
Start of the time that the report allows, UTC.
@start';
COMMENT ON COLUMN layer."statements".time_end IS 'End
End of the time that the report allows, UTC.
@end';
COMMENT ON COLUMN layer."statements".time_precision IS 'Precision of time';
COMMENT ON COLUMN layer."statements".local_time IS 'Local time
As reported, with its offset from UTC.';
COMMENT ON COLUMN layer."statements".reported_by IS 'Reported by
The side or sides whose report it is.';
COMMENT ON COLUMN layer."statements".concerned IS 'Concerned
The side or sides that it is about.';
COMMENT ON COLUMN layer."statements".place IS 'Place
Id in the layer places.';
COMMENT ON COLUMN layer."statements".place_name IS 'Place name';
COMMENT ON COLUMN layer."statements".uncertainty_m IS 'Uncertainty (m)
Within this distance of the point the place lies.';
COMMENT ON COLUMN layer."statements".source_publisher IS 'Source';
COMMENT ON COLUMN layer."statements".source_url IS 'Source address';
COMMENT ON COLUMN layer."statements".event_group IS 'Event group
Ties records of one event.';
COMMENT ON COLUMN layer."statements".dataset IS 'Data set
The source that the record was loaded from; null when entered by hand.';
COMMENT ON COLUMN layer."statements".geom IS 'Point
Longitude and latitude, WGS84; null when no place is known.';


CREATE VIEW layer."casualty-statements" AS
SELECT c.id,
       c.party_id AS side,
       (SELECT string_agg(s.party_id, ', ' ORDER BY s.party_id)
          FROM ceasefire.casualty_statement_source s WHERE s.casualty_statement_id = c.id) AS stated_by,
       c.as_of,
       c.as_of_local,
       c.killed_low,
       c.killed_best,
       c.killed_high,
       c.injured_low,
       c.injured_best,
       c.injured_high,
       c.as_reported,
       c.note,
       c.reported_in,
       c.publisher AS source_publisher,
       c.url AS source_url,
       c.dataset_id AS dataset,
       NULL::geometry(Point, 4326) AS geom
  FROM ceasefire.casualty_statement c;
COMMENT ON VIEW layer."casualty-statements" IS 'Casualty statements
Running totals of one side''s casualties as stated at a time. They replace each other; they are not to be added, neither to each other nor to the figures of incidents. Without geometry.';
COMMENT ON COLUMN layer."casualty-statements".id IS 'Id';
COMMENT ON COLUMN layer."casualty-statements".side IS 'Side
That the casualties belong to.';
COMMENT ON COLUMN layer."casualty-statements".stated_by IS 'Stated by';
COMMENT ON COLUMN layer."casualty-statements".as_of IS 'As of
The last moment that the statement can speak of.
@instant';
COMMENT ON COLUMN layer."casualty-statements".as_of_local IS 'Local date';
COMMENT ON COLUMN layer."casualty-statements".killed_low IS 'Killed, at least
Null when not known.';
COMMENT ON COLUMN layer."casualty-statements".killed_best IS 'Killed
Null when not known.';
COMMENT ON COLUMN layer."casualty-statements".killed_high IS 'Killed, at most
Null when not known.';
COMMENT ON COLUMN layer."casualty-statements".injured_low IS 'Injured, at least
Those who sought medical help included. Null when not known.';
COMMENT ON COLUMN layer."casualty-statements".injured_best IS 'Injured
Those who sought medical help included. Null when not known.';
COMMENT ON COLUMN layer."casualty-statements".injured_high IS 'Injured, at most
Those who sought medical help included. Null when not known.';
COMMENT ON COLUMN layer."casualty-statements".as_reported IS 'As reported
The words of the report.';
COMMENT ON COLUMN layer."casualty-statements".note IS 'Note
What of these words could not be turned into figures.';
COMMENT ON COLUMN layer."casualty-statements".reported_in IS 'Reported in
Id of the incident, statement or account of an agreement that carries it.';
COMMENT ON COLUMN layer."casualty-statements".source_publisher IS 'Source';
COMMENT ON COLUMN layer."casualty-statements".source_url IS 'Source address';
COMMENT ON COLUMN layer."casualty-statements".dataset IS 'Data set
The source that the record was loaded from; null when entered by hand.';
COMMENT ON COLUMN layer."casualty-statements".geom IS 'Geometry
Always null: a total is of a side, not of a place.';


-- A layer's licences are those of the data in it, so they are written when data are loaded, not here.
CREATE VIEW ceasefire.layer_dataset AS
SELECT 'incidents' AS layer_name, dataset_id FROM ceasefire.incident WHERE area IS NULL
UNION SELECT 'incident-areas', dataset_id FROM ceasefire.incident WHERE area IS NOT NULL
UNION SELECT 'patrol-zones', dataset_id FROM ceasefire.patrol_zone
UNION SELECT 'boundary-lines', dataset_id FROM ceasefire.alignment
UNION SELECT 'territories', dataset_id FROM ceasefire.territory
UNION SELECT 'withdrawal-areas', a.dataset_id
        FROM ceasefire.withdrawal_rule r JOIN ceasefire.alignment a ON a.boundary_line_id = r.boundary_line_id
UNION SELECT 'places', dataset_id FROM ceasefire.place
UNION SELECT 'agreements', dataset_id FROM ceasefire.agreement
UNION SELECT 'statements', dataset_id FROM ceasefire.statement
UNION SELECT 'casualty-statements', dataset_id FROM ceasefire.casualty_statement;
COMMENT ON VIEW ceasefire.layer_dataset IS 'Which sources stand behind each layer.';
COMMENT ON COLUMN ceasefire.layer_dataset.layer_name IS 'The layer.';
COMMENT ON COLUMN ceasefire.layer_dataset.dataset_id IS 'The source; null for records entered by hand.';

CREATE FUNCTION ceasefire.credit_layers() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    credit record;
BEGIN
    FOR credit IN
        SELECT l.layer_name,
               regexp_replace(obj_description(format('layer.%I', l.layer_name)::regclass, 'pg_class'),
                              '\n@(license|attribution) [^\n]*', '', 'g') AS words,
               string_agg(DISTINCT E'\n@license ' || d.licence_url || ' ' || regexp_replace(d.licence, '\s+', ' ', 'g'), '') AS licences,
               string_agg(DISTINCT E'\n@attribution ' || regexp_replace(d.attribution, '\s+', ' ', 'g'), '') AS attributions
          FROM ceasefire.layer_dataset l
          JOIN ceasefire.dataset d ON d.id = l.dataset_id
         GROUP BY l.layer_name
    LOOP
        EXECUTE format('COMMENT ON VIEW layer.%I IS %L', credit.layer_name,
                       credit.words || coalesce(credit.licences, '') || coalesce(credit.attributions, ''));
    END LOOP;
END $$;
COMMENT ON FUNCTION ceasefire.credit_layers() IS 'Writes the licences and attributions of the sources behind each layer into its comment. Called whenever data are loaded; what an operator wrote in the other lines stays.';
