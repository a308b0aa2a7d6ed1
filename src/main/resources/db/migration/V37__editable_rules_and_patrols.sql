-- Withdrawal rules have a layer, and can be edited through it. With them who is party to an agreement, who patrols a zone, and
-- what a rule keeps out: lists that stand in tables of their own. And patrols that are over.

-- Lists -------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION ceasefire.list_of(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(word, ', ' ORDER BY word)
          FROM (SELECT DISTINCT btrim(said) AS word FROM regexp_split_to_table(words, ',') AS said) AS listed
         WHERE word <> '');
COMMENT ON FUNCTION ceasefire.list_of(text) IS 'The words between commas, each once, in order; null where there are none.';

CREATE FUNCTION ceasefire.order_list() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    listed text;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO listed USING NEW;
    IF listed IS DISTINCT FROM ceasefire.list_of(listed) THEN
        NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], ceasefire.list_of(listed)));
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION ceasefire.order_list() IS 'Trigger: writes a list in the one way in which lists are compared. Argument: its column.';

CREATE FUNCTION ceasefire.write_parts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    name       constant text := TG_ARGV[0];
    parts      constant text := format('ceasefire.%I', TG_ARGV[1]);
    owner      constant text := TG_ARGV[2];
    part       constant text := TG_ARGV[3];
    vocabulary constant text := format('ceasefire.%I', TG_ARGV[4]);
    written record;
    unknown text;
BEGIN
    FOR written IN EXECUTE format('SELECT n.id, coalesce(string_to_array(n.%1$I, '', ''), ''{}'') AS wanted FROM new_rows n', name)
            || CASE TG_OP WHEN 'UPDATE' THEN format(' WHERE NOT EXISTS (SELECT FROM old_rows o WHERE o.id = n.id AND o.%1$I IS NOT DISTINCT FROM n.%1$I)', name)
                          ELSE format(' WHERE n.%I IS NOT NULL', name) END
    LOOP
        EXECUTE format('SELECT string_agg(w, '', '') FROM unnest($1) AS w WHERE NOT EXISTS (SELECT FROM %s v WHERE v.id = w)', vocabulary)
           INTO unknown USING written.wanted;
        IF unknown IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'foreign_key_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = name,
                MESSAGE = format('there is no %s', unknown),
                DETAIL = format('expected are ids that stand in %s, with commas between them', vocabulary);
        END IF;
        BEGIN
            EXECUTE format('DELETE FROM %s p WHERE p.%I = $1 AND p.%I <> ALL ($2)', parts, owner, part) USING written.id, written.wanted;
        EXCEPTION WHEN foreign_key_violation THEN
            RAISE EXCEPTION USING ERRCODE = 'foreign_key_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = name,
                MESSAGE = 'other records refer to what would be taken away', DETAIL = 'expected is a list with it';
        END;
        EXECUTE format('INSERT INTO %s (%I, %I) SELECT $1, unnest($2) ON CONFLICT DO NOTHING', parts, owner, part) USING written.id, written.wanted;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ceasefire.write_parts() IS 'Trigger: takes what a list says over into the table of its parts. Arguments: the list''s column; the table of the parts, its column that names the record, its column that is listed; the table that this one refers to.';

CREATE FUNCTION ceasefire.tell_parts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changed constant text := CASE TG_OP WHEN 'INSERT' THEN 'SELECT %1$I FROM new_rows' WHEN 'DELETE' THEN 'SELECT %1$I FROM old_rows'
                                        ELSE 'SELECT %1$I FROM new_rows UNION SELECT %1$I FROM old_rows' END;
