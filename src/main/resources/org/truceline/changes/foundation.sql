-- What a layer rests on: every relation, function, operator and type that its view reaches, one row each, with what
-- speaks against a revision, if anything does. Whatever isn't known to be followed is an obstacle. Parameter: its name.
--
-- PostgreSQL records no dependency on what it brings itself, now() for example, so the stored trees of views and
-- functions are searched too. They are lists of {LABEL :field value …}; a backslash stands before what is no syntax.
WITH RECURSIVE
reach(class, id) AS (
    SELECT 'pg_class'::regclass::oid, c.oid
    FROM pg_class c
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'layer') AND c.relname = ?
    UNION
    SELECT next.class, next.id
    FROM reach
    CROSS JOIN LATERAL (
        -- What the trees name.
        SELECT CASE WHEN name[1] = 'relid' THEN 'pg_class'::regclass::oid
                    WHEN name[1] IN ('opno', 'eqop', 'sortop') THEN 'pg_operator'::regclass::oid
                    WHEN name[1] ~* 'type(id)?$' THEN 'pg_type'::regclass::oid
                    ELSE 'pg_proc'::regclass::oid
               END AS class,
               name[2]::oid AS id
        FROM (SELECT r.ev_action::text
              FROM pg_rewrite r
              JOIN pg_class v ON v.oid = r.ev_class AND v.relkind = 'v'
              WHERE reach.class = 'pg_class'::regclass AND r.ev_class = reach.id AND r.ev_type = '1'
              UNION ALL
              SELECT tree
              FROM pg_proc p, LATERAL (VALUES (p.prosqlbody::text), (p.proargdefaults::text)) body(tree)
              WHERE reach.class = 'pg_proc'::regclass AND p.oid = reach.id AND p.oid >= 16384) source(tree),
             regexp_matches(tree, '(?<!\\):(relid|opno|eqop|sortop|\w*type(?:id)?|\w*func(?:id)?|aggfnoid|winfnoid) (\d+)', 'gi') name
        -- What PostgreSQL recorded itself; for the most part the same again.
        UNION ALL
        SELECT d.refclassid, d.refobjid
        FROM pg_rewrite r
        JOIN pg_class v ON v.oid = r.ev_class AND v.relkind = 'v'
        JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.deptype = 'n'
        WHERE reach.class = 'pg_class'::regclass AND r.ev_class = reach.id
        UNION ALL
        -- Not the function that helps PostgreSQL to plan its use: it decides how an answer is found, not which.
        SELECT d.refclassid, d.refobjid
        FROM pg_depend d
        JOIN pg_proc p ON p.oid = d.objid
        WHERE reach.class = 'pg_proc'::regclass AND d.classid = reach.class AND d.objid = reach.id AND d.deptype = 'n'
              AND (d.refclassid, d.refobjid) <> (reach.class, p.prosupport::oid)
        -- Partitions and children in inheritance, which are read with their parent; and parents: a statement that names
        -- the parent fires its triggers only, whichever child it changes.
        UNION ALL
        SELECT reach.class, CASE WHEN i.inhparent = reach.id THEN i.inhrelid ELSE i.inhparent END
        FROM pg_inherits i
        WHERE reach.class = 'pg_class'::regclass AND reach.id IN (i.inhparent, i.inhrelid)
        -- Types of columns, and what types are made of.
        UNION ALL
        SELECT 'pg_type'::regclass, a.atttypid
        FROM pg_attribute a
        WHERE reach.class = 'pg_class'::regclass AND a.attrelid = reach.id AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT part.class, part.id
        FROM pg_type t
        LEFT JOIN pg_range g ON g.rngtypid = t.oid OR g.rngmultitypid = t.oid
        CROSS JOIN LATERAL (VALUES ('pg_type'::regclass::oid, t.typelem),
                                   ('pg_type'::regclass::oid, t.typbasetype),
                                   ('pg_type'::regclass::oid, g.rngsubtype),
                                   ('pg_proc'::regclass::oid, g.rngcanonical),
                                   ('pg_class'::regclass::oid, t.typrelid)) part(class, id)
        WHERE reach.class = 'pg_type'::regclass AND t.oid = reach.id
        UNION ALL
        SELECT 'pg_proc'::regclass, o.oprcode
        FROM pg_operator o
        WHERE reach.class = 'pg_operator'::regclass AND o.oid = reach.id
        -- JSON is made of a value by the cast of its type, if it has one.
        UNION ALL
        SELECT 'pg_proc'::regclass, k.castfunc
        FROM pg_cast k
        WHERE reach.class = 'pg_type'::regclass AND k.castsource = reach.id AND k.casttarget = 'json'::regtype
    ) next
    WHERE next.id <> 0
),
extension AS (
    SELECT d.classid, d.objid, x.extname
    FROM pg_depend d
    JOIN pg_extension x ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = x.oid
    WHERE d.deptype = 'e'
),
-- Answers that hang on the settings that revision.sql reads, and on nothing else.
settled(name) AS (
    SELECT unnest(ARRAY [
        'anytextcat', 'textanycat', 'concat', 'concat_ws', 'format', 'quote_literal', 'quote_nullable', 'array_to_string',
        'array_to_json', 'row_to_json', 'to_json', 'to_jsonb', 'json_agg', 'jsonb_agg', 'json_object_agg', 'jsonb_object_agg',
        'json_build_array', 'json_build_object', 'jsonb_build_array', 'jsonb_build_object',
        'to_char', 'to_number', 'to_date', 'to_timestamp', 'make_timestamptz',
        'date', 'time', 'timestamp', 'timestamptz', 'date_part', 'date_trunc', 'extract', 'overlaps', 'generate_series', 'in_range',
        'timestamptz_pl_interval', 'timestamptz_mi_interval', 'interval_pl_timestamptz',
        'date_cmp_timestamptz', 'date_eq_timestamptz', 'date_ne_timestamptz', 'date_lt_timestamptz', 'date_le_timestamptz',
        'date_gt_timestamptz', 'date_ge_timestamptz', 'timestamptz_cmp_date', 'timestamptz_eq_date', 'timestamptz_ne_date',
        'timestamptz_lt_date', 'timestamptz_le_date', 'timestamptz_gt_date', 'timestamptz_ge_date',
        'timestamp_cmp_timestamptz', 'timestamp_eq_timestamptz', 'timestamp_ne_timestamptz', 'timestamp_lt_timestamptz',
        'timestamp_le_timestamptz', 'timestamp_gt_timestamptz', 'timestamp_ge_timestamptz', 'timestamptz_cmp_timestamp',
        'timestamptz_eq_timestamp', 'timestamptz_ne_timestamp', 'timestamptz_lt_timestamp', 'timestamptz_le_timestamp',
        'timestamptz_gt_timestamp', 'timestamptz_ge_timestamp'])
),
-- Parts of queries whose answer hangs on what is followed. Not here: the words for the time and the user, samples,
-- next values of sequences, XML.
followed(label) AS (
    SELECT unnest(ARRAY [
        'QUERY', 'RTE', 'RANGETBLENTRY', 'RTEPERMISSIONINFO', 'RANGETBLREF', 'RANGETBLFUNCTION', 'JOINEXPR', 'FROMEXPR', 'ALIAS',
        'TARGETENTRY', 'COMMONTABLEEXPR', 'SETOPERATIONSTMT', 'SORTGROUPCLAUSE', 'GROUPINGSET', 'GROUPINGFUNC', 'WINDOWCLAUSE',
        'VAR', 'CONST', 'PARAM', 'AGGREF', 'WINDOWFUNC', 'FUNCEXPR', 'NAMEDARGEXPR', 'OPEXPR', 'DISTINCTEXPR', 'NULLIFEXPR',
        'SCALARARRAYOPEXPR', 'BOOLEXPR', 'SUBLINK', 'FIELDSELECT', 'RELABELTYPE', 'COERCEVIAIO', 'ARRAYCOERCEEXPR',
        'CONVERTROWTYPEEXPR', 'COLLATEEXPR', 'COLLATE', 'CASEEXPR', 'CASE', 'CASEWHEN', 'WHEN', 'CASETESTEXPR', 'ARRAYEXPR', 'ARRAY',
        'ROWEXPR', 'ROW', 'COALESCEEXPR', 'COALESCE', 'MINMAXEXPR', 'MINMAX', 'NULLTEST', 'BOOLEANTEST', 'COERCETODOMAIN',
        'SUBSCRIPTINGREF', 'DEFELEM'])
),
tree(owner, text) AS (
    SELECT 'the view ' || v.oid::regclass, r.ev_action::text
    FROM reach
    JOIN pg_class v ON v.oid = reach.id AND v.relkind = 'v'
    JOIN pg_rewrite r ON r.ev_class = v.oid AND r.ev_type = '1'
    WHERE reach.class = 'pg_class'::regclass
    UNION ALL
    SELECT 'the function ' || p.oid::regprocedure, body.tree
    FROM reach
    JOIN pg_proc p ON p.oid = reach.id AND p.oid >= 16384
    CROSS JOIN LATERAL (VALUES (p.prosqlbody::text), (p.proargdefaults::text)) body(tree)
    WHERE reach.class = 'pg_proc'::regclass AND body.tree IS NOT NULL
)
-- Relations.
SELECT 'relation' AS kind, c.oid AS id, guarded.relation IS NULL AND c.relkind IN ('r', 'p')
       AND pg_has_role(c.relowner, 'USAGE') AND n.nspname <> 'truceline' AS is_to_guard,
       CASE
           WHEN c.oid < 16384 THEN 'it reads ' || c.oid::regclass || ', which PostgreSQL keeps itself'
           WHEN n.nspname = 'truceline' THEN 'it reads ' || c.oid::regclass || ', which the server keeps itself'
           WHEN c.relkind = 'f' THEN 'the foreign table ' || c.oid::regclass || ' changes without a word'
           WHEN c.relkind = 'S' THEN 'it reads the sequence ' || c.oid::regclass
           WHEN c.relkind NOT IN ('r', 'p', 'v', 'm', 'c') THEN 'it reads ' || c.oid::regclass || ', which is no table and no view'
           WHEN c.relrowsecurity THEN 'row security decides what ' || c.oid::regclass || ' shows'
           WHEN c.relpersistence <> 'p' THEN c.oid::regclass || ' is not kept through a crash'
           WHEN EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attgenerated = 'v')
               THEN c.oid::regclass || ' has columns that are computed when they are read'
           WHEN c.relkind IN ('r', 'p') AND guarded.relation IS NULL AND NOT pg_has_role(c.relowner, 'USAGE')
               THEN 'the table ' || c.oid::regclass || ' belongs to ' || c.relowner::regrole
                    || ', so that the server can lay no trigger on it'
           WHEN c.relkind IN ('r', 'p') AND guarded.relation IS NULL
               THEN 'the triggers on ' || c.oid::regclass || ' are still to be laid'
       END AS obstacle
