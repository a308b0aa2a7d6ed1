-- Equipment and forces seen. A sighting is somebody's report of what stood where, not of what happened; what a rule says to
-- it is computed, and not in here. Conventions as in V1.

-- "4 to 5 km southwest of our position" as an area, with arcs in steps of half a degree (10⁻⁵ of the range off the circle).
-- Longitudes are unwrapped around the observer and cut at 180 degrees at the end.
CREATE FUNCTION ceasefire.sector(observer geometry, bearing_deg double precision, half_width_deg double precision,
                                 nearest_m double precision, farthest_m double precision) RETURNS geometry
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH arc AS (
        SELECT range_m,
               ST_MakeLine(ST_Translate(place, -360 * round((ST_X(place) - ST_X(observer)) / 360), 0) ORDER BY number) AS line
          FROM (SELECT r.range_m, a.number,
                       ST_Project(observer::geography, r.range_m,
                                  radians(bearing_deg + half_width_deg * (2 * a.number / ceil(4 * half_width_deg) - 1)))::geometry AS place
                  FROM (VALUES (nearest_m), (farthest_m)) AS r (range_m),
                       generate_series(0, ceil(4 * half_width_deg)::int) AS a (number)) AS step
         GROUP BY range_m
    ),
    both_arcs AS (
        SELECT (SELECT line FROM arc WHERE range_m = farthest_m) AS far,
               CASE WHEN nearest_m > 0 THEN (SELECT line FROM arc WHERE range_m = nearest_m) END AS near
    ),
    shape AS (
        SELECT CASE
                   WHEN half_width_deg < 180 THEN
                       ST_MakePolygon(ST_AddPoint(ST_MakeLine(far, coalesce(ST_Reverse(near), observer)), ST_StartPoint(far)))
                   -- All around: the last point of an arc is the first one but for rounding.
                   WHEN near IS NULL THEN ST_MakePolygon(ST_SetPoint(far, -1, ST_StartPoint(far)))
                   ELSE ST_MakePolygon(ST_SetPoint(far, -1, ST_StartPoint(far)),
                                       ARRAY [ST_SetPoint(near, -1, ST_StartPoint(near))])
               END AS polygon
          FROM both_arcs
    )
    SELECT ST_Multi(ST_WrapX(ST_WrapX(polygon, 180, -360), -180, 360)) FROM shape;
END;
COMMENT ON FUNCTION ceasefire.sector(geometry, double precision, double precision, double precision, double precision) IS 'All that lies between two distances in metres from an observer, within so many degrees of a true bearing on either side, as a multipolygon in longitude and latitude.';


