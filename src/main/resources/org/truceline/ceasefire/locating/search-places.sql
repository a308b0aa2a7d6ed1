-- Each place once, by the name that matches best: all of it before its beginning.
WITH spelling AS (
    SELECT p.id AS place_id, p.name FROM ceasefire.place p
    UNION
    SELECT n.place_id, n.name FROM ceasefire.place_name n
),
match AS (
    SELECT DISTINCT ON (place_id) place_id, name, lower(name) = lower(:name) AS is_whole
      FROM spelling
     WHERE starts_with(lower(name), lower(:name))
     ORDER BY place_id, lower(name) = lower(:name) DESC, name
)
SELECT p.id, p.name, m.name AS matched, p.kind, p.admin_note, p.confidence, p.source, p.uncertainty_m,
       ST_X(p.point) AS longitude, ST_Y(p.point) AS latitude
  FROM match m
  JOIN ceasefire.place p ON p.id = m.place_id
 WHERE m.is_whole OR NOT EXISTS (SELECT FROM match w WHERE w.is_whole)
 ORDER BY p.name, p.id
 LIMIT 20
