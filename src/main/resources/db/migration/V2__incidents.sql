-- What was reported to have happened, and what was said. Conventions as in V1.

CREATE TABLE ceasefire.event_kind (
    event_type     text NOT NULL CHECK (event_type IN ('Battles', 'Explosions/Remote violence', 'Violence against civilians',
                                                       'Protests', 'Riots', 'Strategic developments')),
    sub_event_type text NOT NULL,
    PRIMARY KEY (event_type, sub_event_type)
);
COMMENT ON TABLE ceasefire.event_kind IS 'Event and sub-event types as ACLED defines them.';
COMMENT ON COLUMN ceasefire.event_kind.event_type IS 'Event type.';
COMMENT ON COLUMN ceasefire.event_kind.sub_event_type IS 'Sub-event type.';
INSERT INTO ceasefire.event_kind (event_type, sub_event_type) VALUES
    ('Battles', 'Armed clash'),
    ('Battles', 'Government regains territory'),
    ('Battles', 'Non-state actor overtakes territory'),
    ('Explosions/Remote violence', 'Chemical weapon'),
    ('Explosions/Remote violence', 'Air/drone strike'),
    ('Explosions/Remote violence', 'Suicide bomb'),
    ('Explosions/Remote violence', 'Shelling/artillery/missile attack'),
    ('Explosions/Remote violence', 'Remote explosive/landmine/IED'),
    ('Explosions/Remote violence', 'Grenade'),
    ('Violence against civilians', 'Sexual violence'),
    ('Violence against civilians', 'Attack'),
    ('Violence against civilians', 'Abduction/forced disappearance'),
    ('Protests', 'Peaceful protest'),
    ('Protests', 'Protest with intervention'),
    ('Protests', 'Excessive force against protesters'),
    ('Riots', 'Violent demonstration'),
    ('Riots', 'Mob violence'),
    ('Strategic developments', 'Agreement'),
    ('Strategic developments', 'Arrests'),
    ('Strategic developments', 'Change to group/activity'),
    ('Strategic developments', 'Disrupted weapons use'),
    ('Strategic developments', 'Headquarters or base established'),
    ('Strategic developments', 'Looting/property destruction'),
    ('Strategic developments', 'Non-violent transfer of territory'),
    ('Strategic developments', 'Other');


