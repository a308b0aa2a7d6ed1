-- The change log: which relations a transaction changed. Triggers write it, so that an edit by psql or QGIS straight in
-- the database is in it like any other. See docs/decisions/0005-a-revision-is-a-sum.md.

CREATE TABLE truceline.change (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    xid         xid8 NOT NULL DEFAULT pg_current_xact_id(),
    relation    oid NOT NULL,
    operation   text NOT NULL CHECK (operation IN ('insert', 'update', 'delete', 'truncate', 'guard')),
    -- The generator of UUIDs is the strong one that PostgreSQL has without an extension.
    token       bigint NOT NULL DEFAULT hashtextextended(gen_random_uuid()::text, 0),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (xid, id)
);
COMMENT ON TABLE truceline.change IS 'What transactions did to relations that layers rest on; one row for each kind of statement in a transaction. Transactions commit in another order than that of their numbers: whoever follows the log reads below pg_snapshot_xmin, in the order of the key.';
COMMENT ON COLUMN truceline.change.id IS 'Order within the transaction.';
COMMENT ON COLUMN truceline.change.xid IS 'The transaction.';
COMMENT ON COLUMN truceline.change.relation IS 'The relation, by its number in pg_class; it may have been dropped since.';
COMMENT ON COLUMN truceline.change.operation IS 'What was done: insert, update, delete, truncate; guard: the relation''s triggers were laid, what happened before is not known.';
COMMENT ON COLUMN truceline.change.token IS 'A random number. The sum over the rows that a snapshot sees names the set of them.';
COMMENT ON COLUMN truceline.change.recorded_at IS 'When the transaction began.';

CREATE TABLE truceline.change_total (
    relation oid PRIMARY KEY,
    total    numeric NOT NULL
);
COMMENT ON TABLE truceline.change_total IS 'The sum of the tokens of each relation''s changes by transactions before change_epoch.folded_below.';
COMMENT ON COLUMN truceline.change_total.relation IS 'The relation, by its number in pg_class.';
COMMENT ON COLUMN truceline.change_total.total IS 'The sum.';

CREATE TABLE truceline.change_epoch (
    id           uuid NOT NULL DEFAULT gen_random_uuid(),
    cluster      text NOT NULL,
    folded_below xid8 NOT NULL,
    is_only_row  boolean PRIMARY KEY DEFAULT true CHECK (is_only_row)
);
COMMENT ON TABLE truceline.change_epoch IS 'One row. Numbers of transactions mean something in one database of one cluster only: where the log was brought from another one, a new epoch begins.';
COMMENT ON COLUMN truceline.change_epoch.id IS 'Names the epoch.';
COMMENT ON COLUMN truceline.change_epoch.cluster IS 'Where it is valid, as truceline.this_database() says it.';
COMMENT ON COLUMN truceline.change_epoch.folded_below IS 'The changes of transactions before this one are in change_total.';
COMMENT ON COLUMN truceline.change_epoch.is_only_row IS 'Always true.';

-- A cluster that was set back to an earlier moment goes on in another timeline, a copied database has another number.
CREATE FUNCTION truceline.this_database() RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT (SELECT system_identifier FROM pg_control_system())
           || '/' || (SELECT timeline_id FROM pg_control_checkpoint())
           || '/' || (SELECT oid FROM pg_database WHERE datname = current_database());
END;
COMMENT ON FUNCTION truceline.this_database() IS 'Names this database among all: system identifier of the cluster, timeline, number of the database.';

INSERT INTO truceline.change_epoch (cluster, folded_below)
VALUES (truceline.this_database(), pg_snapshot_xmin(pg_current_snapshot()));

-- Whoever may edit a table writes to the log by it, without a right on the log. The log is not asked before it is
-- written where that could make a serializable transaction fail.
CREATE FUNCTION truceline.log_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') = 'serializable'
       OR NOT EXISTS (SELECT FROM truceline.change c
                       WHERE c.xid = pg_current_xact_id() AND c.relation = TG_RELID AND c.operation = lower(TG_OP)) THEN
        INSERT INTO truceline.change (relation, operation) VALUES (TG_RELID, lower(TG_OP));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION truceline.log_change() IS 'Trigger: writes into the change log that a statement may have changed the relation.';

