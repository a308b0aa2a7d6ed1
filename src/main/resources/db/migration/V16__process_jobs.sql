-- Computations that nobody waits for. They are no layer, and nobody but who asked sees them: not in the schema "layer".

-- Digests of addresses could be undone by trying all addresses; with this beside them not by whoever has only the digests.
CREATE TABLE truceline.process_salt (
    id   boolean PRIMARY KEY DEFAULT true CHECK (id),
    salt uuid    NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO truceline.process_salt DEFAULT VALUES;

CREATE FUNCTION truceline.requester_digest(requester text) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT sha256(convert_to(salt::text || requester, 'UTF8')) FROM truceline.process_salt $$;

CREATE TABLE truceline.process_job (
    id           uuid        PRIMARY KEY,
    requester    bytea       NOT NULL,
    process      text        NOT NULL,
    request      text,
    response     text        NOT NULL,
    status       text        NOT NULL DEFAULT 'accepted'
                 CHECK (status IN ('accepted', 'running', 'successful', 'failed', 'dismissed')),
    progress     integer     NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    failure      text        CHECK ((failure IS NOT NULL) = (status = 'failed')),
    place        text,
    message      text,
    attempts     integer     NOT NULL DEFAULT 0,
    worker       uuid,
    leased_until timestamptz,
    bytes        bigint      NOT NULL DEFAULT 0,
    created      timestamptz NOT NULL DEFAULT clock_timestamp(),
    started      timestamptz,
    finished     timestamptz CHECK ((finished IS NULL) = (status IN ('accepted', 'running'))),
    updated      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX process_job_open ON truceline.process_job (created) WHERE status IN ('accepted', 'running');
CREATE INDEX process_job_requester ON truceline.process_job (requester, created);
CREATE INDEX process_job_finished ON truceline.process_job (finished) WHERE finished IS NOT NULL;
COMMENT ON COLUMN truceline.process_job.request IS 'What was asked, until the job has ended: then nobody needs it';
COMMENT ON COLUMN truceline.process_job.bytes IS 'How much the results take';

CREATE TABLE truceline.process_result (
    job_id   uuid    NOT NULL REFERENCES truceline.process_job ON DELETE CASCADE,
    position integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    output   text    NOT NULL,
    json     bytea   NOT NULL,
    PRIMARY KEY (job_id, position)
);
-- Compressed pages would have to be unpacked whole; what is sent is compressed on the way.
ALTER TABLE truceline.process_result ALTER COLUMN json SET STORAGE EXTERNAL;