CREATE TABLE ceasefire.sighting (
    id                 text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id         text REFERENCES ceasefire.dataset,
    event_group        text CHECK (ceasefire.is_slug(event_group)),
    reported_in        text CHECK (ceasefire.is_slug(reported_in)),
    -- what, and whose
    party_id           text REFERENCES ceasefire.party,
    equipment_class_id text NOT NULL REFERENCES ceasefire.equipment_class ON UPDATE CASCADE,
    observed_count     integer CHECK (observed_count > 0),
    count_qualifier    text CHECK (count_qualifier IN ('exact', 'about', 'at_least')),
    purpose            text CHECK (ceasefire.is_slug(purpose)),
    summary            text NOT NULL CHECK (ceasefire.is_text(summary)),
    -- when
    time_start         timestamptz,
    time_end           timestamptz,
    time_precision     text NOT NULL CHECK (time_precision IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'week',
                           'month', 'year', 'unknown')),
    local_date         date,
    local_time_from    time,
    local_time_to      time,
    utc_offset         text CHECK (utc_offset ~ '^[+-](0[0-9]|1[0-4]):[0-5][0-9]$'),
    -- where: a point, a sector or an area
    point              geometry(Point, 4326) CHECK (ceasefire.is_on_earth(point)),
    uncertainty_m      double precision CHECK (uncertainty_m >= 0 AND uncertainty_m < 1e6),
    observer_point     geometry(Point, 4326) CHECK (ceasefire.is_on_earth(observer_point)),
    bearing_deg        double precision CHECK (bearing_deg >= 0 AND bearing_deg < 360),
    bearing_error_deg  double precision CHECK (bearing_error_deg > 0 AND bearing_error_deg <= 180),
    range_from_m       double precision CHECK (range_from_m >= 0),
    range_to_m         double precision CHECK (range_to_m <= 1e5),
    area               geometry(MultiPolygon, 4326) CHECK (ceasefire.is_on_earth(area)),
    outline            geometry(MultiPolygon, 4326) CHECK (ceasefire.is_on_earth(outline))
                       GENERATED ALWAYS AS (CASE
                           WHEN area IS NOT NULL THEN area
                           WHEN num_nulls(observer_point, bearing_deg, bearing_error_deg, range_to_m) = 0
                                AND range_to_m > coalesce(range_from_m, 0) AND range_to_m <= 1e5
                                AND bearing_error_deg > 0 AND bearing_error_deg <= 180
                           THEN ceasefire.sector(observer_point, bearing_deg, bearing_error_deg, coalesce(range_from_m, 0), range_to_m)
                       END) STORED,
    location_method    text CHECK (location_method IN ('gps', 'observer_bearing', 'gazetteer', 'imagery', 'claimed')),
    place_id           text REFERENCES ceasefire.place,
    place_as_reported  text CHECK (ceasefire.is_text(place_as_reported)),
    observation_means  text CHECK (observation_means IN ('heard', 'saw', 'camera', 'uav', 'satellite', 'interview', 'media')),
    -- handling
    status             text NOT NULL DEFAULT 'reported' CHECK (status IN ('reported', 'under_verification', 'corroborated',
                           'verified', 'disputed', 'retracted', 'duplicate_of')),
    duplicate_of_id    text REFERENCES ceasefire.sighting,
    sensitivity        text NOT NULL DEFAULT 'public' CHECK (sensitivity IN ('public', 'parties', 'restricted', 'confidential')),
    recorded_at        timestamptz NOT NULL DEFAULT now(),
    version            bigint NOT NULL,
    CONSTRAINT time_in_order CHECK (ceasefire.is_period(time_start, time_end)),
    CONSTRAINT time_known_as_precisely_as_said
        CHECK (time_precision NOT IN ('second', 'minute', 'hour') OR num_nonnulls(time_start, time_end) > 0),
    CONSTRAINT local_time_has_date_and_offset
        CHECK (num_nonnulls(local_time_from, local_time_to) = 0 OR num_nulls(local_date, utc_offset) = 0),
    CONSTRAINT counted_as_said CHECK ((observed_count IS NULL) = (count_qualifier IS NULL)),
    CONSTRAINT one_position CHECK (num_nonnulls(point, bearing_deg, area) <= 1),
    CONSTRAINT uncertainty_of_a_point CHECK (uncertainty_m IS NULL OR point IS NOT NULL),
    CONSTRAINT sector_is_whole
        CHECK (num_nonnulls(bearing_deg, bearing_error_deg, range_to_m) IN (0, 3)
               AND (bearing_deg IS NULL OR observer_point IS NOT NULL)
               AND (range_from_m IS NULL OR bearing_deg IS NOT NULL)
               AND coalesce(range_to_m > coalesce(range_from_m, 0), true)),
    -- No ring of longitudes and latitudes runs around a pole.
    CONSTRAINT sector_holds_no_pole
        CHECK (bearing_deg IS NULL OR abs(ST_Y(observer_point)) + range_to_m / 110574 < 90),
    CONSTRAINT duplicate_names_its_original
        CHECK ((status = 'duplicate_of') = (duplicate_of_id IS NOT NULL) AND duplicate_of_id <> id)
);
CREATE INDEX ON ceasefire.sighting USING gist (point);
CREATE INDEX ON ceasefire.sighting USING gist (outline);
CREATE INDEX ON ceasefire.sighting (time_start, time_end);
CREATE INDEX ON ceasefire.sighting (time_end);
-- The two layers are read place by place, those without a known place last, each through its own share of the rows.
CREATE INDEX ON ceasefire.sighting (place_id, id) WHERE outline IS NULL;
CREATE INDEX ON ceasefire.sighting (place_id, id) WHERE outline IS NOT NULL;
CREATE INDEX ON ceasefire.sighting (event_group);
CREATE TRIGGER version_new BEFORE INSERT ON ceasefire.sighting
    FOR EACH ROW EXECUTE FUNCTION ceasefire.stamp_version();
