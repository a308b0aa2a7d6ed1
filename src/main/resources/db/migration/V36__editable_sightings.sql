-- Sightings can be edited through their layers, as incidents are since V33: those at a point, those in an area, and those whose
-- report gives a bearing and a range from the observer.

-- A client writes where the observer stood as two numbers, as the layer shows it: it is no geometry of the feature.
ALTER TABLE ceasefire.sighting
    ADD COLUMN observer_longitude double precision CHECK (observer_longitude BETWEEN -180 AND 180),
    ADD COLUMN observer_latitude double precision CHECK (observer_latitude BETWEEN -90 AND 90);
COMMENT ON COLUMN ceasefire.sighting.observer_longitude IS 'Longitude of the point where the observer stood, in degrees; follows observer_point, which follows it.';
COMMENT ON COLUMN ceasefire.sighting.observer_latitude IS 'Latitude of the point where the observer stood, in degrees; follows observer_point, which follows it.';

CREATE FUNCTION ceasefire.place_observer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.observer_longitude, OLD.observer_latitude) IS DISTINCT FROM (NEW.observer_longitude, NEW.observer_latitude)
       OR TG_OP = 'INSERT' AND NEW.observer_point IS NULL THEN
        NEW.observer_point := ST_Point(NEW.observer_longitude, NEW.observer_latitude, 4326);
    ELSIF TG_OP = 'INSERT' OR ST_AsBinary(OLD.observer_point) IS DISTINCT FROM ST_AsBinary(NEW.observer_point) THEN
        NEW.observer_longitude := ST_X(NEW.observer_point);
        NEW.observer_latitude := ST_Y(NEW.observer_point);
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION ceasefire.place_observer() IS 'Trigger: keeps the observer''s point and its coordinates the same, whichever of them is written.';
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION ceasefire.place_observer() SET search_path = pg_catalog, %I, pg_temp',
                   (SELECT n.nspname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid = 'geometry'::regtype));
END $$;

-- The same observers, said in another way: no version of their own.
ALTER TABLE ceasefire.sighting DISABLE TRIGGER zz_kept_update;
UPDATE ceasefire.sighting SET observer_longitude = ST_X(observer_point), observer_latitude = ST_Y(observer_point) WHERE observer_point IS NOT NULL;
ALTER TABLE ceasefire.sighting ENABLE ALWAYS TRIGGER zz_kept_update;

CREATE TRIGGER observer_placed BEFORE INSERT OR UPDATE ON ceasefire.sighting FOR EACH ROW EXECUTE FUNCTION ceasefire.place_observer();
-- They are held against the coordinates, which an edit writes.
ALTER TABLE ceasefire.sighting
    DROP CONSTRAINT sector_is_whole,
    DROP CONSTRAINT sector_holds_no_pole,
    ADD CONSTRAINT observer_is_whole CHECK (num_nulls(observer_longitude, observer_latitude) IN (0, 2)),
    ADD CONSTRAINT sector_is_whole
        CHECK (num_nonnulls(bearing_deg, bearing_error_deg, range_to_m) IN (0, 3)
               AND (bearing_deg IS NULL OR observer_longitude IS NOT NULL)
               AND (range_from_m IS NULL OR bearing_deg IS NOT NULL)
               AND coalesce(range_to_m > coalesce(range_from_m, 0), true)),
    ADD CONSTRAINT sector_holds_no_pole
        CHECK (bearing_deg IS NULL OR abs(observer_latitude) + range_to_m / 110574 < 90);