CREATE TABLE ceasefire.incident (
    id                     text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id             text REFERENCES ceasefire.dataset,
    event_group            text CHECK (ceasefire.is_slug(event_group)),
    -- what
    event_type             text NOT NULL CHECK (event_type IN ('Battles', 'Explosions/Remote violence',
                               'Violence against civilians', 'Protests', 'Riots', 'Strategic developments')),
    sub_event_type         text,
    violation_kind         text CHECK (violation_kind IN ('ceasefire', 'withdrawal', 'incursion', 'airspace', 'fortification',
                               'road_block', 'water_infrastructure', 'stone_throwing', 'installation', 'pasture_livestock',
                               'detention', 'arson_looting', 'freedom_of_movement')),
    category               text CHECK (ceasefire.is_text(category)),
    summary                text NOT NULL CHECK (ceasefire.is_text(summary)),
    weapon_class_id        text REFERENCES ceasefire.equipment_class,
    -- when
    time_start             timestamptz,
    time_end               timestamptz,
    time_precision         text NOT NULL CHECK (time_precision IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'week',
                               'month', 'year', 'unknown')),
    local_date             date,
    local_time_from        time,
    local_time_to          time,
    utc_offset             text CHECK (utc_offset ~ '^[+-](0[0-9]|1[0-4]):[0-5][0-9]$'),
    -- where
    point                  geometry(Point, 4326) CHECK (ceasefire.is_on_earth(point)),
    area                   geometry(MultiPolygon, 4326) CHECK (ceasefire.is_on_earth(area)),
    uncertainty_m          double precision CHECK (uncertainty_m >= 0 AND uncertainty_m < 1e6),
    where_prec             smallint CHECK (where_prec BETWEEN 1 AND 7),
    location_method        text CHECK (location_method IN ('gps', 'observer_bearing', 'gazetteer', 'imagery', 'claimed')),
    place_id               text REFERENCES ceasefire.place,
    place_as_reported      text CHECK (ceasefire.is_text(place_as_reported)),
    -- observation
    observer_point         geometry(Point, 4326) CHECK (ceasefire.is_on_earth(observer_point)),
    observation_means      text CHECK (observation_means IN ('heard', 'saw', 'camera', 'uav', 'satellite', 'interview', 'media')),
    observed_count         integer CHECK (observed_count >= 0),
    count_qualifier        text CHECK (count_qualifier IN ('exact', 'about', 'at_least')),
    -- who
    actor_1_id             text REFERENCES ceasefire.party,
    actor_2_id             text REFERENCES ceasefire.party,
    -- harm
    casualties_as_reported text CHECK (ceasefire.is_text(casualties_as_reported)),
    casualties_note        text CHECK (ceasefire.is_text(casualties_note)),
    -- handling
    status                 text NOT NULL DEFAULT 'reported' CHECK (status IN ('reported', 'under_verification', 'corroborated',
                               'verified', 'disputed', 'retracted', 'duplicate_of')),
    duplicate_of_id        text REFERENCES ceasefire.incident,
    supersedes_id          text REFERENCES ceasefire.incident,
    correction_reason      text CHECK (ceasefire.is_text(correction_reason)),
    sensitivity            text NOT NULL DEFAULT 'public' CHECK (sensitivity IN ('public', 'parties', 'restricted', 'confidential')),
    embargo_until          timestamptz,
    recorded_at            timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (event_type, sub_event_type) REFERENCES ceasefire.event_kind (event_type, sub_event_type),
    CONSTRAINT time_in_order CHECK (ceasefire.is_period(time_start, time_end)),
    CONSTRAINT time_known_as_precisely_as_said
        CHECK (time_precision NOT IN ('second', 'minute', 'hour') OR num_nonnulls(time_start, time_end) > 0),
    CONSTRAINT local_time_has_date_and_offset
        CHECK (num_nonnulls(local_time_from, local_time_to) = 0 OR num_nulls(local_date, utc_offset) = 0),
    CONSTRAINT one_geometry CHECK (num_nonnulls(point, area) <= 1),
    CONSTRAINT uncertainty_of_something CHECK (uncertainty_m IS NULL OR num_nonnulls(point, area) = 1),
    CONSTRAINT qualifier_of_something CHECK (count_qualifier IS NULL OR observed_count IS NOT NULL),
    CONSTRAINT actors_in_alphabetical_order CHECK (actor_1_id COLLATE "C" < actor_2_id COLLATE "C"),
    CONSTRAINT duplicate_names_its_original
        CHECK ((status = 'duplicate_of') = (duplicate_of_id IS NOT NULL) AND duplicate_of_id <> id),
    CONSTRAINT supersedes_another CHECK (supersedes_id <> id)
);
CREATE INDEX ON ceasefire.incident USING gist (point);
CREATE INDEX ON ceasefire.incident USING gist (area);
CREATE INDEX ON ceasefire.incident (time_start, time_end);
CREATE INDEX ON ceasefire.incident (time_end);
CREATE INDEX ON ceasefire.incident (event_group);
-- The two layers are read in id order, each through its own share of the rows.
CREATE INDEX ON ceasefire.incident (id) WHERE area IS NULL;
CREATE INDEX ON ceasefire.incident (id) WHERE area IS NOT NULL;
COMMENT ON TABLE ceasefire.incident IS 'What one source reports to have happened. Two accounts of one event are two incidents with one event_group: neither is corrected by the other.';
COMMENT ON COLUMN ceasefire.incident.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.incident.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.incident.event_group IS 'Ties accounts of one event.';
COMMENT ON COLUMN ceasefire.incident.event_type IS 'ACLED event type.';
COMMENT ON COLUMN ceasefire.incident.sub_event_type IS 'ACLED sub-event type; null when the report does not settle it.';
COMMENT ON COLUMN ceasefire.incident.violation_kind IS 'What kind of rule it would break where one is in force: a heading, not a verdict. Null when the report does not settle it.';
COMMENT ON COLUMN ceasefire.incident.category IS 'Category in the words of the source file.';
COMMENT ON COLUMN ceasefire.incident.summary IS 'What is reported, and by whom.';
COMMENT ON COLUMN ceasefire.incident.weapon_class_id IS 'Weapon seen, heard or reported; null when not known.';
COMMENT ON COLUMN ceasefire.incident.time_start IS 'Start of the time that the report allows: the instant itself when reported to the hour or better, else the start of the local day or part of it. Null when unbounded.';
COMMENT ON COLUMN ceasefire.incident.time_end IS 'End of the time that the report allows; equal to time_start for an instant.';
COMMENT ON COLUMN ceasefire.incident.time_precision IS 'How precisely the time was reported. With part_of_day a clock time stands for "morning", "evening" and the like.';
COMMENT ON COLUMN ceasefire.incident.local_date IS 'Local date as reported.';
COMMENT ON COLUMN ceasefire.incident.local_time_from IS 'Local time as reported.';
COMMENT ON COLUMN ceasefire.incident.local_time_to IS 'Local end time, or time of the report, as reported.';
COMMENT ON COLUMN ceasefire.incident.utc_offset IS 'Offset from UTC of the local times, such as +06:00.';
COMMENT ON COLUMN ceasefire.incident.point IS 'Where, when the report names a spot; null when it is not known.';
COMMENT ON COLUMN ceasefire.incident.area IS 'Where, when the report gives a sector or an area: kept as such, not turned into an invented point.';
COMMENT ON COLUMN ceasefire.incident.uncertainty_m IS 'Metres around the geometry within which it happened; null when not known.';
COMMENT ON COLUMN ceasefire.incident.where_prec IS 'UCDP where_prec: 1 exact, 2 within about 25 km, 3 second-order division, 4 first-order division, 5 linear or fuzzy, 6 country, 7 international.';
COMMENT ON COLUMN ceasefire.incident.location_method IS 'How the geometry was found.';
COMMENT ON COLUMN ceasefire.incident.place_id IS 'The place of the gazetteer that is meant.';
COMMENT ON COLUMN ceasefire.incident.place_as_reported IS 'The place''s name as the report writes it.';
COMMENT ON COLUMN ceasefire.incident.observer_point IS 'Where the observer stood.';
COMMENT ON COLUMN ceasefire.incident.observation_means IS 'How it was observed.';
COMMENT ON COLUMN ceasefire.incident.observed_count IS 'How many shots, explosions, vehicles, persons were observed; null when not known.';
COMMENT ON COLUMN ceasefire.incident.count_qualifier IS 'exact, about, at_least.';
COMMENT ON COLUMN ceasefire.incident.actor_1_id IS 'One side involved. The two stand in alphabetical order, which says nothing of who began.';
COMMENT ON COLUMN ceasefire.incident.actor_2_id IS 'The other side involved.';
COMMENT ON COLUMN ceasefire.incident.casualties_as_reported IS 'Casualties in the words of the report; null means not known, not none.';
COMMENT ON COLUMN ceasefire.incident.casualties_note IS 'What of these words could not be turned into figures.';
COMMENT ON COLUMN ceasefire.incident.status IS 'How far it has been verified.';
COMMENT ON COLUMN ceasefire.incident.duplicate_of_id IS 'The incident that this one repeats.';
COMMENT ON COLUMN ceasefire.incident.supersedes_id IS 'The incident that this one replaces.';
COMMENT ON COLUMN ceasefire.incident.correction_reason IS 'Why it was corrected.';
COMMENT ON COLUMN ceasefire.incident.sensitivity IS 'Who may see it. The layers show what is public.';
COMMENT ON COLUMN ceasefire.incident.embargo_until IS 'The layers show it only from then on.';
COMMENT ON COLUMN ceasefire.incident.recorded_at IS 'When it was recorded here.';

