-- Every version of every record is kept, whoever edits: triggers write it, so that an edit in psql is kept like any other.
-- See docs/history.md and docs/decisions/0007-history-beside-the-present.md.

CREATE SCHEMA history;
COMMENT ON SCHEMA history IS 'All versions of the records that people edit, one table beside each of theirs; acts, which are the transactions that wrote them; and the chain of hashes over the acts. Rows are added, never changed.';


-- Acts --------------------------------------------------------------------------------------------------------------------

CREATE TABLE history.act (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid           xid8 NOT NULL DEFAULT pg_current_xact_id(),
    database_user text NOT NULL DEFAULT session_user,
    editor        text,
    reason        text,
    origin        text,
    number        bigint UNIQUE,
    recorded      timestamptz,
    versions      bigint,
    digest        bytea,
    hash          bytea,
    CHECK (num_nulls(number, recorded, versions, digest, hash) IN (0, 5))
);
CREATE INDEX ON history.act (xid) WHERE number IS NULL;
CREATE INDEX ON history.act (recorded);
COMMENT ON TABLE history.act IS 'What one transaction did, for one reason. It is sealed when the transaction commits: numbered, timed and chained, in the order of the commits.';
COMMENT ON COLUMN history.act.id IS 'Names it from its first version on, in no order.';
COMMENT ON COLUMN history.act.xid IS 'The transaction. Means something until it commits only.';
COMMENT ON COLUMN history.act.database_user IS 'Who was signed in to the database.';
COMMENT ON COLUMN history.act.editor IS 'Who edited, as the application says (truceline.editor); null when it says nothing.';
COMMENT ON COLUMN history.act.reason IS 'Why (truceline.correction_reason); null when nothing is said.';
COMMENT ON COLUMN history.act.origin IS 'From where (truceline.origin), else the name of the program and its address.';
COMMENT ON COLUMN history.act.number IS 'Its place in the chain, from 1 on without a gap.';
COMMENT ON COLUMN history.act.recorded IS 'When it was committed, by the clock of the database''s machine; later than the act before it.';
COMMENT ON COLUMN history.act.versions IS 'How many versions it wrote.';
COMMENT ON COLUMN history.act.digest IS 'SHA-256 of its parts in the order of their tables: "table:versions:" and the digest of each.';
COMMENT ON COLUMN history.act.hash IS 'SHA-256 of the hash of the act before it and of all that is said of this one: see history.hash_of_act().';

CREATE TABLE history.act_part (
    act      bigint NOT NULL,
    relation text NOT NULL,
    versions bigint,
    digest   bytea,
    PRIMARY KEY (act, relation)
);
COMMENT ON TABLE history.act_part IS 'Which tables an act wrote versions of; sealed with it.';
COMMENT ON COLUMN history.act_part.act IS 'The act.';
COMMENT ON COLUMN history.act_part.relation IS 'The table, by its name in the schema ceasefire.';
COMMENT ON COLUMN history.act_part.versions IS 'How many versions of its records the act wrote.';
COMMENT ON COLUMN history.act_part.digest IS 'SHA-256 of their hashes in the order of record and rev.';

CREATE TABLE history.chain_head (
    number      bigint NOT NULL,
    recorded    timestamptz NOT NULL,
    hash        bytea NOT NULL,
    is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row)
);
COMMENT ON TABLE history.chain_head IS 'One row: the last act of the chain. Whoever commits holds it, so that acts are chained in the order in which they become visible.';
COMMENT ON COLUMN history.chain_head.number IS 'The last act''s number; 0 before the first.';
COMMENT ON COLUMN history.chain_head.recorded IS 'When it was committed: what one sees is what is known as of this moment.';
COMMENT ON COLUMN history.chain_head.hash IS 'Its hash. Who keeps it elsewhere can tell later whether the chain was made anew.';
COMMENT ON COLUMN history.chain_head.is_only_row IS 'Always true.';
INSERT INTO history.chain_head (number, recorded, hash) VALUES (0, '-infinity', '');

