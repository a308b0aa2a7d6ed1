-- What this snapshot sees of the change log. No row where the log was brought from another database.
-- Which transactions it sees; the last that has left a change, or may have; the first of which all changes are kept.
SELECT e.id AS epoch,
       pg_current_snapshot()::text AS seen,
       greatest((SELECT c.xid::text::bigint FROM truceline.change c ORDER BY c.xid DESC LIMIT 1),
                e.remembered_from::text::bigint - 1) AS last,
       e.remembered_from::text::bigint AS remembered_from
FROM truceline.change_epoch e
WHERE e.cluster = truceline.this_database()