COMMENT ON CONSTRAINT observer_is_whole ON ceasefire.sighting IS 'the observer has half a position; expected are both a longitude and a latitude, or neither';
COMMENT ON CONSTRAINT sector_is_whole ON ceasefire.sighting IS 'a sector is a bearing, its error and a range to some distance, which is farther than the one it begins at, from an observer; expected are all of them, or none';
COMMENT ON CONSTRAINT sector_holds_no_pole ON ceasefire.sighting IS 'the sector reaches a pole; expected is one that doesn''t';
COMMENT ON CONSTRAINT one_position ON ceasefire.sighting IS 'a sighting has a point, an area, or the sector that follows from a bearing; expected is one of them: with a bearing no geometry, or the sector''s own';
COMMENT ON CONSTRAINT uncertainty_of_a_point ON ceasefire.sighting IS 'there is an uncertainty of no point; expected is a point, or no uncertainty';
COMMENT ON CONSTRAINT counted_as_said ON ceasefire.sighting IS 'a count has a qualifier, and nothing else has; expected are both or neither';
COMMENT ON CONSTRAINT time_in_order ON ceasefire.sighting IS 'the end comes before the start; expected is an end that is the start or later';
COMMENT ON CONSTRAINT time_known_as_precisely_as_said ON ceasefire.sighting IS 'the time is said to be known to the hour or better; expected is a start or an end';
COMMENT ON CONSTRAINT duplicate_names_its_original ON ceasefire.sighting IS 'the status duplicate_of names another sighting, and no other status does; expected are both or neither';
COMMENT ON CONSTRAINT sighting_duplicate_of_id_fkey ON ceasefire.sighting IS 'there is no such sighting; expected is the id of one';
COMMENT ON CONSTRAINT sighting_observed_count_check ON ceasefire.sighting IS 'expected is 1 or more; null where nobody counted';
COMMENT ON CONSTRAINT sighting_bearing_deg_check ON ceasefire.sighting IS 'expected are degrees clockwise from north, 0 or more and less than 360';
COMMENT ON CONSTRAINT sighting_bearing_error_deg_check ON ceasefire.sighting IS 'expected are degrees to either side, more than 0 and 180 at most';
COMMENT ON CONSTRAINT sighting_range_from_m_check ON ceasefire.sighting IS 'expected are metres, 0 or more';
COMMENT ON CONSTRAINT sighting_range_to_m_check ON ceasefire.sighting IS 'expected are metres, 100000 at most';
COMMENT ON CONSTRAINT sighting_observer_longitude_check ON ceasefire.sighting IS 'expected are degrees from -180 to 180';
COMMENT ON CONSTRAINT sighting_observer_latitude_check ON ceasefire.sighting IS 'expected are degrees from -90 to 90';
SELECT ceasefire.say_constraints('ceasefire.sighting');

SELECT history.drop_past();
SELECT history.number('sighting');

-- From the row that it shows: the end of its list of columns is where its outermost FROM begins.
CREATE FUNCTION pg_temp.show_rev(view regclass, shown text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE OR REPLACE VIEW %s AS %s', view,
                   regexp_replace(pg_get_viewdef(view, true), '\n   FROM ', format(E',\n    %s AS rev\n   FROM ', shown)));
    EXECUTE format('COMMENT ON COLUMN %s.rev IS %L', view, E'Version\nNumber of the version of its record. A change that names the one that it was made of is put together with what others changed since.');
END $$;
SELECT pg_temp.show_rev('ceasefire.public_sighting', 's.rev');
SELECT pg_temp.show_rev('layer.sightings', 'public_sighting.rev');
SELECT pg_temp.show_rev('layer."sighting-areas"', 'public_sighting.rev');

DO $$
DECLARE
    edited record;
BEGIN
    FOR edited IN SELECT * FROM (VALUES
        ('sightings', 'geom=point, uncertainty_m'),
        ('sighting-areas', 'geom=area, observer_longitude, observer_latitude, bearing_deg, bearing_error_deg, range_from_m, range_to_m')
        ) AS layers (layer_name, place) LOOP
        EXECUTE format('COMMENT ON VIEW layer.%I IS %L', edited.layer_name,
                       obj_description(format('layer.%I', edited.layer_name)::regclass, 'pg_class')
                       || E'\n@edit ceasefire.sighting(id, ' || edited.place || ', side=party_id, equipment_class=equipment_class_id, observed_count, '
                       || 'count_qualifier, purpose, summary, time_start, time_end, time_precision, location_method, place=place_id, '
                       || 'place_as_reported, observation_means, status, duplicate_of=duplicate_of_id, reported_in, event_group)');
    END LOOP;
END $$;

SELECT history.make_past();