-- Words move no verdict.
CREATE TRIGGER version_changed BEFORE UPDATE ON ceasefire.sighting
    FOR EACH ROW WHEN ((OLD.party_id, OLD.equipment_class_id, OLD.observed_count, OLD.count_qualifier, OLD.purpose,
                        OLD.time_start, OLD.time_end, OLD.uncertainty_m, OLD.bearing_deg, OLD.bearing_error_deg,
                        OLD.range_from_m, OLD.range_to_m, OLD.status, ST_AsBinary(OLD.point), ST_AsBinary(OLD.observer_point),
                        ST_AsBinary(OLD.area))
                           IS DISTINCT FROM
                       (NEW.party_id, NEW.equipment_class_id, NEW.observed_count, NEW.count_qualifier, NEW.purpose,
                        NEW.time_start, NEW.time_end, NEW.uncertainty_m, NEW.bearing_deg, NEW.bearing_error_deg,
                        NEW.range_from_m, NEW.range_to_m, NEW.status, ST_AsBinary(NEW.point), ST_AsBinary(NEW.observer_point),
                        ST_AsBinary(NEW.area)))
    EXECUTE FUNCTION ceasefire.stamp_version();
COMMENT ON TABLE ceasefire.sighting IS 'Equipment or forces seen or heard, as somebody reports it. Not a verdict: whether anything was where it must not be is computed from it.';
COMMENT ON COLUMN ceasefire.sighting.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.sighting.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.sighting.event_group IS 'Ties records of one event.';
COMMENT ON COLUMN ceasefire.sighting.reported_in IS 'Id of the incident, statement or account of an agreement that tells of it; null when it is a report of its own.';
COMMENT ON COLUMN ceasefire.sighting.party_id IS 'The side that the report says it belonged to; null when not known.';
COMMENT ON COLUMN ceasefire.sighting.equipment_class_id IS 'What was seen.';
COMMENT ON COLUMN ceasefire.sighting.observed_count IS 'How many; null when not known.';
COMMENT ON COLUMN ceasefire.sighting.count_qualifier IS 'exact, about, at_least.';
COMMENT ON COLUMN ceasefire.sighting.purpose IS 'What it was there for, if the report says so: a slug such as medical_evacuation, demining, joint_patrol; some rules exempt some purposes.';
COMMENT ON COLUMN ceasefire.sighting.summary IS 'What is reported, and by whom.';
COMMENT ON COLUMN ceasefire.sighting.time_start IS 'Start of the time that the report allows; null when unbounded.';
COMMENT ON COLUMN ceasefire.sighting.time_end IS 'End of the time that the report allows; equal to time_start for an instant.';
COMMENT ON COLUMN ceasefire.sighting.time_precision IS 'How precisely the time was reported.';
COMMENT ON COLUMN ceasefire.sighting.local_date IS 'Local date as reported.';
COMMENT ON COLUMN ceasefire.sighting.local_time_from IS 'Local time as reported.';
COMMENT ON COLUMN ceasefire.sighting.local_time_to IS 'Local end time, or time of the report, as reported.';
COMMENT ON COLUMN ceasefire.sighting.utc_offset IS 'Offset from UTC of the local times, such as +06:00.';
COMMENT ON COLUMN ceasefire.sighting.point IS 'Where, when the report names a spot.';
COMMENT ON COLUMN ceasefire.sighting.uncertainty_m IS 'Radius in metres around the point that holds 95 % of a circular normal distribution; 0 is exact; null when not known, which is not 0.';
COMMENT ON COLUMN ceasefire.sighting.observer_point IS 'Where the observer stood.';
COMMENT ON COLUMN ceasefire.sighting.bearing_deg IS 'True bearing from the observer, clockwise from north.';
COMMENT ON COLUMN ceasefire.sighting.bearing_error_deg IS 'How far the bearing may be off to either side, in degrees; 180 when no direction is known.';
COMMENT ON COLUMN ceasefire.sighting.range_from_m IS 'At least so far from the observer, in metres; null for 0.';
COMMENT ON COLUMN ceasefire.sighting.range_to_m IS 'At most so far from the observer, in metres.';
COMMENT ON COLUMN ceasefire.sighting.area IS 'Where, when the report gives an area: anywhere in it.';
COMMENT ON COLUMN ceasefire.sighting.outline IS 'The area, or the sector as an area; follows from the other columns.';
COMMENT ON COLUMN ceasefire.sighting.location_method IS 'How the position was found.';
COMMENT ON COLUMN ceasefire.sighting.place_id IS 'The place of the gazetteer that is meant.';
COMMENT ON COLUMN ceasefire.sighting.place_as_reported IS 'The place''s name as the report writes it.';
COMMENT ON COLUMN ceasefire.sighting.observation_means IS 'How it was observed; null when not told.';
COMMENT ON COLUMN ceasefire.sighting.status IS 'How far it has been verified.';
COMMENT ON COLUMN ceasefire.sighting.duplicate_of_id IS 'The sighting that this one repeats.';
COMMENT ON COLUMN ceasefire.sighting.sensitivity IS 'Who may see it. The layers show what is public.';
COMMENT ON COLUMN ceasefire.sighting.recorded_at IS 'When it was recorded here.';
COMMENT ON COLUMN ceasefire.sighting.version IS 'Set by the database; moves when what a verdict is computed from moves.';
COMMENT ON SEQUENCE ceasefire.input_version IS 'Versions of what is computed from: withdrawal rules, alignments, territories, sightings.';

