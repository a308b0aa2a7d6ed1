-- What history costs those who write and those who read the present, side by side. On a server that is thrown away after:
--
--   TRUCELINE_HOME=/tmp/measured ./run --port 8090        and, when areas are computed, in another terminal
--   TRUCELINE_HOME=/tmp/measured ./run psql -f .ci/measure-history.sql
--
-- It makes 10,000 incidents, edits them until there are a million old versions, and takes some minutes.
\set ON_ERROR_STOP 1
\set QUIET 1
SET jit = off;
CREATE TEMP TABLE written (what text, is_kept boolean, ms float8);
CREATE TEMP TABLE read (what text, ms_of_none float8, ms_of_many float8, blocks_of_none bigint, blocks_of_many bigint);

CREATE PROCEDURE pg_temp.keep(wanted boolean) LANGUAGE plpgsql AS $$
DECLARE
    relation text;
BEGIN
    FOREACH relation IN ARRAY ARRAY ['incident', 'incident_source'] LOOP
        EXECUTE format('ALTER TABLE ceasefire.%1$I %2$s TRIGGER zz_kept_insert, %2$s TRIGGER zz_kept_update, %2$s TRIGGER zz_kept_delete',
                       relation, CASE WHEN wanted THEN 'ENABLE ALWAYS' ELSE 'DISABLE' END);
    END LOOP;
    COMMIT;
END $$;

CREATE PROCEDURE pg_temp.add(prefix text, many int) LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, time_start, time_end, point)
    SELECT prefix || n, 'Battles', 'As it was reported', 'day', '2021-04-29Z', '2021-04-30Z', ST_Point(70 + n % 100 / 100.0, 39.5 + n / 100 / 100.0, 4326)
      FROM generate_series(1, many) AS n;
    INSERT INTO ceasefire.incident_source (incident_id, ordinal, party_id) SELECT prefix || n, 1, 'KG' FROM generate_series(1, many) AS n;
    COMMIT;
END $$;

-- Those who write: with and without history in turns.
DO $$
DECLARE
    began timestamptz;
    kept  boolean;
BEGIN
    FOR turn IN 1..6 LOOP
        kept := turn % 2 = 0;
        CALL pg_temp.keep(kept);
        began := clock_timestamp();
        CALL pg_temp.add('w-', 20000);
        INSERT INTO written VALUES ('20,000 incidents with a source each, in one transaction', kept, 1000 * extract(epoch FROM clock_timestamp() - began));
        FOR edit IN 1..200 LOOP
            COMMIT;
            began := clock_timestamp();
            UPDATE ceasefire.incident SET summary = 'Edit ' || edit WHERE id = 'w-' || edit;
            COMMIT;
            INSERT INTO written VALUES ('an edit of one incident', kept, 1000 * extract(epoch FROM clock_timestamp() - began));
        END LOOP;
        DELETE FROM ceasefire.incident WHERE id LIKE 'w-%';
        COMMIT;
    END LOOP;
    CALL pg_temp.keep(true);
END $$;

-- Those who read the present: with a million versions, and without in a transaction that is undone, in turns.
CREATE FUNCTION pg_temp.ask(question text, OUT ms float8, OUT blocks bigint) LANGUAGE plpgsql AS $$
DECLARE
    began constant timestamptz := clock_timestamp();
    plan  json;
BEGIN
    EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT json) ' || question INTO plan;
    ms := 1000 * extract(epoch FROM clock_timestamp() - began);
    blocks := (plan #>> '{0,Plan,Shared Hit Blocks}')::bigint + (plan #>> '{0,Plan,Shared Read Blocks}')::bigint;
END $$;

CREATE PROCEDURE pg_temp.measure() LANGUAGE plpgsql AS $$
DECLARE
    asked   record;
    of_many record;
    of_none record;
BEGIN
    FOR asked IN SELECT q.* FROM generate_series(1, 15), (VALUES
        ('one incident', 'SELECT l FROM layer.incidents l WHERE id = ''m-5000'''),
        ('a page of 100 in the order of ids', 'SELECT l FROM layer.incidents l WHERE id > ''m-2'' ORDER BY id LIMIT 100'),
        ('a box of 100 incidents', 'SELECT l FROM layer.incidents l WHERE geom && ST_MakeEnvelope(70.095, 39.595, 70.195, 39.695, 4326)'),
        ('the number of all', 'SELECT count(*) FROM layer.incidents')) AS q (what, question)
    LOOP
        BEGIN
            ALTER TABLE history.incident DISABLE TRIGGER refused;
            TRUNCATE history.incident;
            -- What was changed is read anew first: that is not to be measured.
            PERFORM pg_temp.ask(asked.question);
            SELECT * INTO of_none FROM pg_temp.ask(asked.question);
            RAISE 'undone' USING ERRCODE = 'TL001';
        EXCEPTION WHEN SQLSTATE 'TL001' THEN
            NULL;
        END;
        PERFORM pg_temp.ask(asked.question);
        SELECT * INTO of_many FROM pg_temp.ask(asked.question);
        INSERT INTO read VALUES (asked.what, of_none.ms, of_many.ms, of_none.blocks, of_many.blocks);
    END LOOP;
END $$;
CALL pg_temp.add('m-', 10000);
DO $$
BEGIN
    FOR edit IN 1..100 LOOP
        UPDATE ceasefire.incident SET summary = 'Edit ' || edit WHERE id LIKE 'm-%';
        COMMIT;
    END LOOP;
END $$;
-- What edits leave behind in the table itself, they leave with history and without.
VACUUM FULL ANALYZE ceasefire.incident;
VACUUM ANALYZE history.incident;
CALL pg_temp.measure();

\pset footer off
SELECT what, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) FILTER (WHERE NOT is_kept)::numeric, 2) AS ms_without,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) FILTER (WHERE is_kept)::numeric, 2) AS ms_with_history
  FROM written GROUP BY what ORDER BY what;
SELECT what, (SELECT count(*) FROM history.incident) AS versions,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms_of_none)::numeric, 2) AS ms_of_none,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms_of_many)::numeric, 2) AS ms_of_many,
       min(blocks_of_none) AS blocks_of_none, min(blocks_of_many) AS blocks_of_many
  FROM read GROUP BY what ORDER BY what;