FROM reach
JOIN pg_class c ON c.oid = reach.id
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN truceline.guarded_table guarded ON guarded.relation = c.oid
WHERE reach.class = 'pg_class'::regclass
-- Functions, and those behind operators and aggregates.
UNION ALL
SELECT 'function', p.oid, false,
       CASE
           WHEN p.oid < 16384 AND (p.provolatile = 'i' OR p.provolatile = 's' AND p.proname IN (SELECT name FROM settled)) THEN NULL
           WHEN p.oid < 16384 THEN 'the answer of ' || p.oid::regprocedure || ' changes by itself'
           -- Rasters may lie in files outside of the database.
           WHEN e.extname <> 'postgis_raster' AND p.provolatile = 'i' AND (l.lanname IN ('c', 'internal') OR e.extname = 'postgis')
               THEN NULL
           -- Parts of aggregates, which PostGIS leaves to be taken for volatile.
           WHEN e.extname = 'postgis' AND l.lanname = 'c' AND p.proname LIKE 'pgis\_%' THEN NULL
           WHEN e.extname IS NOT NULL
               THEN 'the answer of ' || p.oid::regprocedure || ' of the extension ' || e.extname || ' may change by itself'
           WHEN p.prosqlbody IS NULL
               THEN 'PostgreSQL doesn''t know what ' || p.oid::regprocedure || ' reads; write it in SQL with RETURN or BEGIN ATOMIC'
       END
