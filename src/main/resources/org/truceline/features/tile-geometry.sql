-- From a geometry in degrees to one in a tile's whole numbers. OFFSET 0 has each step done once, for whoever reads it.
-- Beyond ±180 a geometry is cut, and goes on at the other edge of the world. A whole turn farther, beyond ±540, it is on no
-- earth, and may have any length: that is cut off before anything else is done.
CROSS JOIN LATERAL (
    SELECT CASE WHEN ST_XMax(near) > 180 OR ST_XMin(near) < -180 THEN ST_WrapX(ST_WrapX(near, 180, -360), -180, 360)
                ELSE near END AS "tile:degrees"
      FROM (SELECT CASE WHEN ST_XMax(flat) > 540 OR ST_XMin(flat) < -540
                        THEN ST_ClipByBox2D(flat, ST_MakeEnvelope(-540, -90, 540, 90)::box2d)
                        ELSE flat END AS near
              FROM (SELECT ST_Force2D({0}) AS flat OFFSET 0) AS "tile:flat"
            OFFSET 0) AS "tile:near"
    OFFSET 0) AS "tile:1"
CROSS JOIN LATERAL (SELECT {1} AS "tile:plane" OFFSET 0) AS "tile:2"
CROSS JOIN LATERAL (SELECT {2} AS "tile:turned" OFFSET 0) AS "tile:3"
-- PostGIS drops lines and areas smaller than a unit; here they become the shortest line and the smallest square, at one of
-- their positions, so that each feature is in some tile at any scale.
CROSS JOIN LATERAL (
    SELECT ST_Collect(coalesce(ST_AsMVTGeom(part, {4}), (
               SELECT CASE ST_Dimension(part)
                          WHEN 1 THEN ST_MakeLine(dot, ST_Translate(dot, 1, 0))
                          ELSE ST_MakeEnvelope(ST_X(dot), ST_Y(dot), ST_X(dot) + 1, ST_Y(dot) + 1) END
                 FROM (SELECT ST_AsMVTGeom(ST_GeometryN(ST_Points(part), 1), {4}) AS dot OFFSET 0) AS "tile:dot"
                WHERE ST_Dimension(part) > 0 AND dot IS NOT NULL))) AS "tile:grid"
      FROM {3} AS "tile:parts" (part)
     WHERE NOT ST_IsEmpty(part)
    OFFSET 0) AS "tile:4"
