-- Whether nobody else does an editor's request of this key just now; then nobody does until the transaction ends, however it
-- ends.
SELECT pg_try_advisory_xact_lock('truceline.done_request'::regclass::oid::int, hashtext(concat_ws(E'\n', ?::text, ?::text)))
