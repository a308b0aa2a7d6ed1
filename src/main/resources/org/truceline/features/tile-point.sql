-- A point's way to the tile's whole numbers is shorter: nothing to cut, to bend, or to keep from vanishing. A whole turn
-- beyond ±180 it is on no earth.
CROSS JOIN LATERAL (
    SELECT CASE WHEN abs(ST_X(flat)) > 540 THEN NULL
                WHEN ST_X(flat) > 180 THEN ST_Translate(flat, -360, 0)
                WHEN ST_X(flat) < -180 THEN ST_Translate(flat, 360, 0)
                ELSE flat END AS "tile:degrees"
      FROM (SELECT ST_Force2D({0}) AS flat OFFSET 0) AS "tile:flat"
    OFFSET 0) AS "tile:1"
CROSS JOIN LATERAL (SELECT {1} AS "tile:plane" OFFSET 0) AS "tile:2"
CROSS JOIN LATERAL (SELECT {2} AS "tile:turned" OFFSET 0) AS "tile:3"
CROSS JOIN LATERAL (SELECT ST_AsMVTGeom("tile:turned", {3}) AS "tile:grid" OFFSET 0) AS "tile:4"
