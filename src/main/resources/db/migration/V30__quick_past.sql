-- Reading the past costs what there is to read, whatever was changed since: each version is held against the moment before
-- anything else is asked of it, and records are found by their keys and by what refers to them. See docs/history.md.

CREATE FUNCTION history.shown_sql(relation text, record text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT format('(SELECT %s FROM history.%I p WHERE p.record = %s ORDER BY p.rev DESC LIMIT 1)',
                  string_agg(CASE a.attname WHEN 'sensitivity' THEN 'p.sensitivity = ''public''' ELSE 'NOT p.is_embargoed' END, ' AND ' ORDER BY a.attnum),
                  shown_sql.relation, shown_sql.record)
      FROM pg_attribute a
     WHERE a.attrelid = format('ceasefire.%I', shown_sql.relation)::regclass AND a.attname IN ('sensitivity', 'is_embargoed')
    HAVING count(*) > 0;
END;
COMMENT ON FUNCTION history.shown_sql(text, text) IS 'The condition under which what was known of a record may be seen now, as its very last version says; "record" is SQL for its key. Null where nothing of the table is withheld.';

-- Of the versions known by then the last one holds. The planner moves neither a CASE nor what is below it: else it asks
-- all versions first what a layer asks of one, and joins. Of IS NOT NULL it expects that most rows pass.
CREATE OR REPLACE FUNCTION history.show_past(relation text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    key     constant text := (SELECT k.keys[1] FROM history.kept k WHERE k.relation = show_past.relation AND cardinality(k.keys) = 1);
    columns text;
BEGIN
    -- The key is the record's name, by which versions are indexed.
    SELECT string_agg(format(CASE WHEN a.attname = key AND a.atttypid = 'text'::regtype THEN 'v.record AS %I' ELSE 'v.%I' END, a.attname), ', ' ORDER BY a.attnum)
      INTO columns
      FROM pg_attribute a
     WHERE a.attrelid = format('ceasefire.%I', relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
    EXECUTE format('CREATE VIEW as_of.%1$I AS SELECT %2$s FROM history.%1$I v WHERE NOT v.is_deleted '
                   'AND CASE WHEN coalesce(v.known_from, (SELECT a.recorded FROM history.act a WHERE a.id = v.act)) <= (SELECT history.moment()) '
                   'AND NOT EXISTS (SELECT FROM history.%1$I l JOIN history.act b ON b.id = l.act '
                   'WHERE l.record = v.record AND l.rev > v.rev AND coalesce(l.known_from, b.recorded) <= (SELECT history.moment())) '
                   'THEN true END IS NOT NULL',
                   relation, columns)
            || coalesce(' AND ' || history.shown_sql(relation, 'v.record'), '');
    EXECUTE format('COMMENT ON VIEW as_of.%I IS %L', relation, 'ceasefire.' || relation || ' as it was known at the moment truceline.as_of, without what is withheld now.');
END $$;

CREATE FUNCTION history.index_references() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    reference record;
BEGIN
    FOR reference IN
        SELECT DISTINCT k.relation, a.attname AS name
          FROM history.kept k
          JOIN pg_constraint c ON c.conrelid = format('ceasefire.%I', k.relation)::regclass AND c.contype = 'f' AND cardinality(c.conkey) = 1
          JOIN history.kept r ON c.confrelid = format('ceasefire.%I', r.relation)::regclass
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE a.attname <> k.keys[1]
    LOOP
        EXECUTE format('CREATE INDEX IF NOT EXISTS %1$I ON history.%2$I (%3$I) WHERE %3$I IS NOT NULL',
                       reference.relation || '_' || reference.name || '_idx', reference.relation, reference.name);
    END LOOP;
END $$;
COMMENT ON FUNCTION history.index_references() IS 'Gives versions an index for each reference to a kept table, where it has none; to be called again after such a column was added.';
SELECT history.index_references();

CREATE OR REPLACE FUNCTION history.moments(relation text, record text)
    RETURNS TABLE (moment timestamptz, recorded timestamptz, is_assumed boolean, reason text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sources text;
BEGIN
    IF NOT EXISTS (SELECT FROM history.kept k WHERE k.relation = moments.relation AND cardinality(k.keys) = 1) THEN
        RETURN;
    END IF;
    -- What goes with a record when it is deleted is part of it.
    SELECT format('SELECT v.act, v.known_from, v.is_known_assumed FROM history.%I v WHERE v.record = $1', moments.relation)
           || coalesce(string_agg(format(' UNION ALL SELECT v.act, v.known_from, v.is_known_assumed FROM history.%I v WHERE v.%I = $1', k.relation, a.attname), ''), '')
      INTO sources
      FROM history.kept k
      JOIN pg_constraint c ON c.conrelid = format('ceasefire.%I', k.relation)::regclass AND c.confrelid = format('ceasefire.%I', moments.relation)::regclass
                          AND c.contype = 'f' AND c.confdeltype = 'c' AND cardinality(c.conkey) = 1
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1];
    -- Of what is withheld now, nobody learns that there is anything.
    RETURN QUERY EXECUTE format(
        'SELECT coalesce(v.known_from, a.recorded), max(a.recorded), bool_or(v.is_known_assumed), string_agg(DISTINCT a.reason, ''; '') '
        'FROM (%s) AS v JOIN history.act a ON a.id = v.act WHERE a.number IS NOT NULL AND %s GROUP BY 1 ORDER BY 1 DESC',
        sources, coalesce(history.shown_sql(moments.relation, '$1'), 'true'))
        USING moments.record;
END $$;

SELECT history.make_past();