CREATE TABLE ceasefire.incident_allegation (
    incident_id   text NOT NULL REFERENCES ceasefire.incident ON DELETE CASCADE ON UPDATE CASCADE,
    side_id       text REFERENCES ceasefire.party,
    alleged_by_id text NOT NULL REFERENCES ceasefire.party,
    UNIQUE NULLS NOT DISTINCT (incident_id, side_id, alleged_by_id)
);
COMMENT ON TABLE ceasefire.incident_allegation IS 'Who says that who began. No row means that nobody is reported to have said anything.';
COMMENT ON COLUMN ceasefire.incident_allegation.incident_id IS 'The incident.';
COMMENT ON COLUMN ceasefire.incident_allegation.side_id IS 'The side that is said to have begun; null when it is said that this is not known.';
COMMENT ON COLUMN ceasefire.incident_allegation.alleged_by_id IS 'Who says so.';

CREATE TABLE ceasefire.incident_casualty (
    incident_id text NOT NULL REFERENCES ceasefire.incident ON DELETE CASCADE ON UPDATE CASCADE,
    effect      text NOT NULL CHECK (effect IN ('killed', 'injured', 'missing', 'detained')),
    party_id    text REFERENCES ceasefire.party,
    people      text NOT NULL CHECK (people IN ('forces', 'civilians', 'monitors', 'unknown')),
    low         integer CHECK (low >= 0),
    best        integer CHECK (best >= 0),
    high        integer CHECK (high >= 0),
    UNIQUE NULLS NOT DISTINCT (incident_id, effect, party_id, people),
    CHECK (low <= best), CHECK (best <= high), CHECK (low <= high),
    CHECK (num_nonnulls(low, best, high) > 0)
);
COMMENT ON TABLE ceasefire.incident_casualty IS 'Casualties of an incident by effect and group. No row, and null, mean not known; none is 0.';
COMMENT ON COLUMN ceasefire.incident_casualty.incident_id IS 'The incident.';
COMMENT ON COLUMN ceasefire.incident_casualty.effect IS 'killed, injured (also: sought medical help), missing, detained.';
COMMENT ON COLUMN ceasefire.incident_casualty.party_id IS 'The side that they belong to; null when not known.';
COMMENT ON COLUMN ceasefire.incident_casualty.people IS 'forces, civilians, monitors; unknown when not told.';
COMMENT ON COLUMN ceasefire.incident_casualty.low IS 'At least so many; null when not known.';
COMMENT ON COLUMN ceasefire.incident_casualty.best IS 'Most likely so many; null when not known.';
COMMENT ON COLUMN ceasefire.incident_casualty.high IS 'At most so many; null when not known.';