CREATE TABLE ceasefire.sighting_source (
    sighting_id  text NOT NULL REFERENCES ceasefire.sighting ON DELETE CASCADE ON UPDATE CASCADE,
    ordinal      smallint NOT NULL CHECK (ordinal > 0),
    party_id     text REFERENCES ceasefire.party,
    publisher    text CHECK (ceasefire.is_text(publisher)),
    url          text CHECK (ceasefire.is_web_address(url)),
    published_at timestamptz,
    reliability  text CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    credibility  smallint CHECK (credibility BETWEEN 1 AND 6),
    PRIMARY KEY (sighting_id, ordinal),
    CHECK (num_nonnulls(party_id, publisher, url) > 0)
);
COMMENT ON TABLE ceasefire.sighting_source IS 'Where a sighting is known from.';
COMMENT ON COLUMN ceasefire.sighting_source.sighting_id IS 'The sighting.';
COMMENT ON COLUMN ceasefire.sighting_source.ordinal IS 'Order in which sources are shown.';
COMMENT ON COLUMN ceasefire.sighting_source.party_id IS 'The side whose report it is; null when not known.';
COMMENT ON COLUMN ceasefire.sighting_source.publisher IS 'Who published it.';
COMMENT ON COLUMN ceasefire.sighting_source.url IS 'Address.';
COMMENT ON COLUMN ceasefire.sighting_source.published_at IS 'When it was published; null when not known.';
COMMENT ON COLUMN ceasefire.sighting_source.reliability IS 'Reliability of the source by the Admiralty code, A (completely reliable) to F (cannot be judged); null when nobody has judged it.';
COMMENT ON COLUMN ceasefire.sighting_source.credibility IS 'Credibility of the information by the Admiralty code, 1 (confirmed) to 6 (cannot be judged); null when nobody has judged it.';


