SELECT ST_AsBinary(geom) AS shape FROM ceasefire.alignment WHERE id = :id
