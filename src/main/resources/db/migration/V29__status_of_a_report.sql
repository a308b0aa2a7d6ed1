-- How far a report has been verified, as a state machine: which status may follow on which, in one table, for whoever edits
-- by whatever way. A new report may have any status: its source may have verified it already.

CREATE TABLE ceasefire.status_step (
    from_status text NOT NULL,
    to_status   text NOT NULL,
    PRIMARY KEY (from_status, to_status),
    CHECK (from_status <> to_status)
);
COMMENT ON TABLE ceasefire.status_step IS 'Which status of an incident or a sighting may follow on which. What was settled is opened again by verifying it once more.';
COMMENT ON COLUMN ceasefire.status_step.from_status IS 'The status before.';
COMMENT ON COLUMN ceasefire.status_step.to_status IS 'A status that may follow.';
INSERT INTO ceasefire.status_step (from_status, to_status) VALUES
    ('reported', 'under_verification'),
    ('reported', 'disputed'),
    ('reported', 'retracted'),
    ('reported', 'duplicate_of'),
    ('under_verification', 'corroborated'),
    ('under_verification', 'verified'),
    ('under_verification', 'disputed'),
    ('under_verification', 'retracted'),
    ('under_verification', 'duplicate_of'),
    ('corroborated', 'verified'),
    ('corroborated', 'disputed'),
    ('corroborated', 'retracted'),
    ('corroborated', 'duplicate_of'),
    ('corroborated', 'under_verification'),
    ('verified', 'under_verification'),
    ('disputed', 'under_verification'),
    ('retracted', 'under_verification'),
    ('duplicate_of', 'under_verification');

CREATE FUNCTION ceasefire.check_status_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM ceasefire.status_step s WHERE (s.from_status, s.to_status) = (OLD.status, NEW.status)) THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = 'status',
            CONSTRAINT = 'status_follows',
            MESSAGE = format('the status "%s" can''t follow on "%s"', NEW.status, OLD.status),
            DETAIL = format('Expected is one of: %s.',
                (SELECT string_agg(s.to_status, ', ' ORDER BY s.to_status) FROM ceasefire.status_step s WHERE s.from_status = OLD.status));
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION ceasefire.check_status_step() IS 'Trigger: refuses a change of status that ceasefire.status_step doesn''t hold.';

CREATE TRIGGER status_follows BEFORE UPDATE ON ceasefire.incident
    FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION ceasefire.check_status_step();
CREATE TRIGGER status_follows BEFORE UPDATE ON ceasefire.sighting
    FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION ceasefire.check_status_step();
