-- The transactions whose changes one snapshot sees and an earlier one didn't, in the order of their numbers.
-- Parameters: the earlier snapshot, the later one, the first transaction wanted, how many.
SELECT DISTINCT c.xid::text::bigint, c.xid
FROM truceline.change c, (SELECT ?::pg_snapshot AS before, ?::pg_snapshot AS after, ?::xid8 AS first) AS wanted
WHERE c.xid >= greatest(pg_snapshot_xmin(wanted.before), wanted.first) AND c.xid < pg_snapshot_xmax(wanted.after)
      AND NOT pg_visible_in_snapshot(c.xid, wanted.before) AND pg_visible_in_snapshot(c.xid, wanted.after)
ORDER BY c.xid
LIMIT ?