CREATE TABLE history.version (
    record           text NOT NULL,
    rev              bigint NOT NULL CHECK (rev > 0),
    act              bigint NOT NULL,
    known_from       timestamptz,
    is_known_assumed boolean NOT NULL,
    is_deleted       boolean NOT NULL,
    hash             bytea NOT NULL
);
COMMENT ON TABLE history.version IS 'All versions of all records: its children are the tables of versions, one for each table that is kept, with its columns beside these.';
COMMENT ON COLUMN history.version.record IS 'The record''s key; of several columns, joined by "/".';
COMMENT ON COLUMN history.version.rev IS 'Number of the version, 1, 2, 3 … for each record. The last one is the present.';
COMMENT ON COLUMN history.version.act IS 'The act that wrote it.';
COMMENT ON COLUMN history.version.known_from IS 'Since when it was known, where that was earlier than it was recorded; null: since it was recorded.';
COMMENT ON COLUMN history.version.is_known_assumed IS 'known_from is an assumption, such as the end of the day of an event.';
COMMENT ON COLUMN history.version.is_deleted IS 'The record was deleted; the other columns say what it was before.';
COMMENT ON COLUMN history.version.hash IS 'SHA-256 of what the version says: see history.keep().';

CREATE FUNCTION history.setting(name text) RETURNS text LANGUAGE sql STABLE
RETURN nullif(current_setting('truceline.' || name, true), '');
COMMENT ON FUNCTION history.setting(text) IS 'What the session or the transaction has set (SET LOCAL truceline.NAME); null where nothing.';

CREATE FUNCTION history.stated_known_from() RETURNS timestamptz LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    stated constant timestamptz := history.setting('known_from')::timestamptz;
BEGIN
    IF stated > clock_timestamp() OR NOT isfinite(stated) THEN
        RAISE 'truceline.known_from is %: nothing can be known from a time that has not come', stated USING ERRCODE = 'data_exception';
    END IF;
    RETURN stated;
END $$;
COMMENT ON FUNCTION history.stated_known_from() IS 'Since when what is written now was known, as the transaction says it (SET LOCAL truceline.known_from); null: from when it is recorded.';

CREATE FUNCTION history.open_act(relation text) RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_whom constant text := history.setting('editor');
    why     constant text := history.setting('correction_reason');
    whence  constant text := coalesce(history.setting('origin'),
                                      nullif(concat_ws(' ', nullif(current_setting('application_name'), ''), host(inet_client_addr())), ''));
    opened  bigint;
BEGIN
    SELECT a.id INTO opened FROM history.act a
     WHERE a.xid = pg_current_xact_id() AND a.number IS NULL
       AND (a.editor, a.reason, a.origin) IS NOT DISTINCT FROM (of_whom, why, whence);
    IF opened IS NULL THEN
        -- Where a transaction has its constraints checked at once, the act would be sealed before it has versions.
        SET CONSTRAINTS history.sealed DEFERRED;
        INSERT INTO history.act (editor, reason, origin) VALUES (of_whom, why, whence) RETURNING id INTO opened;
    END IF;
    INSERT INTO history.act_part (act, relation) VALUES (opened, open_act.relation) ON CONFLICT DO NOTHING;
    RETURN opened;
END $$;
COMMENT ON FUNCTION history.open_act(text) IS 'The act that versions of the table''s records written now belong to.';

-- Each part is preceded by its length, so that no text can pass for another one's end.
CREATE FUNCTION history.hash_of_act(act history.act, before bytea) RETURNS bytea LANGUAGE sql STABLE SET TimeZone = 'UTC' SET DateStyle = 'ISO, MDY'
BEGIN ATOMIC
    SELECT sha256(before || act.digest || string_agg(convert_to(coalesce(octet_length(convert_to(word, 'UTF8')) || ':' || word, '-'), 'UTF8'), ''::bytea ORDER BY place))
      FROM unnest(ARRAY [act.number::text, act.recorded::text, act.versions::text, act.database_user, act.editor, act.reason, act.origin])
           WITH ORDINALITY AS words (word, place);
END;
COMMENT ON FUNCTION history.hash_of_act(history.act, bytea) IS 'The hash of an act that follows the one with the hash "before".';

-- Runs when the transaction commits. From here to its end nobody else commits an act: what a snapshot sees is always the
-- chain up to some act, and its time is later than that of every act that was seen before.
CREATE FUNCTION history.seal_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head history.chain_head;
    this history.act;
    part history.act_part;
    parts bytea := '';
