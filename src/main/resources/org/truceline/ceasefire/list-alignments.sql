SELECT a.id, a.boundary_line_id, coalesce(p.name || ', as drawn by ', '') || d.title AS claimed_by, ST_AsBinary(a.geom) AS shape
  FROM ceasefire.alignment a
  JOIN ceasefire.dataset d ON d.id = a.dataset_id
  LEFT JOIN ceasefire.party p ON p.id = a.claimant_party_id
 WHERE :only IN ('', a.id, a.boundary_line_id)
   AND daterange(a.valid_from, a.valid_to, '[]') @> :day::date
 ORDER BY a.id