CREATE TABLE ceasefire.incident_source (
    incident_id  text NOT NULL REFERENCES ceasefire.incident ON DELETE CASCADE ON UPDATE CASCADE,
    ordinal      smallint NOT NULL CHECK (ordinal > 0),
    party_id     text REFERENCES ceasefire.party,
    publisher    text CHECK (ceasefire.is_text(publisher)),
    url          text CHECK (ceasefire.is_web_address(url)),
    published_at timestamptz,
    reliability  text CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    credibility  smallint CHECK (credibility BETWEEN 1 AND 6),
    PRIMARY KEY (incident_id, ordinal),
    CHECK (num_nonnulls(party_id, publisher, url) > 0)
);
COMMENT ON TABLE ceasefire.incident_source IS 'Where an incident is known from.';
COMMENT ON COLUMN ceasefire.incident_source.incident_id IS 'The incident.';
COMMENT ON COLUMN ceasefire.incident_source.ordinal IS 'Order in which sources are shown.';
COMMENT ON COLUMN ceasefire.incident_source.party_id IS 'The side whose report it is; null when not known.';
COMMENT ON COLUMN ceasefire.incident_source.publisher IS 'Who published it.';
COMMENT ON COLUMN ceasefire.incident_source.url IS 'Address.';
COMMENT ON COLUMN ceasefire.incident_source.published_at IS 'When it was published; null when not known.';
COMMENT ON COLUMN ceasefire.incident_source.reliability IS 'Reliability of the source by the Admiralty code, A (completely reliable) to F (cannot be judged); null when nobody has judged it.';
COMMENT ON COLUMN ceasefire.incident_source.credibility IS 'Credibility of the information by the Admiralty code, 1 (confirmed) to 6 (cannot be judged); null when nobody has judged it.';