CREATE VIEW ceasefire.public_sighting AS
SELECT s.id,
       s.party_id AS side,
       s.equipment_class_id AS equipment_class,
       e.name AS equipment,
       s.observed_count,
       s.count_qualifier,
       s.purpose,
       s.summary,
       s.time_start,
       s.time_end,
       s.time_precision,
       to_char(s.local_date, 'YYYY-MM-DD,')
           || coalesce(' ' || to_char(s.local_time_from, 'HH24:MI'), '')
           || coalesce(CASE WHEN s.local_time_from IS NULL THEN ' until ' ELSE '–' END
                       || to_char(s.local_time_to, 'HH24:MI'), '')
           || coalesce(' UTC' || s.utc_offset, ' offset from UTC not known') AS local_time,
       CASE WHEN s.point IS NOT NULL THEN 'point' WHEN s.bearing_deg IS NOT NULL THEN 'sector'
            WHEN s.area IS NOT NULL THEN 'area' ELSE 'not_known' END AS position_kind,
       s.uncertainty_m,
       ST_X(s.observer_point) AS observer_longitude,
       ST_Y(s.observer_point) AS observer_latitude,
       s.bearing_deg,
       s.bearing_error_deg,
       s.range_from_m,
       s.range_to_m,
       s.location_method,
       s.place_id AS place,
       p.name AS place_name,
       s.place_as_reported,
       s.observation_means,
       (SELECT string_agg(DISTINCT o.party_id, ', ' ORDER BY o.party_id)
          FROM ceasefire.sighting_source o WHERE o.sighting_id = s.id) AS reported_by,
       (SELECT o.publisher FROM ceasefire.sighting_source o WHERE o.sighting_id = s.id
         ORDER BY o.ordinal LIMIT 1) AS source_publisher,
       (SELECT o.url FROM ceasefire.sighting_source o WHERE o.sighting_id = s.id
         ORDER BY o.ordinal LIMIT 1) AS source_url,
       (SELECT jsonb_agg(jsonb_build_object('party', o.party_id, 'publisher', o.publisher, 'url', o.url,
                                            'published_at', o.published_at, 'reliability', o.reliability,
                                            'credibility', o.credibility) ORDER BY o.ordinal)
          FROM ceasefire.sighting_source o WHERE o.sighting_id = s.id) AS sources,
       s.status,
       s.duplicate_of_id AS duplicate_of,
       s.reported_in,
       s.event_group,
       s.dataset_id AS dataset,
       s.point,
       s.outline
  FROM ceasefire.sighting s
  JOIN ceasefire.equipment_class e ON e.id = s.equipment_class_id
  LEFT JOIN ceasefire.place p ON p.id = s.place_id
 WHERE s.sensitivity = 'public';
COMMENT ON VIEW ceasefire.public_sighting IS 'Sightings that may be shown to everybody, with their sources. What the two sighting layers have in common.';

CREATE VIEW layer."sightings" AS
SELECT id, side, equipment_class, equipment, observed_count, count_qualifier, purpose, summary, time_start, time_end,
       time_precision, local_time, position_kind, uncertainty_m, location_method, place, place_name, place_as_reported,
       observation_means, reported_by, source_publisher, source_url, sources, status, duplicate_of, reported_in, event_group,
       dataset, point AS geom
  FROM ceasefire.public_sighting
 WHERE outline IS NULL;
COMMENT ON VIEW layer."sightings" IS 'Sightings
Equipment and forces that somebody reports to have seen or heard, at points with their uncertainty; without geometry where no place is known. A sighting is a report: what rules say to it is in the layer compliance.
@order place';

CREATE VIEW layer."sighting-areas" AS
SELECT id, side, equipment_class, equipment, observed_count, count_qualifier, purpose, summary, time_start, time_end,
       time_precision, local_time, position_kind, observer_longitude, observer_latitude, bearing_deg, bearing_error_deg,
       range_from_m, range_to_m, location_method, place, place_name, place_as_reported, observation_means, reported_by,
       source_publisher, source_url, sources, status, duplicate_of, reported_in, event_group, dataset, outline AS geom
  FROM ceasefire.public_sighting
 WHERE outline IS NOT NULL;
COMMENT ON VIEW layer."sighting-areas" IS 'Sighting areas
Sightings whose report gives a sector (a bearing and a range from the observer) or an area rather than a point. Read as the layer sightings.
@order place';

-- Both layers say the same of the columns that they share.
DO $$
DECLARE
    note record;
    relation regclass;
