-- A record that is made again while it is being deleted: the number that it was given was that of the deletion, which
-- wasn't to be seen yet. So who makes a record waits for whoever deletes one of the same id, and is refused where the
-- number is not that of its version all the same.

CREATE OR REPLACE FUNCTION history.number_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    generated jsonb;
    last      bigint;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.rev := OLD.rev;
        -- Generated columns have no value yet.
        EXECUTE TG_ARGV[0] INTO generated USING OLD;
        IF jsonb_populate_record(NEW, generated) *= OLD THEN
            RETURN NEW;
        END IF;
    ELSE
        EXECUTE format('SELECT FROM %I.%I t WHERE t.id = $1 FOR KEY SHARE', TG_TABLE_SCHEMA, TG_TABLE_NAME) USING NEW.id;
    END IF;
    EXECUTE format('SELECT h.rev FROM history.%I h WHERE h.record = $1 ORDER BY h.rev DESC LIMIT 1', TG_TABLE_NAME) INTO last USING NEW.id;
    NEW.rev := coalesce(last, 0) + 1;
    RETURN NEW;
END $$;

CREATE FUNCTION history.check_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last bigint;
BEGIN
    -- The row is there by now: nobody else can write a version of a record of this id.
    EXECUTE format('SELECT h.rev FROM history.%I h WHERE h.record = $1 ORDER BY h.rev DESC LIMIT 1', TG_TABLE_NAME) INTO last USING NEW.id;
    IF NEW.rev <> coalesce(last, 0) + 1 THEN
        RAISE EXCEPTION USING
            ERRCODE = 'serialization_failure',
            MESSAGE = format('the record "%s" of %s was made and deleted by others meanwhile', NEW.id, TG_TABLE_NAME),
            HINT = 'Try again.';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION history.check_number() IS 'Trigger: refuses a new record whose rev isn''t the number of the version that is about to be written.';

CREATE FUNCTION history.check_numbers(relation text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Before the trigger that writes versions, which is of statements.
    EXECUTE format('CREATE TRIGGER zz_number_checked AFTER INSERT ON ceasefire.%I FOR EACH ROW EXECUTE FUNCTION history.check_number()', relation);
    EXECUTE format('ALTER TABLE ceasefire.%I ENABLE ALWAYS TRIGGER zz_number_checked', relation);
END $$;
COMMENT ON FUNCTION history.check_numbers(text) IS 'Has the numbers of a table''s new records checked. history.number() does it by itself.';

ALTER FUNCTION history.number(text) RENAME TO number_unchecked;
CREATE FUNCTION history.number(relation text) RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT history.number_unchecked(relation);
    SELECT history.check_numbers(relation);
END;
COMMENT ON FUNCTION history.number(text) IS 'Gives the records of a table that is kept, by a key "id", the number of their last version.';
COMMENT ON FUNCTION history.number_unchecked(text) IS 'A step of history.number().';

-- What was numbered wrong so far. It is no change of what a record says: it makes no version.
DO $$
DECLARE
    numbered regclass;
    trigger  record;
    always   name[];
    is_wrong boolean;
BEGIN
    FOR numbered IN SELECT t.tgrelid::regclass FROM pg_trigger t WHERE t.tgname = 'zz_numbered' LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s t WHERE t.rev <> (SELECT max(h.rev) FROM history.%I h WHERE h.record = t.id))',
                       numbered, (SELECT relname FROM pg_class WHERE oid = numbered)) INTO is_wrong;
        IF is_wrong THEN
            SELECT array_agg(t.tgname) INTO always FROM pg_trigger t WHERE t.tgrelid = numbered AND NOT t.tgisinternal AND t.tgenabled = 'A';
            EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', numbered);
            EXECUTE format('UPDATE %s t SET rev = (SELECT max(h.rev) FROM history.%I h WHERE h.record = t.id)',
                           numbered, (SELECT relname FROM pg_class WHERE oid = numbered));
            EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', numbered);
            FOR trigger IN SELECT unnest(always) AS name LOOP
                EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', numbered, trigger.name);
            END LOOP;
        END IF;
        PERFORM history.check_numbers((SELECT relname FROM pg_class WHERE oid = numbered));
    END LOOP;
END $$;
