-- The columns of a table, and how a value of each gets into it. A column of geometries says in which SRID it has them.
SELECT a.attname AS name,
       format_type(a.atttypid, a.atttypmod) AS type,
       a.attnotnull AS is_required,
       a.attgenerated <> '' AS is_generated,
       coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS "default",
       CASE WHEN t.typname = 'geometry' THEN postgis_typmod_srid(a.atttypmod) ELSE 0 END AS srid
  FROM pg_attribute a
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE a.attrelid = to_regclass(format('%I.%I', ?::text, ?::text)) AND a.attnum > 0 AND NOT a.attisdropped
 ORDER BY a.attnum