BEGIN
    -- What the list itself has brought about is in it.
    IF pg_trigger_depth() = 1 THEN
        EXECUTE format('UPDATE ceasefire.%I r SET %I = p.listed FROM (SELECT k.owner, string_agg(p.%I, '', '' ORDER BY p.%I) AS listed '
                       'FROM (' || format(changed, TG_ARGV[2]) || ') AS k (owner) LEFT JOIN ceasefire.%I p ON p.%I = k.owner GROUP BY k.owner) AS p '
                       'WHERE r.id = p.owner AND r.%I IS DISTINCT FROM p.listed',
                       TG_ARGV[0], TG_ARGV[1], TG_ARGV[3], TG_ARGV[3], TG_TABLE_NAME, TG_ARGV[2], TG_ARGV[1]);
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ceasefire.tell_parts() IS 'Trigger: takes what the table of parts says over into the list of their record. Arguments: the table with the list, the list''s column; here the column that names the record, the column that is listed.';

CREATE FUNCTION ceasefire.keep_list(relation text, name text, parts text, owner text, part text, vocabulary text, words text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    listed constant text := format('ceasefire.%I', relation);
    told   text;
BEGIN
    EXECUTE format('ALTER TABLE %s ADD COLUMN %I text', listed, name);
    EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', listed, name, words);
    PERFORM history.keep(k.relation, VARIADIC k.keys) FROM history.kept k WHERE k.relation = keep_list.relation;
    -- A version, for whoever holds the record against its last one.
    PERFORM set_config('truceline.correction_reason', 'What it lists is said in the record as well', true);
    EXECUTE format('UPDATE %s r SET %I = p.listed FROM (SELECT o.%I AS owner, string_agg(o.%I, '', '' ORDER BY o.%I) AS listed FROM ceasefire.%I o GROUP BY 1) AS p '
                   'WHERE r.id = p.owner', listed, name, owner, part, part, parts);
    PERFORM set_config('truceline.correction_reason', '', true);
    EXECUTE format('CREATE TRIGGER list_ordered BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION ceasefire.order_list(%L)', listed, name);
    -- After the version was written: what follows from it may be a version of its own.
    told := format('EXECUTE FUNCTION ceasefire.write_parts(%L, %L, %L, %L, %L)', name, parts, owner, part, vocabulary);
    EXECUTE format('CREATE TRIGGER zzz_parts_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT %s', listed, told);
    EXECUTE format('CREATE TRIGGER zzz_parts_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT %s', listed, told);
    told := format('FOR EACH STATEMENT EXECUTE FUNCTION ceasefire.tell_parts(%L, %L, %L, %L)', relation, name, owner, part);
    EXECUTE format('CREATE TRIGGER zzz_told_insert AFTER INSERT ON ceasefire.%I REFERENCING NEW TABLE AS new_rows %s', parts, told);
    EXECUTE format('CREATE TRIGGER zzz_told_update AFTER UPDATE ON ceasefire.%I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows %s', parts, told);
    EXECUTE format('CREATE TRIGGER zzz_told_delete AFTER DELETE ON ceasefire.%I REFERENCING OLD TABLE AS old_rows %s', parts, told);
END $$;
COMMENT ON FUNCTION ceasefire.keep_list(text, text, text, text, text, text, text) IS 'Gives the records of a table, which are numbered, a list of what a table of their parts says, and keeps both the same, whichever of them is written.';


-- Patrols -----------------------------------------------------------------------------------------------------------------

-- Where and when patrols will go is no matter for a map that everybody reads, nor are their tracks: a patrol is written down
-- when it is over.
CREATE TABLE ceasefire.patrol (
    id             text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id     text REFERENCES ceasefire.dataset,
    patrol_zone_id text REFERENCES ceasefire.patrol_zone,
    patrol_type    text NOT NULL CHECK (patrol_type IN ('joint', 'one_side', 'mission')),
    means          text CHECK (means IN ('foot', 'vehicle', 'uav', 'camera', 'mixed')),
    outcome        text NOT NULL CHECK (outcome IN ('done', 'partial', 'cancelled', 'denied', 'delayed')),
    summary        text NOT NULL CHECK (ceasefire.is_text(summary)),
    reason         text CHECK (ceasefire.is_text(reason)),
    time_start     timestamptz,
    time_end       timestamptz NOT NULL,
    point          geometry(Point, 4326) CHECK (ceasefire.is_on_earth(point)),
    uncertainty_m  double precision CHECK (uncertainty_m >= 0 AND uncertainty_m < 1e6),
    source         text CHECK (ceasefire.is_text(source)),
    sensitivity    text NOT NULL DEFAULT 'public' CHECK (sensitivity IN ('public', 'parties', 'restricted', 'confidential')),
    recorded_at    timestamptz NOT NULL DEFAULT now(),
    is_shown       boolean NOT NULL GENERATED ALWAYS AS (sensitivity = 'public') STORED,
    CONSTRAINT time_in_order CHECK (ceasefire.is_period(time_start, time_end)),
    CONSTRAINT over_when_recorded CHECK (time_end <= recorded_at),
    CONSTRAINT reason_of_what_was_not_done CHECK (reason IS NULL OR outcome <> 'done'),
    CONSTRAINT uncertainty_of_a_point CHECK (uncertainty_m IS NULL OR point IS NOT NULL)
);
CREATE INDEX ON ceasefire.patrol USING gist (point);
CREATE INDEX ON ceasefire.patrol (time_start, time_end);
CREATE INDEX ON ceasefire.patrol (patrol_zone_id);
COMMENT ON TABLE ceasefire.patrol IS 'A patrol that is over, as somebody reports it. No patrol is not quiet: what was not looked at is not known. Neither plans nor tracks are kept.';
COMMENT ON COLUMN ceasefire.patrol.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.patrol.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.patrol.patrol_zone_id IS 'The zone that it was for; null when not known.';
COMMENT ON COLUMN ceasefire.patrol.patrol_type IS 'joint (of the parties together), one_side, mission (of observers).';
COMMENT ON COLUMN ceasefire.patrol.means IS 'How it moved or watched; null when not known.';
COMMENT ON COLUMN ceasefire.patrol.outcome IS 'done, partial (cut short), cancelled, denied (not let through), delayed.';
COMMENT ON COLUMN ceasefire.patrol.summary IS 'What is reported of it, and by whom.';
COMMENT ON COLUMN ceasefire.patrol.reason IS 'Why it was not done as planned, as reported; null when not told.';
COMMENT ON COLUMN ceasefire.patrol.time_start IS 'When it began, or was to begin; null when not known.';
COMMENT ON COLUMN ceasefire.patrol.time_end IS 'When it was over, or called off.';
COMMENT ON COLUMN ceasefire.patrol.point IS 'Where it was, or was stopped, when the report names a spot.';
COMMENT ON COLUMN ceasefire.patrol.uncertainty_m IS 'Metres around the point within which that was; null when not known.';
COMMENT ON COLUMN ceasefire.patrol.source IS 'Where it is known from.';
COMMENT ON COLUMN ceasefire.patrol.sensitivity IS 'Who may see it. The layer shows what is public.';
COMMENT ON COLUMN ceasefire.patrol.recorded_at IS 'When it was recorded here.';
COMMENT ON COLUMN ceasefire.patrol.is_shown IS 'Whether the layer patrols shows it.';

CREATE TABLE ceasefire.patrol_party (
    patrol_id text NOT NULL REFERENCES ceasefire.patrol ON DELETE CASCADE ON UPDATE CASCADE,
    party_id  text NOT NULL REFERENCES ceasefire.party,
    PRIMARY KEY (patrol_id, party_id)
);
COMMENT ON TABLE ceasefire.patrol_party IS 'Who patrolled.';
COMMENT ON COLUMN ceasefire.patrol_party.patrol_id IS 'The patrol.';
COMMENT ON COLUMN ceasefire.patrol_party.party_id IS 'The party.';

SELECT history.drop_past();
SELECT history.keep('patrol', 'id'), history.keep('patrol_party', 'patrol_id', 'party_id');
SELECT history.number('patrol');
SELECT ceasefire.keep_list('patrol', 'parties', 'patrol_party', 'patrol_id', 'party_id', 'party',
                           'Ids of those who patrolled, with commas between them; the same as in patrol_party.');
SELECT history.index_references();
SELECT history.follow_keys();

CREATE VIEW layer.patrols AS
SELECT p.id,
       p.patrol_type,
       p.means,
       (SELECT string_agg(o.party_id, ', ' ORDER BY o.party_id) FROM ceasefire.patrol_party o WHERE o.patrol_id = p.id) AS parties,
       p.outcome,
       p.reason,
       p.summary,
       p.time_start,
       p.time_end,
       p.patrol_zone_id AS zone,
       z.name AS zone_name,
       p.uncertainty_m,
       p.source,
       p.dataset_id AS dataset,
       p.rev,
       p.point AS geom
  FROM ceasefire.patrol p
  LEFT JOIN ceasefire.patrol_zone z ON z.id = p.patrol_zone_id
 WHERE p.is_shown;
COMMENT ON VIEW layer.patrols IS 'Patrols
Patrols that are over, done or not, as somebody reports them. Where nobody patrolled, nothing is known: no patrol is not quiet. Plans and tracks are not shown.
@changes ceasefire.patrol(id, point, is_shown) ceasefire.patrol_party(patrol_id)
@versions patrol
@edit ceasefire.patrol(id, geom=point, parties, patrol_type, means, outcome, reason, summary, time_start, time_end, zone=patrol_zone_id, uncertainty_m, source)';
DO $$
DECLARE
    note record;
BEGIN
    FOR note IN SELECT * FROM (VALUES
        ('id', 'Id'),
        ('patrol_type', E'Type\njoint (of the parties together), one_side, mission (of observers).\n@values joint, one_side, mission'),
        ('means', E'Means\nfoot, vehicle, uav, camera, mixed; null when not known.\n@values foot, vehicle, uav, camera, mixed'),
        ('parties', E'Parties\nWho patrolled: ids with commas between them.'),
        ('outcome', E'Outcome\ndone, partial (cut short), cancelled, denied (not let through), delayed.\n@values done, partial, cancelled, denied, delayed'),
        ('reason', E'Reason\nWhy it was not done as planned, as reported; null when not told.'),
        ('summary', E'Summary\nWhat is reported of it, and by whom.'),
        ('time_start', E'Start\nWhen it began, or was to begin; null when not known.\n@start'),
        ('time_end', E'End\nWhen it was over, or called off.\n@end'),
        ('zone', E'Zone\nId in the layer patrol-zones.'),
        ('zone_name', 'Name of the zone'),
        ('uncertainty_m', E'Uncertainty (m)\nWithin this distance of the point it was; null when not known.'),
        ('source', E'Source\nWhere it is known from.'),
        ('dataset', E'Data set\nThe source that the record was loaded from; null when entered by hand.'),
        ('rev', E'Version\nNumber of the version of its record. A change that names the one that it was made of is put together with what others changed since.'),
        ('geom', E'Point\nWhere it was, or was stopped; null when the report names no spot.')) AS notes(column_name, words)
    LOOP
        EXECUTE format('COMMENT ON COLUMN layer.patrols.%I IS %L', note.column_name, note.words);
    END LOOP;
END $$;
COMMENT ON CONSTRAINT over_when_recorded ON ceasefire.patrol IS 'the patrol is not over; expected is an end that has passed: where patrols will go is not shown to everybody';
COMMENT ON CONSTRAINT reason_of_what_was_not_done ON ceasefire.patrol IS 'there is a reason why it was not done, and it was; expected is another outcome, or no reason';
COMMENT ON CONSTRAINT uncertainty_of_a_point ON ceasefire.patrol IS 'there is an uncertainty of no point; expected is a point, or no uncertainty';
COMMENT ON CONSTRAINT patrol_patrol_zone_id_fkey ON ceasefire.patrol IS 'there is no such zone; expected is the id of one in the layer patrol-zones';
SELECT ceasefire.say_constraints('ceasefire.patrol');

SELECT history.number('withdrawal_rule');
SELECT ceasefire.keep_list('withdrawal_rule', 'equipment_class', 'withdrawal_rule_class', 'rule_id', 'equipment_class_id', 'equipment_class',
                           'Ids of the classes that it keeps out, with commas between them; the same as in withdrawal_rule_class.'),
       ceasefire.keep_list('agreement', 'parties', 'agreement_party', 'agreement_id', 'party_id', 'party',
                           'Ids of its parties, with commas between them; the same as in agreement_party.'),
       ceasefire.keep_list('patrol_zone', 'parties', 'patrol_zone_party', 'patrol_zone_id', 'party_id', 'party',
                           'Ids of those who patrol, with commas between them; the same as in patrol_zone_party.');
DO $$
DECLARE
    view regclass;
BEGIN
    FOREACH view IN ARRAY ARRAY ['layer.agreements', 'layer."patrol-zones"']::regclass[] LOOP
        EXECUTE format('COMMENT ON VIEW %s IS %L', view,
                       regexp_replace(obj_description(view, 'pg_class'), '(@edit ceasefire\.\w+\(id, )', '\1parties, '));
    END LOOP;
END $$;
COMMENT ON COLUMN layer."agreements".parties IS 'Parties
Ids with commas between them.';
COMMENT ON COLUMN layer."patrol-zones".parties IS 'Parties
Who patrols: ids with commas between them.';


-- Rules -------------------------------------------------------------------------------------------------------------------

CREATE VIEW layer."withdrawal-rules" AS
SELECT r.id,
       r.agreement_id AS agreement,
       g.name AS agreement_name,
       r.party_id AS party,
       t.equipment_class,
       t.equipment,
       t.allowed,
       r.boundary_line_id AS line,
       r.alignment_id AS alignment,
       r.other_line_id AS other_line,
       r.site_id AS site,
       r.side,
       r.ends,
       r.distance_from_m,
       r.distance_m,
       r.basis,
       r.comparator,
       t.sections,
       t.excluded,
       t.exempt,
       r.phase,
       r.section,
       r.reference,
       r.valid_from,
       r.valid_to,
       r.dataset_id AS dataset,
       r.rev,
       NULL::geometry(MultiPolygon, 4326) AS geom
  FROM ceasefire.withdrawal_rule r
  JOIN ceasefire.withdrawal_rule_terms t ON t.rule_id = r.id
  JOIN ceasefire.agreement g ON g.id = r.agreement_id;
COMMENT ON VIEW layer."withdrawal-rules" IS 'Withdrawal rules
What an agreement binds a party to keep out of a zone, and what the zone is measured from. Without geometry: where it lies depends on whose line it is measured from, and is in the layer withdrawal-areas.
@record
@versions withdrawal_rule
@edit ceasefire.withdrawal_rule(id, agreement=agreement_id, party=party_id, equipment_class, line=boundary_line_id, alignment=alignment_id, other_line=other_line_id, site=site_id, side, ends, distance_from_m, distance_m, basis, comparator, phase, section, reference, valid_from, valid_to)';
DO $$
DECLARE
    note record;
BEGIN
    FOR note IN SELECT * FROM (VALUES
        ('id', E'Id\nThe same each time the source is loaded.'),
        ('agreement', E'Agreement\nId in the layer agreements.'),
        ('agreement_name', E'Name of the agreement'),
        ('party', E'Party\nThat the rule binds: one of the agreement''s parties.'),
        ('equipment_class', E'Equipment class\nWhat is kept out: ids with commas between them.'),
        ('equipment', E'Equipment\nNames of the classes.'),
        ('allowed', E'Allowed\nHow many of a class may be inside, by class; null when none of any.\n@json object'),
        ('line', E'Line\nThat the distance is measured from, as each of its claims has it; null when it is a site.'),
        ('alignment', E'Alignment\nThe only claim on the line that it is measured from, in the layer boundary-lines; null when every one is.'),
        ('other_line', E'Other line\nThe zone is what lies between the line and this one; null otherwise.'),
        ('site', E'Site\nRoad, area or post that it is measured from; null when it is a line.'),
        ('side', E'Side\nown (of the party bound), other, left or right (in the line''s direction), both.\n@values own, other, left, right, both'),
        ('ends', E'Ends\nHow the zone ends where the line ends: round (all within the distance) or flat (cut off square).\n@values round, flat'),
        ('distance_from_m', E'From distance (m)\nWhere the band begins; 0 at the line.'),
        ('distance_m', E'Distance (m)\nWhere the band ends; null for a listed area or between two lines.'),
        ('basis', E'Basis\nper_side, or total_width: half of the distances hold on each side.\n@values per_side, total_width'),
        ('comparator', E'Comparator\nMust be farther than the distance (>), or may stand exactly on it (>=).\n@values >, >='),
        ('sections', E'Sections\nOf the line that it is measured from, by border points or metres; null when the whole line.'),
        ('excluded', E'Left out\nWhat the rule leaves out of its zone, such as a settlement.'),
        ('exempt', E'Exempt\nWho may be inside all the same.'),
        ('phase', E'Phase\nOf the withdrawal, in the agreement''s words.'),
        ('section', E'Section in words\nThe part of the line that the rule was agreed for; null when the whole line.'),
        ('reference', E'Reference\nWhere the rule is taken from, and what in it is an assumption.'),
        ('valid_from', E'Valid from\nFrom when it binds; null when not known.\n@start'),
        ('valid_to', E'Valid to\nUntil when it bound; null when it still does.\n@end'),
        ('dataset', E'Data set\nThe source that the record was loaded from; null when entered by hand.'),
        ('rev', E'Version\nNumber of the version of its record. A change that names the one that it was made of is put together with what others changed since.'),
        ('geom', E'Geometry\nAlways null.')) AS notes(column_name, words)
    LOOP
        EXECUTE format('COMMENT ON COLUMN layer."withdrawal-rules".%I IS %L', note.column_name, note.words);
    END LOOP;
END $$;

COMMENT ON CONSTRAINT measured_from_one ON ceasefire.withdrawal_rule IS 'a rule is measured from a line or from a site; expected is one of them';
COMMENT ON CONSTRAINT between_two_lines ON ceasefire.withdrawal_rule IS 'between two lines there are no distances and no single claim; expected are two lines, the side both, and no distance, or no other line';
COMMENT ON CONSTRAINT alignment_of_line ON ceasefire.withdrawal_rule IS 'there is a claim on no line; expected is its line, or no alignment';
COMMENT ON CONSTRAINT lines_have_distances ON ceasefire.withdrawal_rule IS 'a rule that is measured from a line has a distance; expected is distance_m, or another line for a zone between both';
COMMENT ON CONSTRAINT sites_have_no_own_side ON ceasefire.withdrawal_rule IS 'a site has no side of a party; expected is one of left, right, both';
COMMENT ON CONSTRAINT band_in_order ON ceasefire.withdrawal_rule IS 'the band ends before it begins; expected is a distance_m greater than distance_from_m';
COMMENT ON CONSTRAINT width_of_both_sides ON ceasefire.withdrawal_rule IS 'there is a width of nothing; expected is a distance_m, or the basis per_side';
COMMENT ON CONSTRAINT withdrawal_rule_agreement_id_party_id_fkey ON ceasefire.withdrawal_rule IS 'the party is none of the agreement''s; expected is an agreement, and one of its parties';
COMMENT ON CONSTRAINT withdrawal_rule_site_id_fkey ON ceasefire.withdrawal_rule IS 'there is no such site; expected is the id of one that was loaded';
COMMENT ON CONSTRAINT withdrawal_rule_distance_m_check ON ceasefire.withdrawal_rule IS 'expected are metres, more than 0 and 1000000 at most';
COMMENT ON CONSTRAINT withdrawal_rule_distance_from_m_check ON ceasefire.withdrawal_rule IS 'expected are metres, 0 or more';
SELECT ceasefire.say_constraints('ceasefire.withdrawal_rule');

DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW ceasefire.layer_dataset AS ' || rtrim(pg_get_viewdef('ceasefire.layer_dataset'::regclass), ';')
            || ' UNION SELECT ''withdrawal-rules'', dataset_id FROM ceasefire.withdrawal_rule UNION SELECT ''patrols'', dataset_id FROM ceasefire.patrol';
END $$;
SELECT ceasefire.credit_layers();

SELECT history.make_past();