BEGIN
    SELECT * INTO this FROM history.act WHERE id = NEW.id;
    IF NOT FOUND OR this.number IS NOT NULL THEN
        RETURN NULL;
    END IF;
    this.versions := 0;
    FOR part IN SELECT * FROM history.act_part p WHERE p.act = this.id ORDER BY p.relation COLLATE "C" LOOP
        EXECUTE format('SELECT count(*), sha256(coalesce(string_agg(v.hash, ''''::bytea ORDER BY v.record COLLATE "C", v.rev), '''')) '
                       'FROM history.%I v WHERE v.act = $1', part.relation) INTO part.versions, part.digest USING this.id;
        UPDATE history.act_part p SET versions = part.versions, digest = part.digest WHERE (p.act, p.relation) = (part.act, part.relation);
        this.versions := this.versions + part.versions;
        parts := parts || convert_to(part.relation || ':' || part.versions || ':', 'UTF8') || part.digest;
    END LOOP;
    this.digest := sha256(parts);
    SELECT * INTO STRICT head FROM history.chain_head FOR UPDATE;
    this.number := head.number + 1;
    this.recorded := greatest(clock_timestamp(), head.recorded + interval '1 microsecond');
    this.hash := history.hash_of_act(this, head.hash);
    UPDATE history.act
       SET number = this.number, recorded = this.recorded, versions = this.versions, digest = this.digest, hash = this.hash
     WHERE id = this.id;
    UPDATE history.chain_head SET number = this.number, recorded = this.recorded, hash = this.hash;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION history.seal_act() IS 'Trigger: puts an act at the end of the chain.';
CREATE CONSTRAINT TRIGGER sealed AFTER INSERT ON history.act DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION history.seal_act();
ALTER TABLE history.act ENABLE ALWAYS TRIGGER sealed;

CREATE FUNCTION history.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE '% of %: history is added to, never changed', TG_OP, TG_RELID::regclass USING ERRCODE = 'insufficient_privilege';
END $$;
COMMENT ON FUNCTION history.refuse() IS 'Trigger: keeps versions from being changed by mistake. Who owns the tables can take it away; history that was changed is found by ./run verify.';


-- Tables that are kept ------------------------------------------------------------------------------------------------------

CREATE TABLE history.kept (
    relation text PRIMARY KEY,
    keys     text[] NOT NULL
);
COMMENT ON TABLE history.kept IS 'The tables of the schema ceasefire whose versions are kept.';
COMMENT ON COLUMN history.kept.relation IS 'Name in the schema ceasefire, and of the table of versions in history.';
COMMENT ON COLUMN history.kept.keys IS 'The columns that name a record.';

CREATE FUNCTION history.key_sql(alias text, keys text[]) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE cardinality(keys)
           WHEN 1 THEN format('%s.%I::text', alias, keys[1])
           ELSE (SELECT string_agg(format('coalesce(replace(replace(%s.%I::text, ''~'', ''~0''), ''/'', ''~1''), ''~'')', alias, k),
                                   ' || ''/'' || ' ORDER BY place)
                   FROM unnest(keys) WITH ORDINALITY AS u (k, place)) END;
COMMENT ON FUNCTION history.key_sql(text, text[]) IS 'SQL for the key of a row as one text: of several columns, "/" stands between them, and "~" for a null.';