BEGIN
    FOR note IN SELECT * FROM (VALUES
        ('id', E'Id\nThe same each time the source is loaded.'),
        ('side', E'Side\nThat the report says it belonged to; null when not known.'),
        ('equipment_class', E'Equipment class\nWhat was seen.'),
        ('equipment', E'Equipment\nName of the class.'),
        ('observed_count', E'Count\nHow many were seen; null when not known, which is not 0.'),
        ('count_qualifier', E'Count qualifier\nexact, about, at_least.'),
        ('purpose', E'Purpose\nWhat it was there for, if the report says so.'),
        ('summary', E'Summary\nWhat is reported, and by whom.'),
        ('time_start', E'Start\nStart of the time that the report allows, UTC.\n@start'),
        ('time_end', E'End\nEnd of the time that the report allows, UTC.\n@end'),
        ('time_precision', E'Precision of time\nHow precisely the time was reported: second, minute, hour, part_of_day, day …'),
        ('local_time', E'Local time\nAs reported, with its offset from UTC.'),
        ('position_kind', E'Kind of position\npoint, sector, area, not_known.'),
        ('uncertainty_m', E'Uncertainty (m)\nRadius around the point that holds 95 % of a circular normal distribution; null when not known, which is not 0.'),
        ('observer_longitude', E'Longitude of the observer\nDegrees.'),
        ('observer_latitude', E'Latitude of the observer\nDegrees.'),
        ('bearing_deg', E'Bearing (deg)\nTrue, from the observer, clockwise from north; null for an area.'),
        ('bearing_error_deg', E'Error of the bearing (deg)\nTo either side.'),
        ('range_from_m', E'Range from (m)\nAt least so far from the observer; null for 0.'),
        ('range_to_m', E'Range to (m)\nAt most so far from the observer.'),
        ('location_method', E'Location method\nHow the position was found: gps, observer_bearing, gazetteer, imagery, claimed.'),
        ('place', E'Place\nId in the layer places.'),
        ('place_name', E'Place name\nAs in the layer places.'),
        ('place_as_reported', E'Place as reported\nThe name as the report writes it.'),
        ('observation_means', E'Observed by\nheard, saw, camera, uav, satellite, interview, media; null when not told.'),
        ('reported_by', E'Reported by\nThe side or sides whose report it is.'),
        ('source_publisher', E'Source\nPublisher of the first source.'),
        ('source_url', E'Source address\nAddress of the first source.'),
        ('sources', E'Sources\nList of {party, publisher, url, published_at, reliability, credibility}; reliability A–F and credibility 1–6 by the Admiralty code, null when not judged.\n@json array'),
        ('status', E'Status\nreported, under_verification, corroborated, verified, disputed, retracted, duplicate_of.'),
        ('duplicate_of', E'Duplicate of\nThe sighting that it repeats.'),
        ('reported_in', E'Reported in\nId of the incident, statement or account of an agreement that tells of it.'),
        ('event_group', E'Event group\nTies records of one event.'),
        ('dataset', E'Data set\nThe source that the record was loaded from; null when entered by hand.'),
        ('point', E'Point\nWhere, when the report names a spot.'),
        ('outline', E'Outline\nWhere, when the report gives a sector or an area.'),
        ('geom', E'Where\nLongitude and latitude, WGS84.')) AS notes(column_name, words)
    LOOP
        FOREACH relation IN ARRAY ARRAY ['ceasefire.public_sighting', 'layer."sightings"', 'layer."sighting-areas"']::regclass[] LOOP
            IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation AND attname = note.column_name) THEN
                EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', relation, note.column_name, note.words);
            END IF;
        END LOOP;
    END LOOP;
END $$;

CREATE OR REPLACE VIEW ceasefire.layer_dataset AS
SELECT 'incidents' AS layer_name, dataset_id FROM ceasefire.incident WHERE area IS NULL
UNION SELECT 'incident-areas', dataset_id FROM ceasefire.incident WHERE area IS NOT NULL
UNION SELECT 'sightings', dataset_id FROM ceasefire.sighting WHERE outline IS NULL
UNION SELECT 'sighting-areas', dataset_id FROM ceasefire.sighting WHERE outline IS NOT NULL
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
