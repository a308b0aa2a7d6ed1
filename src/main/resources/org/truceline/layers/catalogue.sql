-- Every column of every relation in the schema "layer" that has a geometry column, in the order of its columns.
-- One row a column; what concerns the relation as a whole is repeated on each of its rows.
WITH RECURSIVE
-- A domain stands for the type below it; a domain over a domain is followed down to the bottom.
base_type AS (
    SELECT t.oid, t.oid AS base, t.typtypmod AS typmod
    FROM pg_type t
    WHERE t.typtype <> 'd'
    UNION ALL
    SELECT d.oid, b.base, CASE WHEN d.typtypmod >= 0 THEN d.typtypmod ELSE b.typmod END
    FROM pg_type d
    JOIN base_type b ON b.oid = d.typbasetype
    WHERE d.typtype = 'd'
),
-- Tables, partitioned tables, views, materialized views, foreign tables.
relation AS MATERIALIZED (
    SELECT c.oid, c.relname, c.relkind, obj_description(c.oid, 'pg_class') AS comment,
           has_table_privilege(c.oid, 'SELECT') AS readable
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'layer' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
),
-- Indexes that make one column unique and not null: a primary key, or as good as one.
unique_column AS (
    SELECT i.indrelid, i.indkey[0] AS attnum, bool_or(i.indisprimary) AS is_primary
    FROM pg_index i
    WHERE i.indisunique AND i.indisvalid AND i.indnkeyatts = 1 AND i.indpred IS NULL AND i.indexprs IS NULL
    GROUP BY i.indrelid, i.indkey[0]
),
attribute AS (
    SELECT a.attrelid, a.attnum, a.attname, a.attnotnull, t.typname, t.typtype, t.typcategory,
           (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
               AS enum_labels,
           CASE WHEN a.atttypmod >= 0 THEN a.atttypmod ELSE b.typmod END AS typmod
    FROM pg_attribute a
    JOIN base_type b ON b.oid = a.atttypid
    JOIN pg_type t ON t.oid = b.base
    WHERE a.attnum > 0 AND NOT a.attisdropped
)
SELECT r.relname AS relation, r.comment AS relation_comment, r.readable,
       a.attname AS name, col_description(r.oid, a.attnum) AS comment,
       a.typname AS type, a.enum_labels,
       -- The driver's own table of types knows arrays by this category, composites by this type.
       a.typcategory = 'A' OR a.typtype = 'c' AS is_structured,
       coalesce(u.is_primary, false) AS is_primary_key,
       u.attnum IS NOT NULL AND (a.attnotnull OR u.is_primary) AS is_unique,
       CASE WHEN a.typname = 'geometry' THEN postgis_typmod_srid(a.typmod) END AS srid,
       CASE WHEN a.typname = 'geometry' THEN postgis_typmod_type(a.typmod) END AS geometry_type
FROM relation r
JOIN attribute a ON a.attrelid = r.oid
LEFT JOIN unique_column u ON u.indrelid = r.oid AND u.attnum = a.attnum
WHERE r.readable IS NOT NULL -- NULL: the relation is being dropped this moment
  AND EXISTS (SELECT FROM attribute g WHERE g.attrelid = r.oid AND g.typname IN ('geometry', 'geography'))
ORDER BY r.relname COLLATE "C", a.attnum
