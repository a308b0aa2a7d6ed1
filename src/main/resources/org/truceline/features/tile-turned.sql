-- A tile at the edge of the world shows in its buffer what lies on the other side. What lies on the antimeridian itself
-- belongs to the tile east of it.
(SELECT ST_Collect(ST_Translate("tile:plane", turn, 0))
   FROM unnest(ARRAY[0, {0}, -{0}]::float8[]) AS turn
  WHERE ST_XMin("tile:plane") + turn <= {2} AND ST_XMax("tile:plane") + turn >= {1})
