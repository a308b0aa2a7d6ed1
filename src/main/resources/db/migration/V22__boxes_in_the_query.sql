-- One expression, which PostgreSQL puts into the query in place of the call: an extent looks at every row.
CREATE OR REPLACE FUNCTION truceline.box_around(shape geometry, metres double precision) RETURNS geometry
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN metres > 0 THEN
    -- The ellipsoid's smallest radius of curvature makes an angle that is never too small.
    ST_Expand(shape,
              CASE WHEN greatest(abs(ST_YMin(shape)), abs(ST_YMax(shape))) + degrees(metres / 6335439) < 90
                   THEN asind(least(sin(metres / 6335439) / cosd(greatest(abs(ST_YMin(shape)), abs(ST_YMax(shape)))), 1))
                   ELSE 360 END,
              degrees(metres / 6335439))
    ELSE shape END;
COMMENT ON FUNCTION truceline.box_around(geometry, double precision) IS 'Box of longitudes and latitudes that holds all within so many metres of a shape in EPSG:4326, perhaps beyond ±180 and ±90; the shape itself where the metres are null or not positive. A circle of radius r around latitude φ reaches asin(sin r / cos φ) to the east and the west.';
