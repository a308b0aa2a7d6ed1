-- Who may write. Reading is open.
CREATE TABLE truceline.account (
    name          text PRIMARY KEY CHECK (name ~ '^[^[:space:][:cntrl:]:]+$'),
    password_hash text NOT NULL,
    changed_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE truceline.account IS 'Who may write through layers.';
COMMENT ON COLUMN truceline.account.name IS 'Without a colon, which ends a name in HTTP Basic.';
COMMENT ON COLUMN truceline.account.password_hash IS 'bcrypt, with its salt.';
COMMENT ON COLUMN truceline.account.changed_at IS 'Since when this password is the account''s.';
REVOKE ALL ON truceline.account FROM PUBLIC;

CREATE FUNCTION truceline.require_editor() RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    editor constant text := nullif(current_setting('truceline.editor', true), '');
BEGIN
    IF NOT EXISTS (SELECT FROM truceline.account a WHERE a.name = editor) THEN
        RAISE EXCEPTION USING
            ERRCODE = 'insufficient_privilege',
            MESSAGE = 'to write through a layer one has to sign in',
            HINT = 'Expected is the name of an account in the setting truceline.editor; those with rights of their own change the tables.';
    END IF;
    RETURN editor;
END $$;
COMMENT ON FUNCTION truceline.require_editor() IS 'Who writes, by the setting truceline.editor. For what lets layers be written to: fails where it is nobody''s account.';
