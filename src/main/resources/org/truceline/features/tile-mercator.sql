-- Edges that are straight in degrees bend in Web Mercator: cut into tenths of a degree they stay within some metres of
-- where they belong. The poles are infinitely far; the world of the tiles ends at 85.06°.
ST_Transform(ST_Segmentize(
    CASE WHEN ST_YMax("tile:degrees") > 89 OR ST_YMin("tile:degrees") < -89
         THEN ST_ClipByBox2D("tile:degrees", ST_MakeEnvelope(-180, -89, 180, 89)::box2d)
         ELSE "tile:degrees" END, 0.1), 3857)
