-- The definitions that a layer rests on, as one number, and the sum of the changes to its tables, both of one snapshot.
-- No changes (NULL) where the log was brought from another database, and its numbers of transactions mean nothing here.
--
-- A row of PostgreSQL's catalogue that is changed gets another xmin, and so does the row of a relation that is refreshed,
-- truncated or rewritten. A number is added for each: no order is needed, and none is lost. What decides most stands
-- beside its xmin: two copies of a database that go on apart use the same numbers of transactions.
-- Parameters: the layer's name; the numbers of the relations, functions and types that foundation.sql found.
WITH
found AS (SELECT ?::text AS name, ?::oid[] AS relations, ?::oid[] AS functions, ?::oid[] AS types),
definition(kind, id, part, xmin, content) AS (
    SELECT 'root', c.oid, 0, c.xmin, ''
    FROM pg_class c, found
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'layer') AND c.relname = found.name
    UNION ALL SELECT 'relation', c.oid, 0, c.xmin, c.relfilenode::text
              FROM pg_class c, found WHERE c.oid = ANY (found.relations)
    UNION ALL SELECT 'log', c.oid, 0, c.xmin, c.relfilenode::text
              FROM pg_class c WHERE c.oid IN ('truceline.change'::regclass, 'truceline.change_total'::regclass)
    UNION ALL SELECT 'column', a.attrelid, a.attnum, a.xmin, a.attname
              FROM pg_attribute a, found WHERE a.attrelid = ANY (found.relations) AND a.attnum > 0
    UNION ALL SELECT 'rule', r.ev_class, r.oid, r.xmin, hashtextextended(r.ev_action::text, 0)::text
              FROM pg_rewrite r, found WHERE r.ev_class = ANY (found.relations)
    UNION ALL SELECT 'child', i.inhparent, i.inhrelid, i.xmin, ''
              FROM pg_inherits i, found WHERE i.inhparent = ANY (found.relations) OR i.inhrelid = ANY (found.relations)
    UNION ALL SELECT 'trigger', t.tgrelid, t.oid, t.xmin, t.tgenabled::text
              FROM pg_trigger t, found
              WHERE t.tgrelid = ANY (found.relations) AND t.tgfoid IN ('truceline.log_change'::regproc, 'truceline.log_features'::regproc)
    UNION ALL SELECT 'function', p.oid, 0, p.xmin, hashtextextended(concat(p.prosrc, p.prosqlbody, p.proconfig), 0)::text
              FROM pg_proc p, found WHERE p.oid = ANY (found.functions)
    UNION ALL SELECT 'type', t.oid, 0, t.xmin, t.typname FROM pg_type t, found WHERE t.oid = ANY (found.types)
    UNION ALL SELECT 'label', e.enumtypid, e.oid, e.xmin, e.enumlabel
              FROM pg_enum e, found WHERE e.enumtypid = ANY (found.types)
    UNION ALL SELECT 'cast', k.castsource, k.castfunc, k.xmin, ''
              FROM pg_cast k, found WHERE k.castsource = ANY (found.types) AND k.casttarget = 'json'::regtype
    UNION ALL SELECT 'extension', x.oid, 0, x.xmin, x.extversion FROM pg_extension x
),
-- Settings that change how values are written, and libraries that order texts and move coordinates.
setting(name, value) AS (
    SELECT name, current_setting(name)
    FROM (VALUES ('TimeZone'), ('DateStyle'), ('IntervalStyle'), ('extra_float_digits'), ('bytea_output'), ('lc_monetary'),
                 ('lc_numeric'), ('lc_time'), ('search_path'), ('server_version'), ('quote_all_identifiers')) known(name)
    UNION ALL SELECT 'PROJ', postgis_proj_version()
    UNION ALL SELECT 'collation', pg_database_collation_actual_version(oid)
              FROM pg_database WHERE datname = current_database()
)
SELECT (SELECT sum(hashtextextended(concat_ws(' ', kind, id, part, xmin, content), 0)) FROM definition)
       + (SELECT sum(hashtextextended(concat_ws('=', name, value), 0)) FROM setting) AS definitions,
       CASE WHEN epoch.cluster = truceline.this_database() THEN
           epoch.id || '/'
           || coalesce((SELECT sum(c.token) FROM truceline.change c
                        WHERE c.xid >= epoch.folded_below AND c.relation = ANY (found.relations)), 0)
              + coalesce((SELECT sum(t.total) FROM truceline.change_total t WHERE t.relation = ANY (found.relations)), 0)
       END AS changes
FROM truceline.change_epoch epoch, found
