-- Each act with its parts, in the order of the chain; acts that are in no chain first.
SELECT a.id, a.number, a.recorded::text AS recorded, a.versions, a.database_user, a.editor, a.reason, a.origin, encode(a.digest, 'hex') AS digest, encode(a.hash, 'hex') AS hash,
       p.relation, p.versions AS part_versions, encode(p.digest, 'hex') AS part_digest
  FROM history.act a
  LEFT JOIN history.act_part p ON p.act = a.id
 ORDER BY a.number NULLS FIRST, a.id, p.relation COLLATE "C"