FROM reach
JOIN pg_proc p ON p.oid = reach.id
JOIN pg_language l ON l.oid = p.prolang
LEFT JOIN extension e ON e.classid = 'pg_proc'::regclass AND e.objid = p.oid
WHERE reach.class = 'pg_proc'::regclass
-- Types. Those that name objects print names that aren't followed.
UNION ALL
SELECT 'type', t.oid, false,
       CASE
           WHEN t.oid < 16384 AND (t.typname LIKE 'reg%' OR t.typname = 'aclitem')
               THEN 'values of the type ' || t.oid::regtype || ' are written as names of the moment'
           WHEN t.oid >= 16384 AND t.typtype = 'b' AND t.typcategory <> 'A' AND e.extname IS NULL
               THEN 'what the type ' || t.oid::regtype || ' does is not known'
       END
FROM reach
JOIN pg_type t ON t.oid = reach.id
LEFT JOIN extension e ON e.classid = 'pg_type'::regclass AND e.objid = t.oid
WHERE reach.class = 'pg_type'::regclass
UNION ALL
SELECT 'other', reach.id, false,
       'it uses ' || pg_describe_object(reach.class, reach.id, 0) || ', which is not followed'
FROM reach
WHERE reach.class NOT IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass, 'pg_operator'::regclass,
                          'pg_collation'::regclass, 'pg_namespace'::regclass, 'pg_constraint'::regclass,
                          'pg_language'::regclass)
UNION ALL
SELECT DISTINCT 'other', 0::oid, false,
       tree.owner || ' uses '
       || CASE label[1]
              WHEN 'SQLVALUEFUNCTION' THEN 'current_date, current_user or a word like these'
              WHEN 'TABLESAMPLECLAUSE' THEN 'TABLESAMPLE'
              ELSE 'what PostgreSQL calls ' || label[1]
          END
FROM tree, regexp_matches(tree.text, '(?<!\\)\{(\w+)', 'g') label
WHERE label[1] NOT IN (SELECT f.label FROM followed f)
-- A text such as 'now' that becomes a time at reading. To which cast a type belongs can't be told: all are looked at.
UNION ALL
SELECT DISTINCT 'other', 0::oid, false,
       tree.owner || ' turns text into ' || t.oid::regtype || ', which can mean the present'
FROM tree, regexp_matches(tree.text, '(?<!\\):resulttype (\d+)', 'g') result
JOIN pg_type t ON t.oid = result[1]::oid
JOIN pg_proc input ON input.oid = t.typinput
WHERE tree.text ~ '(?<!\\)\{COERCEVIAIO' AND input.provolatile <> 'i'
