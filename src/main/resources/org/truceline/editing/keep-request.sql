INSERT INTO truceline.done_request (editor, key, digest, features, revs) VALUES (?, ?, ?, ?::text[], ?::bigint[])
