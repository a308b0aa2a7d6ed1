-- Places, patrol zones, lines, territories and agreements can be edited through their layers, as incidents are since V33.

-- Of generated columns that are no JSON the text is taken: a geometry that went through GeoJSON comes back with fewer digits.
CREATE OR REPLACE FUNCTION history.number(relation text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept_table constant text := format('ceasefire.%I', relation);
    generated  text;
BEGIN
    EXECUTE format('ALTER TABLE %s ADD COLUMN rev bigint', kept_table);
    EXECUTE format('COMMENT ON COLUMN %s.rev IS ''Number of its last version.''', kept_table);
    -- history.keep() lets it fire again.
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER zz_kept_update', kept_table);
    EXECUTE format('UPDATE %s t SET rev = (SELECT max(h.rev) FROM history.%I h WHERE h.record = %s)', kept_table, relation,
                   (SELECT history.key_sql('t', k.keys) FROM history.kept k WHERE k.relation = number.relation));
    EXECUTE format('ALTER TABLE %s ALTER COLUMN rev SET NOT NULL', kept_table);
    SELECT 'SELECT jsonb_build_object(' || coalesce(string_agg(format('%L, ($1).%I::text', a.attname, a.attname), ', '), '') || ')'
      INTO generated
      FROM pg_attribute a
     WHERE a.attrelid = kept_table::regclass AND a.attgenerated <> '' AND NOT a.attisdropped;
    EXECUTE format('CREATE TRIGGER zz_numbered BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION history.number_record(%L)', kept_table, generated);
    PERFORM history.keep(k.relation, VARIADIC k.keys) FROM history.kept k WHERE k.relation = number.relation;
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER zz_numbered', kept_table);
END $$;

-- A layer's further column, from the row that it shows: the end of its list of columns is where its outermost FROM begins.
CREATE FUNCTION pg_temp.show(view regclass, shown text, name text, words text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE OR REPLACE VIEW %s AS %s', view,
                   regexp_replace(pg_get_viewdef(view, true), '\n   FROM ', format(E',\n    %s AS %I\n   FROM ', shown, name)));
    EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', view, name, words);
END $$;

SELECT history.drop_past();
SELECT history.number(relation)
  FROM unnest(ARRAY ['place', 'patrol_zone', 'alignment', 'territory', 'agreement']) AS relation;

SELECT pg_temp.show('layer."boundary-lines"', 'a.left_party_id', 'left_party',
                    E'Party on the left\nOf the line in its direction, one of the two; asked where the source draws no territory. Null when not said.');

DO $$
DECLARE
    edited record;
BEGIN
    FOR edited IN SELECT * FROM (VALUES
        ('places', 'p', 'place(id, geom=point, name, kind, side=party_id, disputed, admin_note, uncertainty_m, confidence, source)'),
        ('patrol-zones', 'z', 'patrol_zone(id, geom, name, patrol_type, means, schedule, form, width_m, illustrative, note, agreement=agreement_id, valid_from, valid_to)'),
        ('boundary-lines', 'a', 'alignment(id, geom, line=boundary_line_id, status, claimant=claimant_party_id, dataset=dataset_id, note, valid_from, valid_to, left_party=left_party_id)'),
        ('territories', 't', 'territory(id, geom, name, name_local, kind, party=party_id, host_party=host_party_id, dataset=dataset_id, valid_from, valid_to)'),
        ('agreements', 'g', 'agreement(id, geom=point, name, kind, provisions, summary, concluded_on, in_force_from, in_force_to, text_reference, place=place_id, uncertainty_m, event_group)')
        ) AS layers (layer_name, shown_row, columns)
    LOOP
        PERFORM pg_temp.show(format('layer.%I', edited.layer_name)::regclass, edited.shown_row || '.rev', 'rev',
                             E'Version\nNumber of the version of its record. A change that names the one that it was made of is put together with what others changed since.');
        EXECUTE format('COMMENT ON VIEW layer.%I IS %L', edited.layer_name,
                       obj_description(format('layer.%I', edited.layer_name)::regclass, 'pg_class') || E'\n@edit ceasefire.' || edited.columns);
    END LOOP;
END $$;

COMMENT ON COLUMN layer."boundary-lines".status IS 'Status
agreed (both parties have agreed on it) or claimed.
@values agreed, claimed';

COMMENT ON CONSTRAINT place_check ON ceasefire.place IS 'a place that is disputed is listed under no side; expected is a side, or that it is disputed, or neither';
COMMENT ON CONSTRAINT patrol_zone_check1 ON ceasefire.patrol_zone IS 'a corridor has a width, and nothing else has; expected are the form corridor and a width_m, or another form and none';
COMMENT ON CONSTRAINT alignment_check1 ON ceasefire.alignment IS 'what is agreed is nobody''s claim; expected is the status claimed, or no claimant';
COMMENT ON CONSTRAINT alignment_id_is_no_reading ON ceasefire.alignment IS 'union, intersection and none have a meaning of their own among claims; expected is another id';
COMMENT ON CONSTRAINT territory_check1 ON ceasefire.territory IS 'an exclave has a host, and a country has none; expected are both or neither';
COMMENT ON CONSTRAINT territory_check2 ON ceasefire.territory IS 'the host is the party itself; expected is the party whose land lies around the exclave';
COMMENT ON CONSTRAINT agreement_check1 ON ceasefire.agreement IS 'there is an uncertainty of no place; expected is a geometry, or no uncertainty';

-- What constraints of one kind ask for, said once for all tables whose records are edited: those that have no words yet.
CREATE FUNCTION ceasefire.say_constraints(relation regclass) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked record;
BEGIN
    FOR asked IN
        SELECT c.conname, w.words
          FROM pg_constraint c
         CROSS JOIN LATERAL (SELECT pg_get_expr(c.conbin, c.conrelid) AS condition, c.confrelid::regclass::text AS referenced) AS d
         CROSS JOIN LATERAL (SELECT CASE
                   WHEN d.condition ~ '^ceasefire\.is_slug\(\w+\)$' THEN
                       'expected are letters, digits, dots, underscores and hyphens, 120 at most, with a letter or a digit first'
                   WHEN d.condition ~ '^ceasefire\.is_text\(\w+\)$' THEN 'the text says nothing; expected is one that says something'
                   WHEN d.condition ~ '^ceasefire\.is_web_address\(\w+\)$' THEN 'expected is an address that begins with http:// or https://'
                   WHEN d.condition ~ '^ceasefire\.is_on_earth\(\w+\)$' THEN
                       'expected is a valid geometry that is not empty, within the longitudes -180 to 180 and the latitudes -90 to 90'
                   WHEN d.condition ~ '^\(\(uncertainty_m >= ' THEN 'expected are metres, 0 or more and less than 1000000; null where it is not known'
                   WHEN d.condition ~ '^ceasefire\.is_period\(' THEN 'the end comes before the start; expected is an end that is the start or later'
                   WHEN d.condition ~ '^\(\w+ (= ANY|<@) \(?ARRAY\[' THEN
                       CASE WHEN d.condition ~ '^\(\w+ <@' THEN 'expected are some of ' ELSE 'expected is one of ' END
                       || (SELECT string_agg(value[1], ', ' ORDER BY place)
                                                           FROM regexp_matches(d.condition, '''([^'']*)''::text', 'g') WITH ORDINALITY AS found (value, place))
                   WHEN d.referenced = 'ceasefire.place' THEN 'there is no such place; expected is the id of one in the layer places'
                   WHEN d.referenced = 'ceasefire.agreement' THEN 'there is no such agreement; expected is the id of one in the layer agreements'
                   WHEN d.referenced = 'ceasefire.alignment' THEN 'there is no such alignment; expected is the id of one in the layer boundary-lines'
                   WHEN d.referenced = 'ceasefire.boundary_line' THEN
                       'there is no such line; expected is one that the property line of the layer boundary-lines has, or that was loaded'
                   WHEN d.referenced = 'ceasefire.party' THEN 'there is no such party; expected is the id of one that was loaded'
                   WHEN d.referenced = 'ceasefire.dataset' THEN 'there is no such data set; expected is the id of one that was loaded'
                   WHEN d.referenced = 'ceasefire.equipment_class' THEN 'there is no such class of equipment; expected is the id of one'
               END AS words) AS w
         WHERE c.conrelid = say_constraints.relation AND c.contype IN ('c', 'f') AND w.words IS NOT NULL
           AND obj_description(c.oid, 'pg_constraint') IS NULL
    LOOP
        EXECUTE format('COMMENT ON CONSTRAINT %I ON %s IS %L', asked.conname, relation, asked.words);
    END LOOP;
END $$;
COMMENT ON FUNCTION ceasefire.say_constraints(regclass) IS 'Says of the constraints of a table what they expect, for those who edit it, where nothing is said of them yet.';
SELECT ceasefire.say_constraints(format('ceasefire.%I', relation)::regclass)
  FROM unnest(ARRAY ['incident', 'place', 'patrol_zone', 'alignment', 'territory', 'agreement']) AS relation;

SELECT history.make_past();