-- What a version's hash is made of: table, record, rev, known_from, the two flags, and each column that has a value, in the
-- order of the table's columns, as "name=value" on a line of its own; a line that continues a value begins with a space.
-- A column that is added later leaves the hashes of older versions as they are.
CREATE FUNCTION history.append_sql(relation text, source text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT format('INSERT INTO history.%1$I (record, rev, act, known_from, is_known_assumed, is_deleted, hash, %2$s) '
                  'SELECT v.record, v.rev, (SELECT history.open_act(%3$L)), v.known, v.assumed, v.is_deleted, '
                  'sha256(convert_to(concat(%3$L, E''\n'', replace(v.record, E''\n'', E''\n ''), E''\n'', v.rev, E''\n'', v.known, E''\n'', v.assumed, E''\n'', v.is_deleted, %4$s), ''UTF8'')), '
                  '%5$s FROM (SELECT s.*, 1 + coalesce((SELECT h.rev FROM history.%1$I h WHERE h.record = s.record ORDER BY h.rev DESC LIMIT 1), 0) AS rev '
                  'FROM (%6$s) AS s) AS v;',
                  relation, string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum), relation,
                  string_agg(format(CASE WHEN t.typcategory IN ('S', 'A') THEN 'E''\n'' || %L || ''='' || replace(v.%I::text, E''\n'', E''\n '')'
                                         ELSE 'E''\n'' || %L || ''='' || v.%I::text' END, a.attname, a.attname), ', ' ORDER BY a.attnum),
                  string_agg(format('v.%I', a.attname), ', ' ORDER BY a.attnum), source)
      FROM pg_attribute a
      JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = format('history.%I', relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0;
END;
COMMENT ON FUNCTION history.append_sql(text, text) IS 'The statement that writes versions of the rows of "source", which has record, is_deleted, known, assumed and the columns of the table. Where there are none it opens no act.';

CREATE FUNCTION history.keep(relation text, VARIADIC keys text[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $keep$
DECLARE
    kept_table constant text := format('ceasefire.%I', relation);
    versions   constant text := format('history.%I', relation);
    key        constant text := history.key_sql('r', keys);
    own        record;
BEGIN
    INSERT INTO history.kept VALUES (keep.relation, keep.keys) ON CONFLICT DO NOTHING;
    IF to_regclass(versions) IS NULL THEN
        EXECUTE format('CREATE TABLE %s (PRIMARY KEY (record, rev)) INHERITS (history.version)', versions);
        EXECUTE format('CREATE INDEX ON %s (act)', versions);
        EXECUTE format('CREATE TRIGGER refused BEFORE UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION history.refuse()', versions);
        EXECUTE format('COMMENT ON TABLE %s IS %L', versions, 'All versions of the records of ' || kept_table || '.');
    END IF;
    FOR own IN
        SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, col_description(a.attrelid, a.attnum) AS words,
               t.typname IN ('geometry', 'geography') AS is_spatial, a.attname = keys[1] AND cardinality(keys) > 1 AS is_owner
          FROM pg_attribute a
          JOIN pg_type t ON t.oid = a.atttypid
         WHERE a.attrelid = kept_table::regclass AND a.attnum > 0 AND NOT a.attisdropped
           AND NOT EXISTS (SELECT FROM pg_attribute h WHERE h.attrelid = versions::regclass AND h.attname = a.attname AND NOT h.attisdropped)
         ORDER BY a.attnum
    LOOP
        EXECUTE format('ALTER TABLE %s ADD COLUMN %I %s', versions, own.name, own.type);
        EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', versions, own.name, own.words);
        IF own.is_spatial OR own.is_owner THEN
            EXECUTE format('CREATE INDEX ON %s USING %s (%I)', versions, CASE WHEN own.is_spatial THEN 'gist' ELSE 'btree' END, own.name);
        END IF;
    END LOOP;

    EXECUTE format('CREATE OR REPLACE FUNCTION history.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp '
                   'SET TimeZone = ''UTC'' SET DateStyle = ''ISO, MDY'' SET IntervalStyle = ''postgres'' SET extra_float_digits = 1 SET bytea_output = ''hex'' AS %L',
                   'keep_' || relation,
        format($function$
DECLARE
    known   constant timestamptz := history.stated_known_from();
    assumed constant boolean := known IS NOT NULL AND coalesce(history.setting('known_assumed')::boolean, false);
BEGIN
    IF TG_OP = 'INSERT' THEN
        %s
    ELSIF TG_OP = 'UPDATE' THEN
        %s
    ELSIF TG_OP = 'DELETE' THEN
        %s
    ELSE
        %s
    END IF;
    RETURN NULL;
END $function$,
            history.append_sql(relation, format('SELECT %s AS record, false AS is_deleted, known, assumed, r.* FROM new_rows r', key)),
            -- A key that is gone was given another one: its record ends, and another one begins.
            history.append_sql(relation, format('SELECT %1$s AS record, false AS is_deleted, known, assumed, n.* FROM new_rows n '
                                                'WHERE NOT EXISTS (SELECT FROM old_rows o WHERE %2$s = %1$s AND o *= n) '
                                                'UNION ALL SELECT %2$s, true, known, assumed, o.* FROM old_rows o '
                                                'WHERE NOT EXISTS (SELECT FROM new_rows n WHERE %1$s = %2$s)',
                                                history.key_sql('n', keys), history.key_sql('o', keys))),
            history.append_sql(relation, format('SELECT %s AS record, true AS is_deleted, known, assumed, r.* FROM old_rows r', key)),
            history.append_sql(relation, format('SELECT %s AS record, true AS is_deleted, known, assumed, r.* FROM %s r', key, kept_table))));

    -- Of triggers of a kind, those of which the name begins so come last: what other triggers change is there by then.
    EXECUTE format('CREATE OR REPLACE TRIGGER zz_kept_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION history.%I()', kept_table, 'keep_' || relation);
    EXECUTE format('CREATE OR REPLACE TRIGGER zz_kept_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION history.%I()', kept_table, 'keep_' || relation);
    EXECUTE format('CREATE OR REPLACE TRIGGER zz_kept_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION history.%I()', kept_table, 'keep_' || relation);
    EXECUTE format('CREATE OR REPLACE TRIGGER zz_kept_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION history.%I()', kept_table, 'keep_' || relation);
    FOR own IN SELECT tgname AS name FROM pg_trigger WHERE tgrelid = kept_table::regclass AND tgname LIKE 'zz\_kept\_%' LOOP
        -- Also while a replica or a bulk load keeps other triggers silent.
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', kept_table, own.name);
    END LOOP;
END $keep$;
COMMENT ON FUNCTION history.keep(text, text[]) IS 'Has the versions of a table''s records kept from now on; to be called again after a column was added to it.';

-- Incidents and sightings with what is told of them; what was said; patrol zones; lines, territories and what rules refer to;
-- agreements and rules; places. Vocabularies (parties, classes, kinds of events, data sets) are read as they are now.
SELECT history.keep('incident', 'id'),
       history.keep('incident_source', 'incident_id', 'ordinal'),
       history.keep('incident_allegation', 'incident_id', 'side_id', 'alleged_by_id'),
       history.keep('incident_casualty', 'incident_id', 'effect', 'party_id', 'people'),
       history.keep('sighting', 'id'),
       history.keep('sighting_source', 'sighting_id', 'ordinal'),
       history.keep('statement', 'id'),
       history.keep('statement_party', 'statement_id', 'role', 'party_id'),
       history.keep('casualty_statement', 'id'),
       history.keep('casualty_statement_source', 'casualty_statement_id', 'party_id'),
       history.keep('patrol_zone', 'id'),
       history.keep('patrol_zone_party', 'patrol_zone_id', 'party_id'),
       history.keep('alignment', 'id'),
       history.keep('alignment_position', 'alignment_id', 'party_id'),
       history.keep('alignment_stretch', 'alignment_id', 'number'),
       history.keep('territory', 'id'),
       history.keep('site', 'id'),
       history.keep('border_point', 'id'),
       history.keep('agreement', 'id'),
       history.keep('agreement_party', 'agreement_id', 'party_id'),
       history.keep('agreement_account', 'id'),
       history.keep('agreement_account_reporter', 'account_id', 'party_id'),
       history.keep('withdrawal_rule', 'id'),
       history.keep('withdrawal_rule_class', 'rule_id', 'equipment_class_id'),
       history.keep('withdrawal_rule_section', 'rule_id', 'number'),
       history.keep('withdrawal_rule_exclusion', 'rule_id', 'site_id'),
       history.keep('withdrawal_rule_exemption', 'id'),
       history.keep('place', 'id'),
       history.keep('place_name', 'place_id', 'name'),
       history.keep('place_country', 'place_id', 'according_to');


-- What a filled database holds becomes the first version of each record. Since when it has been known, nobody wrote down:
-- incidents are dated as the import dates them from now on, other records to when their data set was loaded.
CREATE FUNCTION history.begin_with_present() RETURNS void LANGUAGE plpgsql SET TimeZone = 'UTC' SET DateStyle = 'ISO, MDY' AS $$
DECLARE
    kept record;
BEGIN
    PERFORM set_config('truceline.correction_reason', 'First version of what was recorded before versions were kept', true);
    FOR kept IN
        SELECT k.relation, k.keys,
               coalesce((SELECT c.confrelid::regclass::text FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY [a.attnum]
                          WHERE c.conrelid = format('ceasefire.%I', k.relation)::regclass AND c.contype = 'f' AND cardinality(k.keys) > 1 AND a.attname = k.keys[1]),
                        format('ceasefire.%I', k.relation)) AS owner
          FROM history.kept k
         ORDER BY k.relation
    LOOP
        EXECUTE history.append_sql(kept.relation, format(
            'SELECT %s AS record, false AS is_deleted, k.known, k.known IS NOT NULL AS assumed, r.* FROM ceasefire.%I r '
            'LEFT JOIN LATERAL (SELECT %s AS known FROM %s o WHERE o.id = r.%I) AS k ON true',
            history.key_sql('r', kept.keys), kept.relation,
            CASE kept.owner
                WHEN 'ceasefire.incident' THEN
                    'least(coalesce((SELECT min(p.published_at) FROM ceasefire.incident_source p WHERE p.incident_id = o.id), '
                    '(o.local_date + 1)::timestamp AT TIME ZONE ''UTC'' - o.utc_offset::interval, o.time_end), o.recorded_at)'
                ELSE '(SELECT d.loaded_at FROM ceasefire.dataset d WHERE d.id = o.dataset_id)'
            END,
            kept.owner, kept.keys[1]));
    END LOOP;
    PERFORM set_config('truceline.correction_reason', '', true);
END $$;
SELECT history.begin_with_present();
DROP FUNCTION history.begin_with_present();
