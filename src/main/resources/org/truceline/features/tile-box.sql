-- How large a feature's box is, in units of the tile, and where in the tile its middle lies, reckoned from the corners in
-- degrees: cheap, however many features there are. Shares of the world times a power of two are exact, so that each middle
-- lies in one tile of a matrix, never in two or in none. Places that are no numbers are no
-- places, nor are those a whole turn beyond ±180.
CROSS JOIN LATERAL (
    SELECT greatest(-540, ST_XMin(bare)) AS "tile:west",
           least(540, ST_XMax(bare)) AS "tile:east",
           greatest(-89.99, least(89.99, ST_YMin(bare))) AS "tile:south",
           greatest(-89.99, least(89.99, ST_YMax(bare))) AS "tile:north"
      FROM (SELECT {0} AS bare OFFSET 0) AS "tile:bare"
     WHERE ST_XMin(bare) + ST_XMax(bare) + ST_YMin(bare) + ST_YMax(bare) <> 'NaN'
       AND ST_XMin(bare) <= 540 AND ST_XMax(bare) >= -540
    OFFSET 0) AS "tile:degrees"
CROSS JOIN LATERAL (
    SELECT ("tile:east" - "tile:west") / 360 AS "tile:broad",
           ("tile:west" + "tile:east") / 720 + 0.5 AS "tile:middle",
           {1} AS "tile:upper",
           {2} AS "tile:lower"
    OFFSET 0) AS "tile:world"
CROSS JOIN LATERAL (
    SELECT "tile:broad" * {3} * {5} AS "tile:width",
           ("tile:lower" - "tile:upper") * {4} * {5} AS "tile:height",
           (("tile:middle" - floor("tile:middle")) * {3} - {6}) * {5} AS "tile:x",
           -- What reaches into the world has its middle in it, and none is south of the last row.
           (greatest(0, least(("tile:upper" + "tile:lower") / 2 * {4}, {4} - 1e-9)) - {7}) * {5} AS "tile:y",
           "tile:lower" >= 0 AND "tile:upper" <= 1 AS "tile:reaches"
    OFFSET 0) AS "tile:box"
