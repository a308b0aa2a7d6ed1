-- The tables of versions, with the SQL that says what their rows say. It is composed here and not by the functions that write
-- versions: whoever changes history may have changed these as well.
-- content: as history.append_sql() makes the text of which a version's hash is made, of a row v.
-- differing: the columns in which a present row p and its last version v differ; null where no key is known. What PostgreSQL
-- works out from other columns is not among them: a version from before there was such a column doesn't say it. Where records
-- carry the number of their last version, it is.
SELECT c.relname AS relation,
       format('history.%I', c.relname) AS versions,
       to_regclass(format('ceasefire.%I', c.relname))::text AS present,
       format('concat(%L, E''\n'', replace(v.record, E''\n'', E''\n ''), E''\n'', v.rev, E''\n'', v.known_from, E''\n'', v.is_known_assumed, '
              'E''\n'', v.is_deleted, %s)', c.relname,
              string_agg(format(CASE WHEN t.typcategory IN ('S', 'A') THEN 'E''\n'' || %L || ''='' || replace(v.%I::text, E''\n'', E''\n '')'
                                     ELSE 'E''\n'' || %L || ''='' || v.%I::text' END, a.attname, a.attname), ', ' ORDER BY a.attnum)) AS content,
       format('array_remove(ARRAY [%s], NULL)',
              string_agg(format('CASE WHEN p.%1$I::text IS DISTINCT FROM v.%1$I::text THEN %1$L END', a.attname), ', ' ORDER BY a.attnum)
                  FILTER (WHERE coalesce(present.attgenerated, '') = '')
              || CASE WHEN EXISTS (SELECT FROM pg_attribute r WHERE r.attrelid = to_regclass(format('ceasefire.%I', c.relname)) AND r.attname = 'rev')
                      THEN ', CASE WHEN p.rev <> v.rev THEN ''rev'' END' ELSE '' END) AS differing,
       (SELECT CASE cardinality(k.keys)
                   WHEN 1 THEN format('p.%I::text', k.keys[1])
                   ELSE (SELECT string_agg(format('coalesce(replace(replace(p.%I::text, ''~'', ''~0''), ''/'', ''~1''), ''~'')', u.k),
                                           ' || ''/'' || ' ORDER BY u.place)
                           FROM unnest(k.keys) WITH ORDINALITY AS u (k, place)) END
          FROM history.kept k WHERE k.relation = c.relname) AS key,
       (SELECT count(*) FROM pg_trigger g
         WHERE g.tgrelid = to_regclass(format('ceasefire.%I', c.relname)) AND g.tgenabled = 'A'
           AND g.tgfoid = to_regproc(format('history.%I', 'keep_' || c.relname))) = 4 AS is_kept
  FROM pg_inherits i
  JOIN pg_class c ON c.oid = i.inhrelid
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attribute present ON present.attrelid = to_regclass(format('ceasefire.%I', c.relname)) AND present.attname = a.attname
 WHERE i.inhparent = 'history.version'::regclass
 GROUP BY c.oid, c.relname
 ORDER BY c.relname COLLATE "C"