-- tgtype: 60 is after insert, delete, update or truncate, for the statement; 29 after insert, delete or update, for each
-- row. Logical replication fires triggers for rows only; ENABLE REPLICA ("R") keeps them silent otherwise.
CREATE VIEW truceline.guarded_table AS
SELECT c.oid AS relation
  FROM pg_class c
 WHERE EXISTS (SELECT FROM pg_trigger t
                WHERE t.tgrelid = c.oid AND t.tgfoid = 'truceline.log_change'::regproc AND t.tgtype = 60
                  AND t.tgenabled = 'A' AND t.tgqual IS NULL AND t.tgattr = ''::int2vector)
   AND (c.relkind = 'p'
        OR EXISTS (SELECT FROM pg_trigger t
                    WHERE t.tgrelid = c.oid AND t.tgfoid = 'truceline.log_change'::regproc AND t.tgtype = 29
                      AND t.tgenabled = 'R' AND t.tgqual IS NULL AND t.tgattr = ''::int2vector));
COMMENT ON VIEW truceline.guarded_table IS 'The tables whose changes all come into the change log.';
COMMENT ON COLUMN truceline.guarded_table.relation IS 'The table, by its number in pg_class.';

-- It would rather fail, and be called again, than have writers wait behind it for long.
CREATE FUNCTION truceline.guard(relation oid) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp SET lock_timeout = '200ms' AS $$
DECLARE
    name text := relation::regclass;
BEGIN
    -- The lock that CREATE TRIGGER takes: who edits the table at this moment is waited for, who reads it is not.
    EXECUTE format('LOCK TABLE ONLY %s IN SHARE ROW EXCLUSIVE MODE', name);
    IF EXISTS (SELECT FROM truceline.guarded_table g WHERE g.relation = guard.relation) THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE OR REPLACE TRIGGER truceline_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s '
                   'FOR EACH STATEMENT EXECUTE FUNCTION truceline.log_change()', name);
    EXECUTE format('ALTER TABLE ONLY %s ENABLE ALWAYS TRIGGER truceline_change', name);
    IF (SELECT c.relkind FROM pg_class c WHERE c.oid = relation) <> 'p' THEN
        EXECUTE format('CREATE OR REPLACE TRIGGER truceline_replicated AFTER INSERT OR UPDATE OR DELETE ON %s '
                       'FOR EACH ROW EXECUTE FUNCTION truceline.log_change()', name);
        EXECUTE format('ALTER TABLE ONLY %s ENABLE REPLICA TRIGGER truceline_replicated', name);
    END IF;
    INSERT INTO truceline.change (relation, operation) VALUES (guard.relation, 'guard');
END $$;
COMMENT ON FUNCTION truceline.guard(oid) IS 'Sees to it that the table''s changes come into the change log. Needs the rights of its owner.';

CREATE FUNCTION truceline.fold_changes() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    epoch truceline.change_epoch;
    ended xid8;
BEGIN
    -- Each statement here has a snapshot of its own: those after this one see what the last one who held the lock did.
    SELECT * INTO epoch FROM truceline.change_epoch FOR UPDATE;
    -- All transactions before it have ended, and what they did is seen from here on.
    ended := pg_snapshot_xmin(pg_current_snapshot());
    IF epoch.cluster <> truceline.this_database() THEN
        DELETE FROM truceline.change;
        DELETE FROM truceline.change_total;
        UPDATE truceline.change_epoch
           SET id = gen_random_uuid(), cluster = truceline.this_database(), folded_below = ended;
    ELSE
        INSERT INTO truceline.change_total AS t (relation, total)
        SELECT relation, sum(token) FROM truceline.change
         WHERE xid >= epoch.folded_below AND xid < ended
         GROUP BY relation
        ON CONFLICT (relation) DO UPDATE SET total = t.total + excluded.total;
        UPDATE truceline.change_epoch SET folded_below = ended;
    END IF;
END $$;
COMMENT ON FUNCTION truceline.fold_changes() IS 'Adds the changes of ended transactions to change_total; begins a new epoch where the log was brought from another database. To be called in a transaction of its own, READ COMMITTED.';

CREATE VIEW truceline.change_to_fold AS
SELECT 1 AS any_row
 WHERE EXISTS (SELECT FROM truceline.change c, truceline.change_epoch e
                WHERE c.xid >= e.folded_below AND c.xid < pg_snapshot_xmin(pg_current_snapshot()))
    OR EXISTS (SELECT FROM truceline.change_epoch WHERE cluster <> truceline.this_database());
COMMENT ON VIEW truceline.change_to_fold IS 'A row where there is something for fold_changes() to do, which writes even where there is nothing.';
COMMENT ON COLUMN truceline.change_to_fold.any_row IS 'Always 1.';

CREATE FUNCTION truceline.forget_changes(older_than interval) RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
    WITH forgotten AS (
        DELETE FROM truceline.change
         WHERE xid < (SELECT folded_below FROM truceline.change_epoch) AND recorded_at < now() - older_than
        RETURNING 1)
    SELECT count(*) FROM forgotten;
END;
COMMENT ON FUNCTION truceline.forget_changes(interval) IS 'Deletes old changes from the log that change_total holds already, and tells how many.';