CREATE TABLE ceasefire.statement (
    id             text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id     text REFERENCES ceasefire.dataset,
    event_group    text CHECK (ceasefire.is_slug(event_group)),
    kind           text NOT NULL CHECK (kind IN ('talks', 'control', 'announcement', 'withdrawal')),
    category       text CHECK (ceasefire.is_text(category)),
    summary        text NOT NULL CHECK (ceasefire.is_text(summary)),
    time_start     timestamptz,
    time_end       timestamptz,
    time_precision text NOT NULL CHECK (time_precision IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'week', 'month',
                                                           'year', 'unknown')),
    local_time     text CHECK (ceasefire.is_text(local_time)),
    place_id       text REFERENCES ceasefire.place,
    point          geometry(Point, 4326) CHECK (ceasefire.is_on_earth(point)),
    uncertainty_m  double precision CHECK (uncertainty_m >= 0 AND uncertainty_m < 1e6),
    publisher      text CHECK (ceasefire.is_text(publisher)),
    url            text CHECK (ceasefire.is_web_address(url)),
    CHECK (ceasefire.is_period(time_start, time_end)),
    CHECK (point IS NOT NULL OR uncertainty_m IS NULL)
);
CREATE INDEX ON ceasefire.statement USING gist (point);
CREATE INDEX ON ceasefire.statement (time_start, time_end);
CREATE INDEX ON ceasefire.statement (event_group);
COMMENT ON TABLE ceasefire.statement IS 'What was said or announced: talks, who says they hold a place, emergency measures, that forces have withdrawn. Neither incidents nor agreements.';
COMMENT ON COLUMN ceasefire.statement.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.statement.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.statement.event_group IS 'Ties records of one event.';
COMMENT ON COLUMN ceasefire.statement.kind IS 'talks; control (who says that they hold a place); announcement; withdrawal (that forces or equipment leave or have left).';
COMMENT ON COLUMN ceasefire.statement.category IS 'Category in the words of the source file.';
COMMENT ON COLUMN ceasefire.statement.summary IS 'What was said, and by whom.';
COMMENT ON COLUMN ceasefire.statement.time_start IS 'Start of the time that the report allows.';
COMMENT ON COLUMN ceasefire.statement.time_end IS 'End of the time that the report allows.';
COMMENT ON COLUMN ceasefire.statement.time_precision IS 'How precisely the time was reported.';
COMMENT ON COLUMN ceasefire.statement.local_time IS 'Local date and time as reported, with its offset from UTC.';
COMMENT ON COLUMN ceasefire.statement.place_id IS 'The place that it is about.';
COMMENT ON COLUMN ceasefire.statement.point IS 'Point of that place, as the source gives it.';
COMMENT ON COLUMN ceasefire.statement.uncertainty_m IS 'Metres around the point within which that place lies.';
COMMENT ON COLUMN ceasefire.statement.publisher IS 'Who published it.';
COMMENT ON COLUMN ceasefire.statement.url IS 'Address.';

CREATE TABLE ceasefire.statement_party (
    statement_id text NOT NULL REFERENCES ceasefire.statement ON DELETE CASCADE ON UPDATE CASCADE,
    role         text NOT NULL CHECK (role IN ('reports', 'concerned')),
    party_id     text NOT NULL REFERENCES ceasefire.party,
    PRIMARY KEY (statement_id, role, party_id)
);
COMMENT ON TABLE ceasefire.statement_party IS 'Who reports a statement, and whom it is about.';
COMMENT ON COLUMN ceasefire.statement_party.statement_id IS 'The statement.';
COMMENT ON COLUMN ceasefire.statement_party.role IS 'reports or concerned.';
COMMENT ON COLUMN ceasefire.statement_party.party_id IS 'The party.';


