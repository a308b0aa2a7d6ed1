-- The ceasefire domain: who, between which lines, under which agreements and rules. Incidents follow in V2.
--
-- Conventions of all tables here:
--   * ids are natural, deterministic slugs, safe in a URL path; '~' is left free to join two of them into one;
--   * longitude/latitude on WGS84 (EPSG:4326 in PostGIS, x = longitude); edges are straight in longitude/latitude;
--   * an empty valid_to means "still in force", an empty valid_from "since before our records";
--   * enumerations are text with a CHECK, so that every client reads them as words.

CREATE SCHEMA IF NOT EXISTS ceasefire;
COMMENT ON SCHEMA ceasefire IS 'The domain: parties, lines, agreements, withdrawal rules and areas, incidents.';

CREATE FUNCTION ceasefire.is_slug(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$';
COMMENT ON FUNCTION ceasefire.is_slug(text) IS 'Whether a text can serve as an id: letters, digits, dot, underscore, hyphen; at most 120.';

CREATE FUNCTION ceasefire.is_text(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value ~ '\S';
COMMENT ON FUNCTION ceasefire.is_text(text) IS 'Whether a text says anything at all: "not known" is null, never an empty string.';

CREATE FUNCTION ceasefire.is_web_address(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value ~ '^https?://[^\s<>"]+$';
COMMENT ON FUNCTION ceasefire.is_web_address(text) IS 'Whether a text is an http(s) address: what is shown as a link must never run as a script.';

-- The box is asked as well as validity, because PostGIS holds a point at latitude 91 for valid.
CREATE FUNCTION ceasefire.is_on_earth(value geometry) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN NOT ST_IsEmpty(value)
       AND ST_IsValid(value)
       AND ST_XMin(value::box3d) >= -180 AND ST_XMax(value::box3d) <= 180
       AND ST_YMin(value::box3d) >= -90 AND ST_YMax(value::box3d) <= 90;
COMMENT ON FUNCTION ceasefire.is_on_earth(geometry) IS 'Whether a geometry is valid, not empty and within longitude -180..180, latitude -90..90.';

CREATE FUNCTION ceasefire.is_period(starts timestamptz, ends timestamptz) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(isfinite(starts), true) AND coalesce(isfinite(ends), true) AND coalesce(starts <= ends, true);
COMMENT ON FUNCTION ceasefire.is_period(timestamptz, timestamptz) IS 'Whether two finite instants, each of them possibly unknown, stand in order.';


CREATE TABLE ceasefire.dataset (
    id            text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    part_of       text REFERENCES ceasefire.dataset,
    title         text NOT NULL CHECK (ceasefire.is_text(title)),
    publisher     text CHECK (ceasefire.is_text(publisher)),
    licence       text NOT NULL CHECK (ceasefire.is_text(licence)),
    licence_url   text CHECK (ceasefire.is_web_address(licence_url)),
    attribution   text CHECK (ceasefire.is_text(attribution)),
    url           text CHECK (ceasefire.is_web_address(url)),
    snapshot_from date,
    snapshot_to   date,
    sha256        text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    loaded_at     timestamptz NOT NULL DEFAULT now(),
    CHECK (snapshot_from <= snapshot_to),
    CHECK (part_of <> id)
);
COMMENT ON TABLE ceasefire.dataset IS 'A source of records: what it is, whose it is, under which licence it may be used. Its row is written in the transaction that loads it, so that it stands there only when all of it was loaded.';
COMMENT ON COLUMN ceasefire.dataset.id IS 'Slug, such as osm-2017.';
COMMENT ON COLUMN ceasefire.dataset.part_of IS 'The data set folder that this source was loaded with; null for the folder itself.';
COMMENT ON COLUMN ceasefire.dataset.title IS 'Title for people.';
COMMENT ON COLUMN ceasefire.dataset.publisher IS 'Who published it; null when not known.';
COMMENT ON COLUMN ceasefire.dataset.licence IS 'Licence by name, or a statement such as "Public domain".';
COMMENT ON COLUMN ceasefire.dataset.licence_url IS 'Address of the licence text.';
COMMENT ON COLUMN ceasefire.dataset.attribution IS 'The words that whoever shows the data must show too.';
COMMENT ON COLUMN ceasefire.dataset.url IS 'Where it was had from.';
COMMENT ON COLUMN ceasefire.dataset.snapshot_from IS 'First day of the period that it shows.';
COMMENT ON COLUMN ceasefire.dataset.snapshot_to IS 'Last day of the period that it shows.';
COMMENT ON COLUMN ceasefire.dataset.sha256 IS 'SHA-256 of the files loaded, in the order of the manifest.';
COMMENT ON COLUMN ceasefire.dataset.loaded_at IS 'When it was loaded.';


CREATE TABLE ceasefire.party (
    id         text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id text REFERENCES ceasefire.dataset,
    name       text NOT NULL CHECK (ceasefire.is_text(name)),
    kind       text NOT NULL CHECK (kind IN ('state', 'de_facto_authority', 'armed_group', 'mission', 'third_party'))
);
COMMENT ON TABLE ceasefire.party IS 'Who fights, agrees, patrols, reports or is reported on. Being listed implies no recognition.';
COMMENT ON COLUMN ceasefire.party.id IS 'Slug; for states the ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN ceasefire.party.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.party.name IS 'Name for people.';
COMMENT ON COLUMN ceasefire.party.kind IS 'state, de_facto_authority, armed_group, mission (observers), third_party (media, organisations, other states).';


CREATE TABLE ceasefire.equipment_class (
    id          text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    name        text NOT NULL CHECK (ceasefire.is_text(name)),
    description text CHECK (ceasefire.is_text(description))
);
COMMENT ON TABLE ceasefire.equipment_class IS 'Classes that agreements name when they say what must stay away, and that observers name when they say what they saw. A table, not a CHECK: agreements make up classes of their own.';
COMMENT ON COLUMN ceasefire.equipment_class.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.equipment_class.name IS 'Name for people.';
COMMENT ON COLUMN ceasefire.equipment_class.description IS 'What belongs to the class.';
INSERT INTO ceasefire.equipment_class (id, name, description) VALUES
    ('heavy_equipment', 'Heavy equipment', 'Tanks, armoured vehicles, artillery, mortars, rocket launchers, where an agreement names them together'),
    ('border_post', 'Border post', 'A permanent or temporary post of border forces'),
    ('forces', 'Forces', 'Armed personnel'),
    ('small_arms', 'Small arms', 'Rifles, pistols, light machine guns, hunting weapons'),
    ('heavy_machine_gun', 'Heavy machine gun', '12.7 mm and above, below 20 mm'),
    ('grenade', 'Grenade or grenade launcher', NULL),
    ('anti_tank', 'Anti-tank weapon', NULL),
    ('mortar', 'Mortar', 'Of whatever calibre'),
    ('artillery_under_100mm', 'Artillery under 100 mm', NULL),
    ('artillery_100mm_and_over', 'Artillery of 100 mm and over', NULL),
    ('mlrs', 'Multiple-launch rocket system', NULL),
    ('long_range_mlrs', 'Long-range multiple-launch rocket system', NULL),
    ('tactical_missile', 'Tactical missile', NULL),
    ('tank', 'Tank', NULL),
    ('armoured_vehicle', 'Armoured vehicle', NULL),
    ('air_defence', 'Air defence', 'Guns and missiles against aircraft'),
    ('combat_aircraft', 'Combat aircraft', 'Crewed aeroplanes and helicopters'),
    ('uav', 'Uncrewed aerial vehicle', NULL),
    ('mine_or_ied', 'Mine or improvised explosive device', NULL),
    ('other', 'Other', NULL);


CREATE TABLE ceasefire.place (
    id            text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id    text REFERENCES ceasefire.dataset,
    name          text NOT NULL CHECK (ceasefire.is_text(name)),
    kind          text NOT NULL CHECK (kind IN ('city', 'town', 'village', 'district_seat', 'exclave', 'border_crossing',
                                                'border_section', 'road_section', 'water_infrastructure', 'post', 'other')),
    party_id      text REFERENCES ceasefire.party,
    disputed      boolean NOT NULL DEFAULT false,
    admin_note    text CHECK (ceasefire.is_text(admin_note)),
    point         geometry(Point, 4326) NOT NULL CHECK (ceasefire.is_on_earth(point)),
    uncertainty_m double precision CHECK (uncertainty_m >= 0 AND uncertainty_m < 1e6),
    confidence    text CHECK (confidence IN ('high', 'medium', 'low', 'very_low')),
    source        text CHECK (ceasefire.is_text(source)),
    CHECK (NOT (disputed AND party_id IS NOT NULL))
);
CREATE INDEX ON ceasefire.place USING gist (point);
COMMENT ON TABLE ceasefire.place IS 'Gazetteer: where a name in a report may be meant to lie.';
COMMENT ON COLUMN ceasefire.place.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.place.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.place.name IS 'The name shown; all spellings are in place_name.';
COMMENT ON COLUMN ceasefire.place.kind IS 'What it is.';
COMMENT ON COLUMN ceasefire.place.party_id IS 'The side that the source of the record lists it under; no statement on whose it is. Null when disputed or not known.';
COMMENT ON COLUMN ceasefire.place.disputed IS 'The source of the record calls it disputed.';
COMMENT ON COLUMN ceasefire.place.admin_note IS 'District, community, or what tells it from homonyms.';
COMMENT ON COLUMN ceasefire.place.point IS 'Representative point, longitude and latitude.';
COMMENT ON COLUMN ceasefire.place.uncertainty_m IS 'Metres around the point within which the place lies; null when not known.';
COMMENT ON COLUMN ceasefire.place.confidence IS 'How sure the compiler is of the point.';
COMMENT ON COLUMN ceasefire.place.source IS 'Where the coordinates come from.';

CREATE TABLE ceasefire.place_name (
    place_id text NOT NULL REFERENCES ceasefire.place ON DELETE CASCADE ON UPDATE CASCADE,
    name     text NOT NULL CHECK (ceasefire.is_text(name)),
    language text CHECK (language ~ '^[a-z]{2,3}$'),
    script   text CHECK (script ~ '^[A-Z][a-z]{3}$'),
    PRIMARY KEY (place_id, name)
);
CREATE INDEX ON ceasefire.place_name (lower(name));
COMMENT ON TABLE ceasefire.place_name IS 'A spelling of a place''s name.';
COMMENT ON COLUMN ceasefire.place_name.place_id IS 'The place. One name may belong to several.';
COMMENT ON COLUMN ceasefire.place_name.name IS 'The spelling.';
COMMENT ON COLUMN ceasefire.place_name.language IS 'ISO 639 code; null when not known: script does not tell Kyrgyz from Tajik from Russian.';
COMMENT ON COLUMN ceasefire.place_name.script IS 'ISO 15924 code, such as Cyrl; null when mixed or not known.';

CREATE TABLE ceasefire.place_country (
    place_id     text NOT NULL REFERENCES ceasefire.place ON DELETE CASCADE ON UPDATE CASCADE,
    according_to text NOT NULL CHECK (ceasefire.is_slug(according_to)),
    party_id     text NOT NULL REFERENCES ceasefire.party,
    PRIMARY KEY (place_id, according_to)
);
COMMENT ON TABLE ceasefire.place_country IS 'On which side of one source''s line a place''s point falls. Sources differ; none of this is evidence of who controls it.';
COMMENT ON COLUMN ceasefire.place_country.place_id IS 'The place.';
COMMENT ON COLUMN ceasefire.place_country.according_to IS 'The source of the line, such as osm2017.';
COMMENT ON COLUMN ceasefire.place_country.party_id IS 'The side.';


-- What withdrawal areas are computed from carries a version. One sequence for all three, so that a pair of versions
-- never repeats even when a row is deleted and made anew.
CREATE SEQUENCE ceasefire.input_version;
COMMENT ON SEQUENCE ceasefire.input_version IS 'Versions of withdrawal rules, alignments and territories.';

CREATE FUNCTION ceasefire.stamp_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := nextval('ceasefire.input_version');
    RETURN NEW;
END $$;
COMMENT ON FUNCTION ceasefire.stamp_version() IS 'Gives a row a version that no row had before.';


CREATE TABLE ceasefire.territory (
    id            text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id    text NOT NULL REFERENCES ceasefire.dataset,
    party_id      text NOT NULL REFERENCES ceasefire.party,
    kind          text NOT NULL CHECK (kind IN ('country', 'exclave')),
    host_party_id text REFERENCES ceasefire.party,
    name          text NOT NULL CHECK (ceasefire.is_text(name)),
    name_local    text CHECK (ceasefire.is_text(name_local)),
    valid_from    date,
    valid_to      date,
    geom          geometry(MultiPolygon, 4326) NOT NULL CHECK (ceasefire.is_on_earth(geom)),
    version       bigint NOT NULL,
    CHECK (ceasefire.is_period(valid_from::timestamp AT TIME ZONE 'UTC', valid_to::timestamp AT TIME ZONE 'UTC')),
    CHECK ((kind = 'exclave') = (host_party_id IS NOT NULL)),
    CHECK (host_party_id <> party_id)
);
CREATE INDEX ON ceasefire.territory USING gist (geom);
CREATE INDEX ON ceasefire.territory (dataset_id, party_id, kind);
CREATE TRIGGER version_new BEFORE INSERT ON ceasefire.territory
    FOR EACH ROW EXECUTE FUNCTION ceasefire.stamp_version();
CREATE TRIGGER version_changed BEFORE UPDATE ON ceasefire.territory
    FOR EACH ROW WHEN ((OLD.dataset_id, OLD.party_id, OLD.kind, OLD.valid_from, OLD.valid_to)
                           IS DISTINCT FROM (NEW.dataset_id, NEW.party_id, NEW.kind, NEW.valid_from, NEW.valid_to)
                       OR ST_AsBinary(OLD.geom) <> ST_AsBinary(NEW.geom))
    EXECUTE FUNCTION ceasefire.stamp_version();
COMMENT ON TABLE ceasefire.territory IS 'What one source draws as a party''s land, or as an exclave of it. Sources differ.';
COMMENT ON COLUMN ceasefire.territory.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.territory.dataset_id IS 'The source that draws it so.';
COMMENT ON COLUMN ceasefire.territory.party_id IS 'The party that the source draws it for.';
COMMENT ON COLUMN ceasefire.territory.kind IS 'country (all of it, its exclaves included) or exclave.';
COMMENT ON COLUMN ceasefire.territory.host_party_id IS 'For an exclave, the party whose land lies around it.';
COMMENT ON COLUMN ceasefire.territory.name IS 'Name for people.';
COMMENT ON COLUMN ceasefire.territory.name_local IS 'Local names, as the source gives them.';
COMMENT ON COLUMN ceasefire.territory.valid_from IS 'First day on which the source holds for it; null when unbounded.';
COMMENT ON COLUMN ceasefire.territory.valid_to IS 'Last day on which the source holds for it; null when it still does.';
COMMENT ON COLUMN ceasefire.territory.geom IS 'The land.';
COMMENT ON COLUMN ceasefire.territory.version IS 'Set by the database; moves when what an area is computed from moves.';


CREATE TABLE ceasefire.boundary_line (
    id         text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id text REFERENCES ceasefire.dataset,
    name       text NOT NULL CHECK (ceasefire.is_text(name)),
    party_a_id text NOT NULL REFERENCES ceasefire.party,
    party_b_id text NOT NULL REFERENCES ceasefire.party,
    CHECK (party_a_id COLLATE "C" < party_b_id COLLATE "C")
);
COMMENT ON TABLE ceasefire.boundary_line IS 'The idea of a line between two parties. Where it runs is a claim: see alignment. Several may exist for a pair.';
COMMENT ON COLUMN ceasefire.boundary_line.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.boundary_line.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.boundary_line.name IS 'Name for people.';
COMMENT ON COLUMN ceasefire.boundary_line.party_a_id IS 'One party. The two stand in alphabetical order, which says nothing of either.';
COMMENT ON COLUMN ceasefire.boundary_line.party_b_id IS 'The other party.';


CREATE TABLE ceasefire.alignment (
    id                text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id        text NOT NULL REFERENCES ceasefire.dataset,
    boundary_line_id  text NOT NULL REFERENCES ceasefire.boundary_line,
    claimant_party_id text REFERENCES ceasefire.party,
    status            text NOT NULL CHECK (status IN ('agreed', 'claimed')),
    note              text CHECK (ceasefire.is_text(note)),
    valid_from        date,
    valid_to          date,
    geom              geometry(MultiLineString, 4326) NOT NULL CHECK (ceasefire.is_on_earth(geom)),
    version           bigint NOT NULL,
    CHECK (ceasefire.is_period(valid_from::timestamp AT TIME ZONE 'UTC', valid_to::timestamp AT TIME ZONE 'UTC')),
    CHECK (status <> 'agreed' OR claimant_party_id IS NULL)
);
CREATE INDEX ON ceasefire.alignment USING gist (geom);
CREATE INDEX ON ceasefire.alignment (boundary_line_id);
CREATE TRIGGER version_new BEFORE INSERT ON ceasefire.alignment
    FOR EACH ROW EXECUTE FUNCTION ceasefire.stamp_version();
CREATE TRIGGER version_changed BEFORE UPDATE ON ceasefire.alignment
    FOR EACH ROW WHEN ((OLD.dataset_id, OLD.boundary_line_id, OLD.valid_from, OLD.valid_to)
                           IS DISTINCT FROM (NEW.dataset_id, NEW.boundary_line_id, NEW.valid_from, NEW.valid_to)
                       OR ST_AsBinary(OLD.geom) <> ST_AsBinary(NEW.geom))
    EXECUTE FUNCTION ceasefire.stamp_version();
COMMENT ON TABLE ceasefire.alignment IS 'Where a boundary line runs, as a party claims it or a source draws it. No alignment is the line.';
COMMENT ON COLUMN ceasefire.alignment.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.alignment.dataset_id IS 'The source that draws it so.';
COMMENT ON COLUMN ceasefire.alignment.boundary_line_id IS 'The line that it is an alignment of.';
COMMENT ON COLUMN ceasefire.alignment.claimant_party_id IS 'The party that claims it; null when it is the source''s own drawing, or agreed.';
COMMENT ON COLUMN ceasefire.alignment.status IS 'agreed (both parties have agreed on it) or claimed.';
COMMENT ON COLUMN ceasefire.alignment.note IS 'What a reader must know of it.';
COMMENT ON COLUMN ceasefire.alignment.valid_from IS 'First day on which it is claimed or agreed; null when unbounded.';
COMMENT ON COLUMN ceasefire.alignment.valid_to IS 'Last day on which it is claimed or agreed; null when it still is.';
COMMENT ON COLUMN ceasefire.alignment.geom IS 'The line, rings around exclaves included.';
COMMENT ON COLUMN ceasefire.alignment.version IS 'Set by the database; moves when what an area is computed from moves.';


CREATE TABLE ceasefire.agreement (
    id             text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id     text REFERENCES ceasefire.dataset,
    name           text NOT NULL CHECK (ceasefire.is_text(name)),
    kind           text NOT NULL CHECK (kind IN ('ceasefire', 'withdrawal', 'joint_patrol', 'protocol', 'joint_statement', 'other')),
    provisions     text[] NOT NULL DEFAULT '{}'
                   CHECK (provisions <@ ARRAY ['ceasefire', 'withdrawal', 'joint_patrol', 'joint_working_group', 'road_access',
                                               'boundary_description', 'surveillance', 'detainees', 'other']),
    event_group    text CHECK (ceasefire.is_slug(event_group)),
    concluded_on   date,
    in_force_from  timestamptz,
    in_force_to    timestamptz,
    text_reference text CHECK (ceasefire.is_text(text_reference)),
    summary        text CHECK (ceasefire.is_text(summary)),
    place_id       text REFERENCES ceasefire.place,
    point          geometry(Point, 4326) CHECK (ceasefire.is_on_earth(point)),
    uncertainty_m  double precision CHECK (uncertainty_m >= 0 AND uncertainty_m < 1e6),
    CHECK (ceasefire.is_period(in_force_from, in_force_to)),
    CHECK (point IS NOT NULL OR uncertainty_m IS NULL)
);
CREATE INDEX ON ceasefire.agreement USING gist (point);
CREATE INDEX ON ceasefire.agreement (in_force_from, in_force_to);
CREATE INDEX ON ceasefire.agreement (event_group);
COMMENT ON TABLE ceasefire.agreement IS 'A ceasefire, a protocol, a joint statement: what parties agreed, as far as it is known in public.';
COMMENT ON COLUMN ceasefire.agreement.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.agreement.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.agreement.name IS 'Name for people.';
COMMENT ON COLUMN ceasefire.agreement.kind IS 'What it mainly is.';
COMMENT ON COLUMN ceasefire.agreement.provisions IS 'What it provides for, as far as reported.';
COMMENT ON COLUMN ceasefire.agreement.event_group IS 'Ties records of one event.';
COMMENT ON COLUMN ceasefire.agreement.concluded_on IS 'Local day on which it was concluded.';
COMMENT ON COLUMN ceasefire.agreement.in_force_from IS 'From when it is in force; null when not known.';
COMMENT ON COLUMN ceasefire.agreement.in_force_to IS 'Until when it was in force; null when still, or when nobody has said that it ended.';
COMMENT ON COLUMN ceasefire.agreement.text_reference IS 'Where its text can be read; null when it is not public.';
COMMENT ON COLUMN ceasefire.agreement.summary IS 'What it says, in our words.';
COMMENT ON COLUMN ceasefire.agreement.place_id IS 'The place where it was concluded, or that it is about.';
COMMENT ON COLUMN ceasefire.agreement.point IS 'Point of that place, as the source gives it.';
COMMENT ON COLUMN ceasefire.agreement.uncertainty_m IS 'Metres around the point within which that place lies.';

CREATE TABLE ceasefire.agreement_party (
    agreement_id text NOT NULL REFERENCES ceasefire.agreement ON DELETE CASCADE ON UPDATE CASCADE,
    party_id     text NOT NULL REFERENCES ceasefire.party,
    PRIMARY KEY (agreement_id, party_id)
);
COMMENT ON TABLE ceasefire.agreement_party IS 'Who is party to an agreement.';
COMMENT ON COLUMN ceasefire.agreement_party.agreement_id IS 'The agreement.';
COMMENT ON COLUMN ceasefire.agreement_party.party_id IS 'The party.';

CREATE TABLE ceasefire.agreement_account (
    id           text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id   text REFERENCES ceasefire.dataset,
    agreement_id text NOT NULL REFERENCES ceasefire.agreement ON DELETE CASCADE ON UPDATE CASCADE,
    category     text CHECK (ceasefire.is_text(category)),
    summary      text NOT NULL CHECK (ceasefire.is_text(summary)),
    local_time   text CHECK (ceasefire.is_text(local_time)),
    time_start   timestamptz,
    time_end     timestamptz,
    publisher    text CHECK (ceasefire.is_text(publisher)),
    url          text CHECK (ceasefire.is_web_address(url)),
    CHECK (ceasefire.is_period(time_start, time_end))
);
CREATE INDEX ON ceasefire.agreement_account (agreement_id);
COMMENT ON TABLE ceasefire.agreement_account IS 'One report of an agreement. Several accounts of one agreement differ in what they stress, and in the hour.';
COMMENT ON COLUMN ceasefire.agreement_account.id IS 'Slug of the report.';
COMMENT ON COLUMN ceasefire.agreement_account.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.agreement_account.agreement_id IS 'The agreement reported.';
COMMENT ON COLUMN ceasefire.agreement_account.category IS 'Category in the words of the source file.';
COMMENT ON COLUMN ceasefire.agreement_account.summary IS 'What the report says.';
COMMENT ON COLUMN ceasefire.agreement_account.local_time IS 'Local date and time as reported, with its offset from UTC.';
COMMENT ON COLUMN ceasefire.agreement_account.time_start IS 'Start of the time that the report allows.';
COMMENT ON COLUMN ceasefire.agreement_account.time_end IS 'End of the time that the report allows.';
COMMENT ON COLUMN ceasefire.agreement_account.publisher IS 'Who published the report.';
COMMENT ON COLUMN ceasefire.agreement_account.url IS 'Address of the report.';

CREATE TABLE ceasefire.agreement_account_reporter (
    account_id text NOT NULL REFERENCES ceasefire.agreement_account ON DELETE CASCADE ON UPDATE CASCADE,
    party_id   text NOT NULL REFERENCES ceasefire.party,
    PRIMARY KEY (account_id, party_id)
);
COMMENT ON TABLE ceasefire.agreement_account_reporter IS 'Whose account it is; both sides for a joint one.';
COMMENT ON COLUMN ceasefire.agreement_account_reporter.account_id IS 'The account.';
COMMENT ON COLUMN ceasefire.agreement_account_reporter.party_id IS 'Whose.';


CREATE TABLE ceasefire.withdrawal_rule (
    id                 text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id         text REFERENCES ceasefire.dataset,
    agreement_id       text NOT NULL,
    party_id           text NOT NULL,
    equipment_class_id text NOT NULL REFERENCES ceasefire.equipment_class,
    boundary_line_id   text NOT NULL REFERENCES ceasefire.boundary_line,
    distance_m         double precision NOT NULL CHECK (distance_m > 0 AND distance_m <= 1e6),
    comparator         text NOT NULL CHECK (comparator IN ('>', '>=')),
    section            text CHECK (ceasefire.is_text(section)),
    reference          text CHECK (ceasefire.is_text(reference)),
    valid_from         timestamptz,
    valid_to           timestamptz,
    version            bigint NOT NULL,
    FOREIGN KEY (agreement_id, party_id) REFERENCES ceasefire.agreement_party (agreement_id, party_id),
    CHECK (ceasefire.is_period(valid_from, valid_to))
);
CREATE INDEX ON ceasefire.withdrawal_rule (boundary_line_id);
CREATE TRIGGER version_new BEFORE INSERT ON ceasefire.withdrawal_rule
    FOR EACH ROW EXECUTE FUNCTION ceasefire.stamp_version();
-- The comparator and the period say how an area is to be read, not where it lies.
CREATE TRIGGER version_changed BEFORE UPDATE ON ceasefire.withdrawal_rule
    FOR EACH ROW WHEN ((OLD.party_id, OLD.boundary_line_id, OLD.distance_m)
                           IS DISTINCT FROM (NEW.party_id, NEW.boundary_line_id, NEW.distance_m))
    EXECUTE FUNCTION ceasefire.stamp_version();
COMMENT ON TABLE ceasefire.withdrawal_rule IS 'What one party must keep how far from a line.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.agreement_id IS 'The agreement that it is taken from.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.party_id IS 'The side that it binds, a party to the agreement.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.equipment_class_id IS 'What must stay away.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.boundary_line_id IS 'The line that the distance is measured from; each of its alignments gives an area.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.distance_m IS 'Distance in metres on the WGS84 ellipsoid.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.comparator IS 'Whether what is bound must be farther than the distance (>) or may stand exactly on it (>=).';
COMMENT ON COLUMN ceasefire.withdrawal_rule.section IS 'The part of the line that the rule was agreed for, in words; null when the whole line.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.reference IS 'Where the rule is taken from, and what in it is an assumption.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.valid_from IS 'From when it binds; null when not known.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.valid_to IS 'Until when it bound; null when it still does.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.version IS 'Set by the database; moves when what an area is computed from moves.';


CREATE TABLE ceasefire.withdrawal_area (
    rule_id           text NOT NULL REFERENCES ceasefire.withdrawal_rule ON DELETE CASCADE ON UPDATE CASCADE,
    alignment_id      text NOT NULL REFERENCES ceasefire.alignment ON DELETE CASCADE ON UPDATE CASCADE,
    territory_id      text REFERENCES ceasefire.territory ON DELETE CASCADE ON UPDATE CASCADE,
    geom              geometry(MultiPolygon, 4326) CHECK (ceasefire.is_on_earth(geom)),
    failure           text CHECK (ceasefire.is_text(failure)),
    distance_m        double precision NOT NULL CHECK (distance_m > 0),
    tolerance_m       double precision CHECK (tolerance_m > 0),
    max_error_m       double precision CHECK (max_error_m >= 0),
    rule_version      bigint NOT NULL,
    alignment_version bigint NOT NULL,
    territory_version bigint,
    computed_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (rule_id, alignment_id),
    CHECK (num_nonnulls(geom, failure) = 1),
    CHECK (geom IS NULL OR num_nulls(territory_id, tolerance_m, max_error_m) = 0),
    CHECK ((territory_id IS NULL) = (territory_version IS NULL))
);
CREATE INDEX ON ceasefire.withdrawal_area USING gist (geom);
CREATE INDEX ON ceasefire.withdrawal_area (alignment_id);
CREATE INDEX ON ceasefire.withdrawal_area (territory_id);
COMMENT ON TABLE ceasefire.withdrawal_area IS 'Computed: the part of a party''s territory that lies within a rule''s distance of an alignment, with the versions of what it was computed from. Either an area or the reason why there is none.';
COMMENT ON COLUMN ceasefire.withdrawal_area.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_area.alignment_id IS 'The alignment of the rule''s line.';
COMMENT ON COLUMN ceasefire.withdrawal_area.territory_id IS 'The territory of the rule''s party, as the source of the alignment draws it.';
COMMENT ON COLUMN ceasefire.withdrawal_area.geom IS 'The area.';
COMMENT ON COLUMN ceasefire.withdrawal_area.failure IS 'Why no area could be computed.';
COMMENT ON COLUMN ceasefire.withdrawal_area.distance_m IS 'The distance computed with, in metres.';
COMMENT ON COLUMN ceasefire.withdrawal_area.tolerance_m IS 'The error asked for, in metres.';
COMMENT ON COLUMN ceasefire.withdrawal_area.max_error_m IS 'The largest error measured on the boundary of the buffer, in metres.';
COMMENT ON COLUMN ceasefire.withdrawal_area.rule_version IS 'Version of the rule computed from.';
COMMENT ON COLUMN ceasefire.withdrawal_area.alignment_version IS 'Version of the alignment computed from.';
COMMENT ON COLUMN ceasefire.withdrawal_area.territory_version IS 'Version of the territory computed from.';
COMMENT ON COLUMN ceasefire.withdrawal_area.computed_at IS 'When it was computed.';

-- One row for each area that there should be. The worker that computes them and the layer that shows them read the
-- same definition of "current".
CREATE VIEW ceasefire.withdrawal_area_state AS
SELECT r.id AS rule_id,
       a.id AS alignment_id,
       t.id AS territory_id,
       r.version AS rule_version,
       a.version AS alignment_version,
       t.version AS territory_version,
       CASE
           WHEN w.rule_id IS NULL THEN 'pending'
           WHEN (w.rule_version, w.alignment_version, w.territory_version)
                IS DISTINCT FROM (r.version, a.version, t.version) THEN 'stale'
           WHEN w.failure IS NOT NULL THEN 'failed'
           ELSE 'current'
       END AS status
  FROM ceasefire.withdrawal_rule r
  JOIN ceasefire.alignment a ON a.boundary_line_id = r.boundary_line_id
  -- Of several territories of one source, the one that holds with the alignment, the latest first.
  LEFT JOIN LATERAL (
       SELECT c.id, c.version
         FROM ceasefire.territory c
        WHERE c.dataset_id = a.dataset_id AND c.party_id = r.party_id AND c.kind = 'country'
          AND daterange(c.valid_from, c.valid_to, '[]') && daterange(a.valid_from, a.valid_to, '[]')
        ORDER BY c.valid_from DESC NULLS LAST, c.id
        LIMIT 1) t ON true
  LEFT JOIN ceasefire.withdrawal_area w ON w.rule_id = r.id AND w.alignment_id = a.id;
COMMENT ON VIEW ceasefire.withdrawal_area_state IS 'Each withdrawal area that there should be (a rule with an alignment of its line), computed or not.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.alignment_id IS 'The alignment.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.territory_id IS 'The territory to cut with; null when the alignment''s source has none of the party.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.rule_version IS 'Version of the rule now.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.alignment_version IS 'Version of the alignment now.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.territory_version IS 'Version of the territory now.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.status IS 'pending (not computed yet), stale (an input has moved since), failed, current.';


CREATE TABLE ceasefire.withdrawal_area_job (
    rule_id      text NOT NULL REFERENCES ceasefire.withdrawal_rule ON DELETE CASCADE ON UPDATE CASCADE,
    alignment_id text NOT NULL REFERENCES ceasefire.alignment ON DELETE CASCADE ON UPDATE CASCADE,
    queued_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (rule_id, alignment_id)
);
COMMENT ON TABLE ceasefire.withdrawal_area_job IS 'An area to be computed. A server that takes one locks its row for as long as it computes, so that servers share the work and a crash gives it back.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.alignment_id IS 'The alignment of the rule''s line.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.queued_at IS 'When it was found to be missing or stale.';


CREATE TABLE ceasefire.patrol_zone (
    id           text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id   text REFERENCES ceasefire.dataset,
    agreement_id text REFERENCES ceasefire.agreement,
    name         text NOT NULL CHECK (ceasefire.is_text(name)),
    patrol_type  text NOT NULL CHECK (patrol_type IN ('joint', 'one_side', 'mission')),
    means        text CHECK (means IN ('foot', 'vehicle', 'uav', 'camera', 'mixed')),
    form         text NOT NULL CHECK (form IN ('polygon', 'corridor')),
    width_m      double precision CHECK (width_m > 0 AND width_m <= 1e6),
    schedule     text CHECK (ceasefire.is_text(schedule)),
    illustrative boolean NOT NULL,
    note         text CHECK (ceasefire.is_text(note)),
    valid_from   timestamptz,
    valid_to     timestamptz,
    geom         geometry(MultiPolygon, 4326) NOT NULL CHECK (ceasefire.is_on_earth(geom)),
    CHECK (ceasefire.is_period(valid_from, valid_to)),
    CHECK ((form = 'corridor') = (width_m IS NOT NULL))
);
CREATE INDEX ON ceasefire.patrol_zone USING gist (geom);
COMMENT ON TABLE ceasefire.patrol_zone IS 'Where patrols were agreed or planned.';
COMMENT ON COLUMN ceasefire.patrol_zone.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.patrol_zone.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.patrol_zone.agreement_id IS 'The agreement that provides for the patrols.';
COMMENT ON COLUMN ceasefire.patrol_zone.name IS 'Name for people.';
COMMENT ON COLUMN ceasefire.patrol_zone.patrol_type IS 'joint (of the parties together), one_side, mission (of observers).';
COMMENT ON COLUMN ceasefire.patrol_zone.means IS 'How patrols move or watch; null when not known.';
COMMENT ON COLUMN ceasefire.patrol_zone.form IS 'polygon, or corridor along a road or line.';
COMMENT ON COLUMN ceasefire.patrol_zone.width_m IS 'Full width of a corridor in metres.';
COMMENT ON COLUMN ceasefire.patrol_zone.schedule IS 'When patrols go; null when not known.';
COMMENT ON COLUMN ceasefire.patrol_zone.illustrative IS 'True when the shape was drawn to show the idea, and is in no agreement.';
COMMENT ON COLUMN ceasefire.patrol_zone.note IS 'How the shape was made.';
COMMENT ON COLUMN ceasefire.patrol_zone.valid_from IS 'From when; null when not known.';
COMMENT ON COLUMN ceasefire.patrol_zone.valid_to IS 'Until when; null when still.';
COMMENT ON COLUMN ceasefire.patrol_zone.geom IS 'The zone.';

CREATE TABLE ceasefire.patrol_zone_party (
    patrol_zone_id text NOT NULL REFERENCES ceasefire.patrol_zone ON DELETE CASCADE ON UPDATE CASCADE,
    party_id       text NOT NULL REFERENCES ceasefire.party,
    PRIMARY KEY (patrol_zone_id, party_id)
);
COMMENT ON TABLE ceasefire.patrol_zone_party IS 'Who patrols.';
COMMENT ON COLUMN ceasefire.patrol_zone_party.patrol_zone_id IS 'The zone.';
COMMENT ON COLUMN ceasefire.patrol_zone_party.party_id IS 'The party.';
