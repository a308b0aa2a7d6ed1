-- What was known at a moment: beside each layer a sister view, made of the layer's own definition, in which every table whose
-- versions are kept is what was known of it. See docs/history.md.

CREATE FUNCTION history.moment() RETURNS timestamptz LANGUAGE sql STABLE
RETURN coalesce(history.setting('as_of')::timestamptz, 'infinity');
COMMENT ON FUNCTION history.moment() IS 'The moment that the schemas as_of and layer_as_of show (SET truceline.as_of); without one, the present.';

-- Of the versions known by then the last one holds.
CREATE FUNCTION history.show_past(relation text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    columns text;
BEGIN
    SELECT string_agg(format('v.%I', a.attname), ', ' ORDER BY a.attnum) INTO columns
      FROM pg_attribute a
     WHERE a.attrelid = format('ceasefire.%I', relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
    EXECUTE format('CREATE VIEW as_of.%1$I AS SELECT %2$s FROM history.%1$I v JOIN history.act a ON a.id = v.act '
                   'WHERE coalesce(v.known_from, a.recorded) <= (SELECT history.moment()) AND NOT v.is_deleted '
                   'AND NOT EXISTS (SELECT FROM history.%1$I l JOIN history.act b ON b.id = l.act '
                   'WHERE l.record = v.record AND l.rev > v.rev AND coalesce(l.known_from, b.recorded) <= (SELECT history.moment()))',
                   relation, columns);
    EXECUTE format('COMMENT ON VIEW as_of.%I IS %L', relation, 'ceasefire.' || relation || ' as it was known at the moment truceline.as_of.');
END $$;
COMMENT ON FUNCTION history.show_past(text) IS 'Makes the view of what was known of a table whose versions are kept.';

CREATE FUNCTION history.show_past_areas() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE VIEW as_of.withdrawal_area AS SELECT %s FROM ceasefire.withdrawal_area w WHERE w.held_from <= (SELECT history.moment())',
        (SELECT string_agg(CASE attname WHEN 'held_to' THEN 'CASE WHEN w.held_to <= (SELECT history.moment()) THEN w.held_to END AS held_to'
                                        ELSE format('w.%I', attname) END, ', ' ORDER BY attnum)
           FROM pg_attribute WHERE attrelid = 'ceasefire.withdrawal_area'::regclass AND attnum > 0 AND NOT attisdropped));
    COMMENT ON VIEW as_of.withdrawal_area IS 'ceasefire.withdrawal_area as it was at the moment truceline.as_of.';
END $$;
COMMENT ON FUNCTION history.show_past_areas() IS 'Makes the view of withdrawal areas as they were: none is overwritten, each row says when it was the one shown.';

CREATE TABLE history.without_past (
    relation text PRIMARY KEY
);
COMMENT ON TABLE history.without_past IS 'Tables of the schema ceasefire whose rows are replaced and not kept: a layer that reads one shows the present only. incident_line is none of them: what it holds is used only where it was computed from the same.';
COMMENT ON COLUMN history.without_past.relation IS 'Name in the schema ceasefire.';
INSERT INTO history.without_past VALUES ('sighting_finding'), ('compliance_verdict');

-- What views and functions rest on, as PostgreSQL notes it.
CREATE VIEW history.rests_on AS
SELECT DISTINCT 'pg_class'::regclass::oid AS class, r.ev_class AS id, d.refclassid AS on_class, d.refobjid AS on_id
  FROM pg_rewrite r
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
 WHERE d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass) AND d.refobjid <> r.ev_class
UNION
SELECT d.classid, d.objid, d.refclassid, d.refobjid
  FROM pg_depend d
 WHERE d.classid = 'pg_proc'::regclass AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass);
COMMENT ON VIEW history.rests_on IS 'Which views and functions rest directly on which relations and functions.';
COMMENT ON COLUMN history.rests_on.class IS 'pg_class or pg_proc.';
COMMENT ON COLUMN history.rests_on.id IS 'The view or function.';
COMMENT ON COLUMN history.rests_on.on_class IS 'pg_class or pg_proc.';
COMMENT ON COLUMN history.rests_on.on_id IS 'What it rests on.';

