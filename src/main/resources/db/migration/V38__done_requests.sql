-- Requests that write and were given a key by their clients, with what they made: sent once more after a broken connection,
-- they are answered the same and do nothing. See docs/editing.md.
CREATE TABLE truceline.done_request (
    editor   text        NOT NULL REFERENCES truceline.account ON DELETE CASCADE,
    key      text        NOT NULL,
    digest   text        NOT NULL,
    features text[]      NOT NULL,
    revs     bigint[]    NOT NULL CHECK (cardinality(revs) = cardinality(features)),
    done     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (editor, key)
);
CREATE INDEX done_request_done ON truceline.done_request (done);
COMMENT ON TABLE truceline.done_request IS 'Requests that write, by the keys that their clients gave them; each is written by the transaction that does it.';
COMMENT ON COLUMN truceline.done_request.digest IS 'Of all that the request said: another one under the same key is refused.';
COMMENT ON COLUMN truceline.done_request.features IS 'The ids of the features that it made, changed or deleted.';
COMMENT ON COLUMN truceline.done_request.revs IS 'The number of the version of each that it left.';
REVOKE ALL ON truceline.done_request FROM PUBLIC;
