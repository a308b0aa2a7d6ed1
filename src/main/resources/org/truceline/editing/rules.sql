-- What a table asks of its rows beyond their types: for each constraint the columns, and a condition on a row named r that is
-- false where the row breaks it. A check's own text names the columns without their table.
SELECT c.conname AS name,
       c.contype = 'f' AS is_reference,
       ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY AS k (number, place)
               JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number ORDER BY k.place) AS columns,
       CASE c.contype
           WHEN 'c' THEN pg_get_expr(c.conbin, c.conrelid)
           ELSE (SELECT format('%s OR EXISTS (SELECT FROM %s f WHERE %s)',
                               string_agg(format('r.%I IS NULL', o.attname), ' OR '), c.confrelid::regclass,
                               string_agg(format('f.%I = r.%I', f.attname, o.attname), ' AND '))
                   FROM unnest(c.conkey, c.confkey) AS k (own, referenced)
                   JOIN pg_attribute o ON o.attrelid = c.conrelid AND o.attnum = k.own
                   JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.referenced) END AS condition,
       coalesce(obj_description(c.oid, 'pg_constraint'),
                CASE c.contype WHEN 'c' THEN 'expected is a value for which this is so: ' || pg_get_expr(c.conbin, c.conrelid, true)
                               ELSE 'expected is what stands in ' || c.confrelid::regclass END) AS words
  FROM pg_constraint c
 WHERE c.conrelid = to_regclass(format('%I.%I', ?::text, ?::text)) AND c.contype IN ('c', 'f')
 ORDER BY c.conname