CREATE VIEW history.has_past AS
WITH RECURSIVE past (class, id, depth) AS (
    SELECT 'pg_class'::regclass::oid, to_regclass(format('ceasefire.%I', relation))::oid, 0
      FROM (SELECT relation FROM history.kept UNION SELECT 'withdrawal_area') AS base
    UNION
    SELECT r.class, r.id, p.depth + 1 FROM past p JOIN history.rests_on r ON (r.on_class, r.on_id) = (p.class, p.id)
),
present (class, id) AS (
    SELECT 'pg_class'::regclass::oid, to_regclass(format('ceasefire.%I', relation))::oid FROM history.without_past
    UNION
    SELECT r.class, r.id FROM present p JOIN history.rests_on r ON (r.on_class, r.on_id) = (p.class, p.id)
)
SELECT p.class, p.id, max(p.depth) AS depth
  FROM past p
 WHERE NOT EXISTS (SELECT FROM present n WHERE (n.class, n.id) = (p.class, p.id))
   AND coalesce((SELECT c.relnamespace FROM pg_class c WHERE p.class = 'pg_class'::regclass AND c.oid = p.id),
                (SELECT f.pronamespace FROM pg_proc f WHERE p.class = 'pg_proc'::regclass AND f.oid = p.id))
       IN ('ceasefire'::regnamespace, 'layer'::regnamespace)
 GROUP BY p.class, p.id;
COMMENT ON VIEW history.has_past IS 'Tables whose versions are kept, and the views and functions that rest on them and on nothing of which the past is lost.';
COMMENT ON COLUMN history.has_past.class IS 'pg_class or pg_proc.';
COMMENT ON COLUMN history.has_past.id IS 'The table, view or function.';
COMMENT ON COLUMN history.has_past.depth IS 'How many steps it is above the tables; it rests on what has fewer.';

-- A definition is printed while the names of tables need no schema, and read again while the same names mean the past: no
-- text is searched or replaced.
CREATE FUNCTION history.drop_past() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DROP SCHEMA IF EXISTS layer_as_of CASCADE;
    DROP SCHEMA IF EXISTS as_of CASCADE;
END $$;
COMMENT ON FUNCTION history.drop_past() IS 'Takes all sisters away, for a migration that changes what they rest on: it calls history.make_past() when it is through.';

CREATE FUNCTION history.make_past() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    own     record;
    postgis constant text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis');
    before  constant text := current_setting('search_path');
    text_of text;
    made    oid;
BEGIN
    PERFORM history.drop_past();
    CREATE SCHEMA as_of;
    COMMENT ON SCHEMA as_of IS 'The tables, views and functions of the schema ceasefire as they were known at the moment truceline.as_of.';
    CREATE SCHEMA layer_as_of;
    COMMENT ON SCHEMA layer_as_of IS 'The layers as they were known at the moment truceline.as_of.';
    PERFORM history.show_past(k.relation) FROM history.kept k;
    PERFORM history.show_past_areas();
    FOR own IN SELECT p.class = 'pg_proc'::regclass AS is_function, p.id, c.relname, c.relnamespace = 'layer'::regnamespace AS is_layer, f.proname
                 FROM history.has_past p
                 LEFT JOIN pg_class c ON p.class = 'pg_class'::regclass AND c.oid = p.id
                 LEFT JOIN pg_proc f ON p.class = 'pg_proc'::regclass AND f.oid = p.id
                WHERE p.depth > 0 AND (c.relkind = 'v' OR f.prosqlbody IS NOT NULL)
                ORDER BY p.depth, p.id
    LOOP
        PERFORM set_config('search_path', 'layer, ceasefire, ' || postgis, true);
        IF own.is_function THEN
            text_of := format('CREATE FUNCTION as_of.%I(%s) RETURNS %s LANGUAGE sql STABLE PARALLEL SAFE %s', own.proname,
                              pg_get_function_arguments(own.id), pg_get_function_result(own.id), pg_get_function_sqlbody(own.id));
        ELSE
            text_of := format('CREATE VIEW %I.%I AS %s', CASE WHEN own.is_layer THEN 'layer_as_of' ELSE 'as_of' END, own.relname, pg_get_viewdef(own.id));
        END IF;
        PERFORM set_config('search_path', 'layer_as_of, as_of, layer, ceasefire, ' || postgis, true);
        EXECUTE text_of;
        IF own.is_function THEN
            made := (SELECT max(f.oid) FROM pg_proc f WHERE f.pronamespace = 'as_of'::regnamespace AND f.proname = own.proname);
            EXECUTE format('COMMENT ON FUNCTION %s IS %L', made::regprocedure, 'The function of this name of the schema ceasefire, as of the moment truceline.as_of.');
        ELSE
            made := to_regclass(format('%I.%I', CASE WHEN own.is_layer THEN 'layer_as_of' ELSE 'as_of' END, own.relname));
            EXECUTE format('COMMENT ON VIEW %s IS %L', made::regclass, own.id::regclass || ' as of the moment truceline.as_of.');
        END IF;
        IF EXISTS (SELECT FROM history.rests_on r JOIN history.has_past p ON (p.class, p.id) = (r.on_class, r.on_id) WHERE r.id = made) THEN
            RAISE 'the past of % still reads the present', own.id::regclass;
        END IF;
    END LOOP;
    PERFORM set_config('search_path', before, true);
END $$;
COMMENT ON FUNCTION history.make_past() IS 'Makes the sisters of all views and functions that have a past, anew where they are there.';
SELECT history.make_past();
