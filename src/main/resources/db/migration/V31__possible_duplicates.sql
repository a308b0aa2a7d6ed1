-- Reports that may tell of one event, proposed by time, place and kind. People decide: two accounts of one event get one
-- event_group and both stay; one that only repeats another becomes its duplicate_of; and what is two events is written down
-- here, so that it isn't proposed again.

CREATE TABLE ceasefire.separate_event (
    incident_id text NOT NULL REFERENCES ceasefire.incident ON DELETE CASCADE ON UPDATE CASCADE,
    other_id    text NOT NULL REFERENCES ceasefire.incident ON DELETE CASCADE ON UPDATE CASCADE,
    reason      text CHECK (ceasefire.is_text(reason)),
    PRIMARY KEY (incident_id, other_id),
    CHECK (incident_id <> other_id)
);
COMMENT ON TABLE ceasefire.separate_event IS 'Incidents that somebody found to be different events, though they are near each other in time and place.';
COMMENT ON COLUMN ceasefire.separate_event.incident_id IS 'One of the two, whichever.';
COMMENT ON COLUMN ceasefire.separate_event.other_id IS 'The other one.';
COMMENT ON COLUMN ceasefire.separate_event.reason IS 'Why they are different events.';
CREATE INDEX ON ceasefire.separate_event (other_id);
SELECT history.keep('separate_event', 'incident_id', 'other_id');
SELECT history.index_references();

-- Half of the distance around each of the two: they are near each other where these boxes meet.
CREATE INDEX incident_surroundings ON ceasefire.incident
    USING gist (truceline.box_around(coalesce(point, area), 2500 + coalesce(uncertainty_m, 0)));

CREATE VIEW ceasefire.comparable_incident AS
SELECT i.id, i.event_type, i.sub_event_type, i.event_group, i.supersedes_id, i.summary, i.time_start, i.time_end,
       i.uncertainty_m, coalesce(i.point, i.area) AS place,
       truceline.box_around(coalesce(i.point, i.area), 2500 + coalesce(i.uncertainty_m, 0)) AS surroundings
  FROM ceasefire.incident i
 WHERE i.sensitivity = 'public' AND NOT i.is_embargoed AND i.status NOT IN ('retracted', 'duplicate_of')
   AND i.time_precision NOT IN ('month', 'year', 'unknown')
   AND i.time_start IS NOT NULL AND i.time_end IS NOT NULL AND coalesce(i.point, i.area) IS NOT NULL;
COMMENT ON VIEW ceasefire.comparable_incident IS 'Incidents that may be seen, and of which time and place are known well enough to be compared.';

CREATE VIEW layer."possible-duplicates" AS
SELECT a.id || '~' || b.id AS id,
       a.id AS incident,
       b.id AS other_incident,
       a.event_type,
       CASE WHEN a.sub_event_type IS NOT NULL AND b.sub_event_type IS NOT NULL
            THEN a.sub_event_type = b.sub_event_type END AS is_same_sub_event_type,
       round(apart.metres) AS distance_m,
       a.uncertainty_m + b.uncertainty_m AS uncertainty_m,
       round(extract(epoch FROM greatest(a.time_start - b.time_end, b.time_start - a.time_end, interval '0')) / 3600, 1)::float8 AS hours_apart,
       least(a.time_start, b.time_start) AS time_start,
       greatest(a.time_end, b.time_end) AS time_end,
       a.summary,
       b.summary AS other_summary,
       ST_Collect(ST_PointOnSurface(a.place), ST_PointOnSurface(b.place))::geometry(MultiPoint, 4326) AS geom
  FROM ceasefire.comparable_incident a
  JOIN ceasefire.comparable_incident b
    ON a.id < b.id AND a.event_type = b.event_type AND a.surroundings && b.surroundings
   AND a.time_start <= b.time_end + interval '24 hours' AND b.time_start <= a.time_end + interval '24 hours'
 CROSS JOIN LATERAL (SELECT ST_Distance(a.place::geography, b.place::geography) AS metres) AS apart
 WHERE apart.metres <= 5000 + coalesce(a.uncertainty_m, 0) + coalesce(b.uncertainty_m, 0)
   AND (a.event_group = b.event_group) IS NOT TRUE
   AND (a.supersedes_id = b.id) IS NOT TRUE AND (b.supersedes_id = a.id) IS NOT TRUE
   AND NOT EXISTS (SELECT FROM ceasefire.separate_event s WHERE (s.incident_id, s.other_id) IN ((a.id, b.id), (b.id, a.id)));
COMMENT ON VIEW layer."possible-duplicates" IS 'Possible duplicates
Pairs of reports of the same event type that may tell of one event: within 24 hours and 5 km of each other, uncertainties of place added. A proposal, made by no person: both reports stand as they are. Reports that share an event group, replace each other, or were found to be separate events are not proposed; nor are those whose time is known to a month or worse, or whose place is not known.';
DO $$
DECLARE
    note record;
