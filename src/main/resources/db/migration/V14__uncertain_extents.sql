-- A point that may be off by kilometres doesn't end the extent of its layer where it stands.

CREATE FUNCTION truceline.box_around(shape geometry, metres double precision) RETURNS geometry
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN metres > 0 AND NOT ST_IsEmpty(shape) THEN (
    SELECT ST_MakeEnvelope(least(west, greatest(west - along, -180)), least(south, greatest(south - angle, -90)),
                           greatest(east, least(east + along, 180)), greatest(north, least(north + angle, 90)), 4326)
      FROM (SELECT ST_XMin(shape) AS west, ST_YMin(shape) AS south, ST_XMax(shape) AS east, ST_YMax(shape) AS north,
                   -- By the ellipsoid's smallest radius of curvature: an angle never too small.
                   least(metres / 6335439 * 180 / pi(), 180) AS angle) AS box,
           LATERAL (SELECT greatest(abs(south), abs(north)) AS farthest) AS latitude,
           LATERAL (SELECT CASE WHEN farthest + angle < 90
                                THEN asind(least(sind(angle) / cosd(farthest), 1)) ELSE 360 END AS along) AS width)
    ELSE shape END;
COMMENT ON FUNCTION truceline.box_around(geometry, double precision) IS 'Box of longitudes and latitudes that holds all within so many metres of a shape in EPSG:4326, not beyond ±180 and ±90 unless the shape is; the shape itself where the metres are null or not positive. A circle of radius r around latitude φ reaches asin(sin r / cos φ) to the east and the west.';

DO $$
DECLARE
    marked record;
BEGIN
    FOR marked IN
        SELECT c.relname, col_description(c.oid, a.attnum) AS words
          FROM pg_class c
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'uncertainty_m'
         WHERE c.relnamespace = 'layer'::regnamespace AND c.relkind = 'v'
           AND c.relname IN ('incidents', 'incident-areas', 'places', 'agreements', 'statements', 'sightings', 'compliance')
    LOOP
        EXECUTE format('COMMENT ON COLUMN layer.%I.uncertainty_m IS %L', marked.relname,
                       coalesce(marked.words, 'Uncertainty (m)') || E'\n@uncertainty');
    END LOOP;
END
$$;
