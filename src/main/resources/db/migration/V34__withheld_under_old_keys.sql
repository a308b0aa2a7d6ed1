-- A record whose key was changed is the same one: what is withheld of it is withheld under the keys that it had as well.

CREATE TABLE history.renaming (
    relation   text NOT NULL,
    record     text NOT NULL,
    renamed_to text NOT NULL,
    PRIMARY KEY (relation, record, renamed_to)
);
CREATE INDEX ON history.renaming (relation, renamed_to);
COMMENT ON TABLE history.renaming IS 'Under which keys records were known that have another one now, of tables of which something can be withheld.';
COMMENT ON COLUMN history.renaming.relation IS 'The table, by its name in the schema ceasefire.';
COMMENT ON COLUMN history.renaming.record IS 'A key that the record had.';
COMMENT ON COLUMN history.renaming.renamed_to IS 'The key that it was given last.';

CREATE FUNCTION history.note_renaming() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before constant text := to_jsonb(OLD) ->> TG_ARGV[0];
    after  constant text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    INSERT INTO history.renaming VALUES (TG_TABLE_NAME, before, after) ON CONFLICT DO NOTHING;
    INSERT INTO history.renaming
    SELECT n.relation, n.record, after FROM history.renaming n WHERE (n.relation, n.renamed_to) = (TG_TABLE_NAME, before)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION history.note_renaming() IS 'Trigger: notes which key a record has from now on. Argument: the column of the key.';

CREATE OR REPLACE FUNCTION history.shown_sql(relation text, record text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT format('CASE WHEN (SELECT %1$s FROM history.%2$I p WHERE p.record = %3$s ORDER BY p.rev DESC LIMIT 1) '
                  'AND NOT EXISTS (SELECT FROM history.renaming n WHERE n.relation = %2$L AND n.record = %3$s '
                  'AND NOT (SELECT %1$s FROM history.%2$I p WHERE p.record = n.renamed_to ORDER BY p.rev DESC LIMIT 1)) '
                  'THEN true END IS NOT NULL',
                  string_agg(CASE a.attname WHEN 'sensitivity' THEN 'p.sensitivity = ''public''' ELSE 'NOT p.is_embargoed' END, ' AND ' ORDER BY a.attnum),
                  shown_sql.relation, shown_sql.record)
      FROM pg_attribute a
     WHERE a.attrelid = format('ceasefire.%I', shown_sql.relation)::regclass AND a.attname IN ('sensitivity', 'is_embargoed')
    HAVING count(*) > 0;
END;
COMMENT ON FUNCTION history.shown_sql(text, text) IS 'The condition under which what was known of a record may be seen now, as the very last version says, under whichever key; "record" is SQL for its key. Null where nothing of the table is withheld.';

CREATE FUNCTION history.follow_keys() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept record;
BEGIN
    FOR kept IN SELECT k.relation, k.keys[1] AS key FROM history.kept k
                 WHERE cardinality(k.keys) = 1 AND history.shown_sql(k.relation, '') IS NOT NULL
    LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER renamed AFTER UPDATE ON ceasefire.%1$I FOR EACH ROW WHEN (OLD.%2$I <> NEW.%2$I) '
                       'EXECUTE FUNCTION history.note_renaming(%2$L)', kept.relation, kept.key);
        EXECUTE format('ALTER TABLE ceasefire.%I ENABLE ALWAYS TRIGGER renamed', kept.relation);
    END LOOP;
END $$;
COMMENT ON FUNCTION history.follow_keys() IS 'Has changes of keys noted for tables of which something can be withheld; to be called again after another table was kept.';
SELECT history.follow_keys();

SELECT history.make_past();