BEGIN
    FOR note IN SELECT * FROM (VALUES
        ('id', E'Id\nBoth reports'' ids, joined by ~.'),
        ('incident', E'Report\nId in the layer incidents or incident-areas. The two stand in the order of their ids, which says nothing of which is right.'),
        ('other_incident', E'Other report\nId in the layer incidents or incident-areas.'),
        ('event_type', E'Event type\nACLED event type of both.'),
        ('is_same_sub_event_type', E'Same sub-event type\nNull where one of the two does not say it.'),
        ('distance_m', E'Distance (m)\nBetween the two places as they are given, on the ellipsoid.'),
        ('uncertainty_m', E'Uncertainty (m)\nOf both places together; null where that of one is not known.'),
        ('hours_apart', E'Hours apart\nBetween the times that the reports allow; 0 where these overlap.'),
        ('time_start', E'Start\nThe earlier start of the two, UTC.\n@start'),
        ('time_end', E'End\nThe later end of the two, UTC.\n@end'),
        ('summary', E'Summary\nWhat the report says.'),
        ('other_summary', E'Other summary\nWhat the other report says.'),
        ('geom', E'Where\nA point in each report''s place. Longitude and latitude, WGS84.')) AS notes (column_name, words)
    LOOP
        EXECUTE format('COMMENT ON COLUMN layer."possible-duplicates".%I IS %L', note.column_name, note.words);
    END LOOP;
    FOR note IN SELECT * FROM (VALUES
        ('id', 'The incident.'), ('event_type', 'ACLED event type.'), ('sub_event_type', 'ACLED sub-event type.'),
        ('event_group', 'Ties accounts of one event.'), ('supersedes_id', 'The incident that this one replaces.'),
        ('summary', 'What is reported.'), ('time_start', 'Start of the time that the report allows.'),
        ('time_end', 'End of the time that the report allows.'),
        ('uncertainty_m', 'Metres around the place within which it happened; null when not known.'),
        ('place', 'Point or area.'),
        ('surroundings', 'Box of all within 2.5 km of where it may have happened.')) AS notes (column_name, words)
    LOOP
        EXECUTE format('COMMENT ON COLUMN ceasefire.comparable_incident.%I IS %L', note.column_name, note.words);
    END LOOP;
END $$;

CREATE OR REPLACE VIEW ceasefire.layer_dataset AS
SELECT 'incidents' AS layer_name, dataset_id FROM ceasefire.incident WHERE area IS NULL
UNION SELECT 'incident-areas', dataset_id FROM ceasefire.incident WHERE area IS NOT NULL
UNION SELECT 'possible-duplicates', dataset_id FROM ceasefire.incident
UNION SELECT 'sightings', dataset_id FROM ceasefire.sighting WHERE outline IS NULL
UNION SELECT 'sighting-areas', dataset_id FROM ceasefire.sighting WHERE outline IS NOT NULL
UNION SELECT l.layer_name, d.dataset_id
        FROM (SELECT dataset_id FROM ceasefire.sighting
              UNION SELECT a.dataset_id FROM ceasefire.withdrawal_rule r
                      JOIN ceasefire.alignment a ON a.boundary_line_id IN (r.boundary_line_id, r.other_line_id)
              UNION SELECT s.dataset_id FROM ceasefire.withdrawal_rule r JOIN ceasefire.site s ON s.id = r.site_id) AS d,
             (VALUES ('compliance'), ('compliance-claims')) AS l (layer_name)
UNION SELECT 'patrol-zones', dataset_id FROM ceasefire.patrol_zone
UNION SELECT 'boundary-lines', dataset_id FROM ceasefire.alignment
UNION SELECT 'territories', dataset_id FROM ceasefire.territory
UNION SELECT l.layer_name, a.dataset_id
        FROM ceasefire.withdrawal_rule r
        JOIN ceasefire.alignment a ON a.boundary_line_id IN (r.boundary_line_id, r.other_line_id),
             (VALUES ('withdrawal-areas'), ('withdrawal-area-versions'), ('withdrawal-area-parts')) AS l (layer_name)
UNION SELECT l.layer_name, s.dataset_id
        FROM ceasefire.withdrawal_rule r
        JOIN ceasefire.site s ON s.id = r.site_id,
             (VALUES ('withdrawal-areas'), ('withdrawal-area-versions'), ('withdrawal-area-parts')) AS l (layer_name)
UNION SELECT 'places', dataset_id FROM ceasefire.place
UNION SELECT 'agreements', dataset_id FROM ceasefire.agreement
UNION SELECT 'statements', dataset_id FROM ceasefire.statement
UNION SELECT 'casualty-statements', dataset_id FROM ceasefire.casualty_statement;
SELECT ceasefire.credit_layers();

SELECT history.make_past();
