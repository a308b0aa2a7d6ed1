-- What transactions did to layers, by transaction. Where the log doesn't name the features of a change, there is one row
-- without a feature for it. Parameters: layers and the relations that they rest on, each with whether the log names the
-- features that its changes touch; the transactions; how many rows at the most.
WITH
rest AS (SELECT * FROM unnest(?::text[], ?::oid[], ?::boolean[]) AS r (layer, relation, is_followed)),
wanted AS (SELECT t::xid8 AS xid FROM unnest(?::text[]) AS t)
SELECT c.xid::text::bigint AS xid, c.recorded_at, rest.layer, coalesce(f.id, c.id) AS number, f.kind, f.feature,
       f.was_shown, f.is_shown, f.old_box, f.new_box
FROM wanted
JOIN truceline.change c ON c.xid = wanted.xid
JOIN rest ON rest.relation = c.relation
LEFT JOIN truceline.feature_change f
       ON rest.is_followed AND f.xid = c.xid AND f.relation = c.relation AND f.layer = rest.layer AND f.operation = c.operation
UNION ALL
-- A layer that came, went, or is made in another way.
SELECT c.xid::text::bigint, c.recorded_at, f.layer, f.id, f.kind, f.feature, f.was_shown, f.is_shown, f.old_box, f.new_box
FROM wanted
JOIN truceline.change c ON c.xid = wanted.xid AND c.relation = 0
JOIN truceline.feature_change f ON f.xid = c.xid AND f.relation = c.relation
ORDER BY 1, 4, 3
LIMIT ?