CREATE TABLE ceasefire.casualty_statement (
    id           text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id   text REFERENCES ceasefire.dataset,
    reported_in  text CHECK (ceasefire.is_slug(reported_in)),
    party_id     text REFERENCES ceasefire.party,
    as_of        timestamptz NOT NULL CHECK (isfinite(as_of)),
    as_of_local  date,
    killed_low   integer CHECK (killed_low >= 0),
    killed_best  integer CHECK (killed_best >= 0),
    killed_high  integer CHECK (killed_high >= 0),
    injured_low  integer CHECK (injured_low >= 0),
    injured_best integer CHECK (injured_best >= 0),
    injured_high integer CHECK (injured_high >= 0),
    as_reported  text NOT NULL CHECK (ceasefire.is_text(as_reported)),
    note         text CHECK (ceasefire.is_text(note)),
    publisher    text CHECK (ceasefire.is_text(publisher)),
    url          text CHECK (ceasefire.is_web_address(url)),
    CHECK (killed_low <= killed_best), CHECK (killed_best <= killed_high), CHECK (killed_low <= killed_high),
    CHECK (injured_low <= injured_best), CHECK (injured_best <= injured_high), CHECK (injured_low <= injured_high)
);
CREATE INDEX ON ceasefire.casualty_statement (party_id, as_of);
COMMENT ON TABLE ceasefire.casualty_statement IS 'A running total of one side''s casualties, as stated at a time. Never added to another statement nor to an incident''s figures.';
COMMENT ON COLUMN ceasefire.casualty_statement.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.casualty_statement.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.casualty_statement.reported_in IS 'Id of the report (incident, statement or account of an agreement) that carries it.';
COMMENT ON COLUMN ceasefire.casualty_statement.party_id IS 'The side that the casualties belong to; null when not told.';
COMMENT ON COLUMN ceasefire.casualty_statement.as_of IS 'The last moment that the statement can speak of.';
COMMENT ON COLUMN ceasefire.casualty_statement.as_of_local IS 'Local date of the statement.';
COMMENT ON COLUMN ceasefire.casualty_statement.killed_low IS 'Killed, at least; null when not known.';
COMMENT ON COLUMN ceasefire.casualty_statement.killed_best IS 'Killed; null when not known.';
COMMENT ON COLUMN ceasefire.casualty_statement.killed_high IS 'Killed, at most; null when not known.';
COMMENT ON COLUMN ceasefire.casualty_statement.injured_low IS 'Injured (also: sought medical help), at least; null when not known.';
COMMENT ON COLUMN ceasefire.casualty_statement.injured_best IS 'Injured (also: sought medical help); null when not known.';
COMMENT ON COLUMN ceasefire.casualty_statement.injured_high IS 'Injured (also: sought medical help), at most; null when not known.';
COMMENT ON COLUMN ceasefire.casualty_statement.as_reported IS 'The words of the report.';
COMMENT ON COLUMN ceasefire.casualty_statement.note IS 'What of these words could not be turned into figures.';
COMMENT ON COLUMN ceasefire.casualty_statement.publisher IS 'Who published it.';
COMMENT ON COLUMN ceasefire.casualty_statement.url IS 'Address.';

CREATE TABLE ceasefire.casualty_statement_source (
    casualty_statement_id text NOT NULL REFERENCES ceasefire.casualty_statement ON DELETE CASCADE ON UPDATE CASCADE,
    party_id              text NOT NULL REFERENCES ceasefire.party,
    PRIMARY KEY (casualty_statement_id, party_id)
);
COMMENT ON TABLE ceasefire.casualty_statement_source IS 'Who states a casualty figure.';
COMMENT ON COLUMN ceasefire.casualty_statement_source.casualty_statement_id IS 'The casualty statement.';
COMMENT ON COLUMN ceasefire.casualty_statement_source.party_id IS 'The party.';
