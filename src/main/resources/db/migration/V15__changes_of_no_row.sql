-- A statement that changes no row is no change: a look for work that finds none, every few seconds, must not move revisions.

-- PostgreSQL counts rows as it changes them, for the statistics that autovacuum goes by: a table on which the session
-- has changed none by now is as it was. Rows of partitions and children are counted there, and statements on the parent
-- fire its own triggers only; other kinds of storage may not count.
CREATE FUNCTION truceline.is_untouched(relation oid) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT c.relkind = 'r' AND NOT c.relhassubclass AND m.amname = 'heap' AND current_setting('track_counts')::boolean
           AND pg_stat_get_xact_tuples_inserted(c.oid) = 0
           AND pg_stat_get_xact_tuples_updated(c.oid) = 0
           AND pg_stat_get_xact_tuples_deleted(c.oid) = 0
      FROM pg_class c
      LEFT JOIN pg_am m ON m.oid = c.relam
     WHERE c.oid = relation;
END;
COMMENT ON FUNCTION truceline.is_untouched(oid) IS 'Whether it is known that this transaction has changed no row of the table so far. Not where rows of an earlier transaction of the session were not reported to the statistics yet, within the last seconds.';

CREATE OR REPLACE FUNCTION truceline.log_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_LEVEL = 'STATEMENT' AND TG_OP <> 'TRUNCATE' AND truceline.is_untouched(TG_RELID) THEN
        RETURN NULL;
    END IF;
    IF current_setting('transaction_isolation') = 'serializable'
       OR NOT EXISTS (SELECT FROM truceline.change c
                       WHERE c.xid = pg_current_xact_id() AND c.relation = TG_RELID AND c.operation = lower(TG_OP)) THEN
        INSERT INTO truceline.change (relation, operation) VALUES (TG_RELID, lower(TG_OP));
    END IF;
    RETURN NULL;
END $$;
