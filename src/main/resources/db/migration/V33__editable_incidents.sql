-- Incidents can be edited through their layers. Each carries the number of its last version, rev, so that an edit can say
-- which version it was made of. See docs/editing.md and docs/decisions/0010-an-edit-is-of-a-version.md.

-- The same statement as before, but a table may have a column rev of its own now, which is not copied.
CREATE OR REPLACE FUNCTION history.append_sql(relation text, source text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT format('INSERT INTO history.%1$I (record, rev, act, known_from, is_known_assumed, is_deleted, hash, %2$s) '
                  'SELECT v.record, v.next_rev, (SELECT history.open_act(%3$L)), v.known, v.assumed, v.is_deleted, '
                  'sha256(convert_to(concat(%3$L, E''\n'', replace(v.record, E''\n'', E''\n ''), E''\n'', v.next_rev, E''\n'', v.known, E''\n'', v.assumed, E''\n'', v.is_deleted, %4$s), ''UTF8'')), '
                  '%5$s FROM (SELECT s.*, 1 + coalesce((SELECT h.rev FROM history.%1$I h WHERE h.record = s.record ORDER BY h.rev DESC LIMIT 1), 0) AS next_rev '
                  'FROM (%6$s) AS s) AS v;',
                  relation, string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum), relation,
                  string_agg(format(CASE WHEN t.typcategory IN ('S', 'A') THEN 'E''\n'' || %L || ''='' || replace(v.%I::text, E''\n'', E''\n '')'
                                         ELSE 'E''\n'' || %L || ''='' || v.%I::text' END, a.attname, a.attname), ', ' ORDER BY a.attnum),
                  string_agg(format('v.%I', a.attname), ', ' ORDER BY a.attnum), source)
      FROM pg_attribute a
      JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = format('history.%I', relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0;
END;

-- The column comes before the version that has its number: the trigger that writes versions runs after it. What changes
-- nothing is no version, and gets no number.
CREATE FUNCTION history.number_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    END IF;
    EXECUTE format('SELECT h.rev FROM history.%I h WHERE h.record = $1 ORDER BY h.rev DESC LIMIT 1', TG_TABLE_NAME) INTO last USING NEW.id;
    NEW.rev := coalesce(last, 0) + 1;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION history.number_record() IS 'Trigger: sets rev to the number of the version that is about to be written.';

CREATE FUNCTION history.number(relation text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept_table constant text := format('ceasefire.%I', relation);
    generated  text;
BEGIN
    EXECUTE format('ALTER TABLE %s ADD COLUMN rev bigint', kept_table);
    EXECUTE format('COMMENT ON COLUMN %s.rev IS ''Number of its last version.''', kept_table);
    -- history.keep() lets it fire again.
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER zz_kept_update', kept_table);
    EXECUTE format('UPDATE %s t SET rev = (SELECT max(h.rev) FROM history.%I h WHERE h.record = t.id)', kept_table, relation);
    EXECUTE format('ALTER TABLE %s ALTER COLUMN rev SET NOT NULL', kept_table);
    SELECT 'SELECT jsonb_build_object(' || coalesce(string_agg(format('%L, ($1).%I', a.attname, a.attname), ', '), '') || ')'
      INTO generated
      FROM pg_attribute a
     WHERE a.attrelid = kept_table::regclass AND a.attgenerated <> '' AND NOT a.attisdropped;
    EXECUTE format('CREATE TRIGGER zz_numbered BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION history.number_record(%L)', kept_table, generated);
    PERFORM history.keep(k.relation, VARIADIC k.keys) FROM history.kept k WHERE k.relation = number.relation;
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER zz_numbered', kept_table);
END $$;
COMMENT ON FUNCTION history.number(text) IS 'Gives the records of a table that is kept, by a key "id", the number of their last version.';

-- A layer's further column, from the row i that it shows: the end of its list of columns is where its outermost FROM begins.
CREATE FUNCTION pg_temp.show_rev(view regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE OR REPLACE VIEW %s AS %s', view, regexp_replace(pg_get_viewdef(view, true), '\n   FROM ', E',\n    i.rev\n   FROM '));
    EXECUTE format('COMMENT ON COLUMN %s.rev IS %L', view, E'Version\nNumber of the version of its record. A change that names the one that it was made of is put together with what others changed since.');
END $$;

SELECT history.drop_past();
SELECT history.number('incident');
SELECT pg_temp.show_rev('ceasefire.public_incident'), pg_temp.show_rev('layer.incidents'), pg_temp.show_rev('layer."incident-areas"');

DO $$
DECLARE
    edited record;
BEGIN
    FOR edited IN SELECT * FROM (VALUES ('incidents', 'point'), ('incident-areas', 'area')) AS layer_place (layer_name, place) LOOP
        EXECUTE format('COMMENT ON VIEW layer.%I IS %L', edited.layer_name,
                       obj_description(format('layer.%I', edited.layer_name)::regclass, 'pg_class')
                       || E'\n@edit ceasefire.incident(id, geom=' || edited.place || ', event_type, sub_event_type, violation_kind, category, summary, '
                       || 'time_start, time_end, time_precision, place=place_id, place_as_reported, uncertainty_m, where_prec, location_method, '
                       || 'actor_1=actor_1_id, actor_2=actor_2_id, weapon_class=weapon_class_id, observation_means, observed_count, count_qualifier, '
                       || 'casualties_as_reported, casualties_note, status, duplicate_of=duplicate_of_id, event_group)');
    END LOOP;
END $$;

COMMENT ON CONSTRAINT time_in_order ON ceasefire.incident IS 'the end comes before the start; expected is an end that is the start or later';
COMMENT ON CONSTRAINT time_known_as_precisely_as_said ON ceasefire.incident IS 'the time is said to be known to the hour or better; expected is a start or an end';
COMMENT ON CONSTRAINT one_geometry ON ceasefire.incident IS 'an incident has a point or an area; expected is one of them at the most';
COMMENT ON CONSTRAINT uncertainty_of_something ON ceasefire.incident IS 'there is an uncertainty of no place; expected is a geometry, or no uncertainty';
COMMENT ON CONSTRAINT qualifier_of_something ON ceasefire.incident IS 'there is a qualifier of no count; expected is an observed_count, or no qualifier';
COMMENT ON CONSTRAINT actors_in_alphabetical_order ON ceasefire.incident IS 'the actors stand in alphabetical order, which says nothing of who began; expected is the other order';
COMMENT ON CONSTRAINT duplicate_names_its_original ON ceasefire.incident IS 'the status duplicate_of names another incident, and no other status does; expected are both or neither';

SELECT history.make_past();
