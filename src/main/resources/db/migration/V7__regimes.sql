-- Withdrawal regimes as data. A rule binds one party to keep classes of equipment or forces out of a zone. The zone is
-- {what it is measured from, side, band of distances, section, exclusions}; see docs/regimes.md for each practice as a row.

CREATE FUNCTION ceasefire.period_of_days(first_day date, last_day date) RETURNS tstzrange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN tstzrange(first_day::timestamp AT TIME ZONE 'UTC', (last_day + 1)::timestamp AT TIME ZONE 'UTC');
COMMENT ON FUNCTION ceasefire.period_of_days(date, date) IS 'The time from the start of the first day (UTC) to the end of the last; null is without bound.';


-- Classes ---------------------------------------------------------------------------------------------------------------

ALTER TABLE ceasefire.equipment_class ADD COLUMN dataset_id text REFERENCES ceasefire.dataset;
COMMENT ON COLUMN ceasefire.equipment_class.dataset_id IS 'The source of an agreement''s own class; null for those that the software brings along, or entered by hand.';

INSERT INTO ceasefire.equipment_class (id, name, description) VALUES
    ('any_force', 'Any force', 'Armed personnel and military equipment of whatever kind'),
    ('patrol', 'Patrol', 'Armed personnel on patrol'),
    ('mortar_120mm_and_under', 'Mortar of up to 120 mm', NULL),
    ('fixed_wing_aircraft', 'Fixed-wing aircraft', 'Crewed aeroplanes'),
    ('rotary_wing_aircraft', 'Rotary-wing aircraft', 'Crewed helicopters');

CREATE TABLE ceasefire.equipment_class_part (
    whole_id text NOT NULL REFERENCES ceasefire.equipment_class ON DELETE CASCADE ON UPDATE CASCADE,
    part_id  text NOT NULL REFERENCES ceasefire.equipment_class ON DELETE CASCADE ON UPDATE CASCADE,
    PRIMARY KEY (whole_id, part_id),
    CHECK (whole_id <> part_id)
);
COMMENT ON TABLE ceasefire.equipment_class_part IS 'Which classes a wider class includes. What an observer saw as a tank concerns a rule on heavy equipment.';
COMMENT ON COLUMN ceasefire.equipment_class_part.whole_id IS 'The wider class.';
COMMENT ON COLUMN ceasefire.equipment_class_part.part_id IS 'A class within it.';
INSERT INTO ceasefire.equipment_class_part (whole_id, part_id)
SELECT w, p FROM (VALUES
    ('heavy_equipment', ARRAY['tank', 'armoured_vehicle', 'mortar', 'artillery_under_100mm', 'artillery_100mm_and_over', 'mlrs',
                              'tactical_missile']),
    ('mlrs', ARRAY['long_range_mlrs']),
    ('mortar', ARRAY['mortar_120mm_and_under']),
    ('forces', ARRAY['patrol']),
    ('combat_aircraft', ARRAY['fixed_wing_aircraft', 'rotary_wing_aircraft']),
    ('any_force', ARRAY['forces', 'border_post', 'heavy_equipment', 'small_arms', 'heavy_machine_gun', 'grenade', 'anti_tank', 'air_defence'])
    ) AS given (w, parts), unnest(parts) AS p;

CREATE VIEW ceasefire.equipment_class_member AS
WITH RECURSIVE member (class_id, member_id) AS (
    SELECT id, id FROM ceasefire.equipment_class
    UNION
    SELECT m.class_id, p.part_id FROM member m JOIN ceasefire.equipment_class_part p ON p.whole_id = m.member_id
)
SELECT class_id, member_id FROM member;
COMMENT ON VIEW ceasefire.equipment_class_member IS 'All that a class includes, itself among it, through however many steps.';
COMMENT ON COLUMN ceasefire.equipment_class_member.class_id IS 'The class.';
COMMENT ON COLUMN ceasefire.equipment_class_member.member_id IS 'A class within it, or itself.';


-- What rules refer to on the ground ---------------------------------------------------------------------------------------

CREATE TABLE ceasefire.site (
    id            text PRIMARY KEY CHECK (ceasefire.is_slug(id) AND id NOT IN ('union', 'intersection', 'none')),
    dataset_id    text REFERENCES ceasefire.dataset,
    name          text NOT NULL CHECK (ceasefire.is_text(name)),
    kind          text NOT NULL CHECK (kind IN ('road', 'area', 'settlement', 'post', 'other')),
    illustrative  boolean NOT NULL DEFAULT false,
    uncertainty_m double precision CHECK (uncertainty_m >= 0 AND uncertainty_m < 1e6),
    note          text CHECK (ceasefire.is_text(note)),
    geom          geometry(Geometry, 4326) NOT NULL CHECK (ceasefire.is_on_earth(geom) AND GeometryType(geom) <> 'GEOMETRYCOLLECTION'),
    version       bigint NOT NULL
);
CREATE INDEX ON ceasefire.site USING gist (geom);
CREATE TRIGGER version_new BEFORE INSERT ON ceasefire.site
    FOR EACH ROW EXECUTE FUNCTION ceasefire.stamp_version();
CREATE TRIGGER version_changed BEFORE UPDATE ON ceasefire.site
    FOR EACH ROW WHEN (ST_AsBinary(OLD.geom) <> ST_AsBinary(NEW.geom)) EXECUTE FUNCTION ceasefire.stamp_version();
COMMENT ON TABLE ceasefire.site IS 'What rules refer to on the ground beside lines between parties: a road, a listed area, a settlement, a post.';
COMMENT ON COLUMN ceasefire.site.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.site.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.site.name IS 'Name for people.';
COMMENT ON COLUMN ceasefire.site.kind IS 'road, area, settlement, post, other.';
COMMENT ON COLUMN ceasefire.site.illustrative IS 'True when the shape was drawn to show the idea, and is in no agreement.';
COMMENT ON COLUMN ceasefire.site.uncertainty_m IS 'Metres within which the shape may be off; null when not known.';
COMMENT ON COLUMN ceasefire.site.note IS 'Where the shape comes from, and what in it is an assumption.';
COMMENT ON COLUMN ceasefire.site.geom IS 'Points, lines (the middle of a road) or polygons.';
COMMENT ON COLUMN ceasefire.site.version IS 'Set by the database; moves when the shape moves.';

CREATE TABLE ceasefire.border_point (
    id               text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id       text REFERENCES ceasefire.dataset,
    boundary_line_id text NOT NULL REFERENCES ceasefire.boundary_line ON UPDATE CASCADE,
    alignment_id     text REFERENCES ceasefire.alignment ON DELETE CASCADE ON UPDATE CASCADE,
    number           text NOT NULL CHECK (ceasefire.is_text(number)),
    uncertainty_m    double precision CHECK (uncertainty_m >= 0 AND uncertainty_m < 1e6),
    note             text CHECK (ceasefire.is_text(note)),
    point            geometry(Point, 4326) NOT NULL CHECK (ceasefire.is_on_earth(point)),
    version          bigint NOT NULL,
    UNIQUE NULLS NOT DISTINCT (boundary_line_id, number, alignment_id)
);
CREATE TRIGGER version_new BEFORE INSERT ON ceasefire.border_point
    FOR EACH ROW EXECUTE FUNCTION ceasefire.stamp_version();
CREATE TRIGGER version_changed BEFORE UPDATE ON ceasefire.border_point
    FOR EACH ROW WHEN ((OLD.boundary_line_id, OLD.alignment_id, OLD.number) IS DISTINCT FROM (NEW.boundary_line_id, NEW.alignment_id, NEW.number)
                       OR ST_AsBinary(OLD.point) <> ST_AsBinary(NEW.point))
    EXECUTE FUNCTION ceasefire.stamp_version();
COMMENT ON TABLE ceasefire.border_point IS 'A numbered point or pillar of a line. Agreements name sections of a line by two of them; on an alignment it stands for the nearest point.';
COMMENT ON COLUMN ceasefire.border_point.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.border_point.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.border_point.boundary_line_id IS 'The line.';
COMMENT ON COLUMN ceasefire.border_point.alignment_id IS 'The only alignment that has the point there, before one for all; null for every alignment.';
COMMENT ON COLUMN ceasefire.border_point.number IS 'The number or name that agreements call it by, such as 12/9.';
COMMENT ON COLUMN ceasefire.border_point.uncertainty_m IS 'Metres within which the position may be off; null when not known.';
COMMENT ON COLUMN ceasefire.border_point.note IS 'Where the position comes from.';
COMMENT ON COLUMN ceasefire.border_point.point IS 'Where it stands, longitude and latitude.';
COMMENT ON COLUMN ceasefire.border_point.version IS 'Set by the database; moves when what an area is computed from moves.';

ALTER TABLE ceasefire.alignment
    ADD COLUMN left_party_id text REFERENCES ceasefire.party,
    ADD CONSTRAINT alignment_id_is_no_reading CHECK (id NOT IN ('union', 'intersection', 'none'));
COMMENT ON COLUMN ceasefire.alignment.left_party_id IS 'The party on the left of the alignment in its direction, one of the line''s two; the other is on its right. Asked where the source draws no territory. Null when not said.';
DROP TRIGGER version_changed ON ceasefire.alignment;
CREATE TRIGGER version_changed BEFORE UPDATE ON ceasefire.alignment
    FOR EACH ROW WHEN ((OLD.dataset_id, OLD.boundary_line_id, OLD.claimant_party_id, OLD.left_party_id, OLD.valid_from, OLD.valid_to)
                           IS DISTINCT FROM (NEW.dataset_id, NEW.boundary_line_id, NEW.claimant_party_id, NEW.left_party_id, NEW.valid_from, NEW.valid_to)
                       OR ST_AsBinary(OLD.geom) <> ST_AsBinary(NEW.geom))
    EXECUTE FUNCTION ceasefire.stamp_version();

CREATE TABLE ceasefire.alignment_position (
    alignment_id text NOT NULL REFERENCES ceasefire.alignment ON DELETE CASCADE ON UPDATE CASCADE,
    party_id     text NOT NULL REFERENCES ceasefire.party,
    position     text NOT NULL CHECK (position IN ('accepts', 'rejects')),
    since        date,
    reference    text CHECK (ceasefire.is_text(reference)),
    PRIMARY KEY (alignment_id, party_id)
);
COMMENT ON TABLE ceasefire.alignment_position IS 'What a party says of an alignment, such as one that a commission drew. No row: nothing is known.';
COMMENT ON COLUMN ceasefire.alignment_position.alignment_id IS 'The alignment.';
COMMENT ON COLUMN ceasefire.alignment_position.party_id IS 'The party.';
COMMENT ON COLUMN ceasefire.alignment_position.position IS 'accepts or rejects.';
COMMENT ON COLUMN ceasefire.alignment_position.since IS 'Local day on which it said so; null when not known.';
COMMENT ON COLUMN ceasefire.alignment_position.reference IS 'Where it said so.';


-- Rules -------------------------------------------------------------------------------------------------------------------

DROP VIEW layer."withdrawal-areas";
DROP VIEW ceasefire.withdrawal_area_state;
-- Both are computed, and are computed anew.
DROP TABLE ceasefire.withdrawal_area_job, ceasefire.withdrawal_area;

CREATE TABLE ceasefire.withdrawal_rule_class (
    rule_id            text NOT NULL REFERENCES ceasefire.withdrawal_rule ON DELETE CASCADE ON UPDATE CASCADE,
    equipment_class_id text NOT NULL REFERENCES ceasefire.equipment_class ON UPDATE CASCADE,
    allowed            integer NOT NULL DEFAULT 0 CHECK (allowed >= 0),
    PRIMARY KEY (rule_id, equipment_class_id)
);
COMMENT ON TABLE ceasefire.withdrawal_rule_class IS 'What a rule keeps out of its zone, or how much of it may be inside.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_class.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_class.equipment_class_id IS 'The class.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_class.allowed IS 'How many of the class the party may have in the zone at a time; 0 when none.';
INSERT INTO ceasefire.withdrawal_rule_class (rule_id, equipment_class_id)
SELECT id, equipment_class_id FROM ceasefire.withdrawal_rule;

DROP TRIGGER version_changed ON ceasefire.withdrawal_rule;
ALTER TABLE ceasefire.withdrawal_rule
    DROP COLUMN equipment_class_id,
    ALTER COLUMN boundary_line_id DROP NOT NULL,
    ALTER COLUMN distance_m DROP NOT NULL,
    ADD COLUMN alignment_id text REFERENCES ceasefire.alignment ON UPDATE CASCADE,
    ADD COLUMN other_line_id text REFERENCES ceasefire.boundary_line ON UPDATE CASCADE,
    ADD COLUMN site_id text REFERENCES ceasefire.site ON UPDATE CASCADE,
    ADD COLUMN side text NOT NULL DEFAULT 'own' CHECK (side IN ('own', 'other', 'left', 'right', 'both')),
    ADD COLUMN ends text NOT NULL DEFAULT 'round' CHECK (ends IN ('round', 'flat')),
    ADD COLUMN distance_from_m double precision NOT NULL DEFAULT 0 CHECK (distance_from_m >= 0),
    ADD COLUMN basis text NOT NULL DEFAULT 'per_side' CHECK (basis IN ('per_side', 'total_width')),
    ADD COLUMN inner_m double precision NOT NULL
        GENERATED ALWAYS AS (CASE basis WHEN 'total_width' THEN distance_from_m / 2 ELSE distance_from_m END) STORED,
    ADD COLUMN outer_m double precision
        GENERATED ALWAYS AS (CASE basis WHEN 'total_width' THEN distance_m / 2 ELSE distance_m END) STORED,
    ADD COLUMN phase text CHECK (ceasefire.is_text(phase)),
    ADD COLUMN terms_version bigint NOT NULL DEFAULT nextval('ceasefire.input_version'),
    ADD CONSTRAINT measured_from_one CHECK (num_nonnulls(boundary_line_id, site_id) = 1),
    ADD CONSTRAINT between_two_lines CHECK (other_line_id IS NULL
        OR boundary_line_id IS NOT NULL AND other_line_id <> boundary_line_id AND alignment_id IS NULL
           AND distance_m IS NULL AND distance_from_m = 0 AND side = 'both'),
    ADD CONSTRAINT alignment_of_line CHECK (alignment_id IS NULL OR boundary_line_id IS NOT NULL),
    ADD CONSTRAINT lines_have_distances CHECK (boundary_line_id IS NULL OR other_line_id IS NOT NULL OR distance_m IS NOT NULL),
    ADD CONSTRAINT sites_have_no_own_side CHECK (site_id IS NULL OR side IN ('left', 'right', 'both')),
    ADD CONSTRAINT band_in_order CHECK (distance_from_m < distance_m OR distance_m IS NULL AND distance_from_m = 0),
    ADD CONSTRAINT width_of_both_sides CHECK (basis = 'per_side' OR distance_m IS NOT NULL);
ALTER TABLE ceasefire.withdrawal_rule ALTER COLUMN terms_version DROP DEFAULT;
CREATE INDEX ON ceasefire.withdrawal_rule (site_id);
COMMENT ON TABLE ceasefire.withdrawal_rule IS 'What one party must keep out of a zone: within a band of distances from a line or a site, between two lines, or within a listed area. What is kept out is in withdrawal_rule_class.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.boundary_line_id IS 'The line that the distance is measured from; each of its alignments gives an area. Null when the rule is measured from a site.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.alignment_id IS 'The only alignment of the line that the rule is measured from; null when every one is.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.other_line_id IS 'The zone is what lies between the line and this one; null otherwise.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.site_id IS 'The road, area or post that the distance is measured from; null when it is a line.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.side IS 'own (the side of the party that is bound), other (of the line''s other party), left or right (in the direction of line or road), both.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.ends IS 'How the zone ends where line, section or road end: round (all that is within the distance of it) or flat (cut off square).';
COMMENT ON COLUMN ceasefire.withdrawal_rule.distance_from_m IS 'Where the band begins, in metres, as the agreement says it; 0 at the line.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.distance_m IS 'Where the band ends, in metres on the WGS84 ellipsoid, as the agreement says it; null for a listed area itself or between two lines.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.basis IS 'per_side (the distances hold on each side) or total_width (they are widths of both sides together; half of each holds on a side).';
COMMENT ON COLUMN ceasefire.withdrawal_rule.inner_m IS 'Where the band begins on a side, in metres; follows from distance_from_m and basis.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.outer_m IS 'Where the band ends on a side, in metres; follows from distance_m and basis.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.comparator IS 'Whether what is bound must be farther than the band''s end (>) or may stand exactly on it (>=).';
COMMENT ON COLUMN ceasefire.withdrawal_rule.phase IS 'The phase of the withdrawal that the rule belongs to, in the agreement''s words; its period is that of the rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.section IS 'The part of the line that the rule was agreed for, in words; null when the whole line. What is computed is in withdrawal_rule_section.';
COMMENT ON COLUMN ceasefire.withdrawal_rule.terms_version IS 'Set by the database; moves when anything moves that a verdict depends on, the area included.';

CREATE FUNCTION ceasefire.stamp_terms_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.terms_version := nextval('ceasefire.input_version');
    RETURN NEW;
END $$;
COMMENT ON FUNCTION ceasefire.stamp_terms_version() IS 'Gives a rule a version of its terms that no rule had before.';

-- Triggers of a kind fire in the order of their names: terms follow the version.
CREATE TRIGGER version_1_changed BEFORE UPDATE ON ceasefire.withdrawal_rule
    FOR EACH ROW WHEN ((OLD.party_id, OLD.boundary_line_id, OLD.alignment_id, OLD.other_line_id, OLD.site_id, OLD.side, OLD.ends,
                        OLD.distance_from_m, OLD.distance_m, OLD.basis)
                           IS DISTINCT FROM (NEW.party_id, NEW.boundary_line_id, NEW.alignment_id, NEW.other_line_id, NEW.site_id, NEW.side, NEW.ends,
                                             NEW.distance_from_m, NEW.distance_m, NEW.basis))
    EXECUTE FUNCTION ceasefire.stamp_version();
CREATE TRIGGER version_2_terms_new BEFORE INSERT ON ceasefire.withdrawal_rule
    FOR EACH ROW EXECUTE FUNCTION ceasefire.stamp_terms_version();
CREATE TRIGGER version_2_terms_changed BEFORE UPDATE ON ceasefire.withdrawal_rule
    FOR EACH ROW WHEN ((OLD.version, OLD.agreement_id, OLD.comparator, OLD.valid_from, OLD.valid_to)
                           IS DISTINCT FROM (NEW.version, NEW.agreement_id, NEW.comparator, NEW.valid_from, NEW.valid_to))
    EXECUTE FUNCTION ceasefire.stamp_terms_version();

CREATE TABLE ceasefire.withdrawal_rule_section (
    rule_id    text NOT NULL REFERENCES ceasefire.withdrawal_rule ON DELETE CASCADE ON UPDATE CASCADE,
    number     integer NOT NULL CHECK (number > 0),
    from_point text CHECK (ceasefire.is_text(from_point)),
    to_point   text CHECK (ceasefire.is_text(to_point)),
    from_m     double precision CHECK (from_m >= 0),
    to_m       double precision,
    PRIMARY KEY (rule_id, number),
    CHECK (num_nonnulls(from_point, to_point) IN (0, 2) AND num_nonnulls(from_m, to_m) IN (0, 2)
           AND num_nonnulls(from_point, from_m) = 1),
    CHECK (from_m < to_m),
    CHECK (from_point <> to_point)
);
COMMENT ON TABLE ceasefire.withdrawal_rule_section IS 'A stretch of the line that a rule is measured from: between two numbered border points, or between two measures. A rule without sections is measured from the whole line.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_section.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_section.number IS 'Order among the sections of the rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_section.from_point IS 'Number of the border point where it begins. On a line closed to a ring, the section runs from here to the other in the line''s direction.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_section.to_point IS 'Number of the border point where it ends.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_section.from_m IS 'Metres along the alignment from its start, one part after the other, where it begins.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_section.to_m IS 'Metres along the alignment where it ends.';

CREATE TABLE ceasefire.withdrawal_rule_exclusion (
    rule_id    text NOT NULL REFERENCES ceasefire.withdrawal_rule ON DELETE CASCADE ON UPDATE CASCADE,
    site_id    text NOT NULL REFERENCES ceasefire.site ON UPDATE CASCADE,
    distance_m double precision NOT NULL DEFAULT 0 CHECK (distance_m >= 0 AND distance_m <= 5e5),
    PRIMARY KEY (rule_id, site_id)
);
COMMENT ON TABLE ceasefire.withdrawal_rule_exclusion IS 'What is not part of a rule''s zone, such as a named settlement.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exclusion.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exclusion.site_id IS 'The site that is left out.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exclusion.distance_m IS 'Metres around the site that are left out with it.';

CREATE TABLE ceasefire.withdrawal_rule_exemption (
    id                 text PRIMARY KEY CHECK (ceasefire.is_slug(id)),
    dataset_id         text REFERENCES ceasefire.dataset,
    rule_id            text NOT NULL REFERENCES ceasefire.withdrawal_rule ON DELETE CASCADE ON UPDATE CASCADE,
    description        text NOT NULL CHECK (ceasefire.is_text(description)),
    equipment_class_id text REFERENCES ceasefire.equipment_class ON UPDATE CASCADE,
    purpose            text CHECK (ceasefire.is_slug(purpose)),
    site_id            text REFERENCES ceasefire.site ON UPDATE CASCADE,
    distance_m         double precision CHECK (distance_m >= 0 AND distance_m <= 5e5),
    valid_from         timestamptz,
    valid_to           timestamptz,
    CHECK (ceasefire.is_period(valid_from, valid_to)),
    CHECK ((site_id IS NULL) = (distance_m IS NULL)),
    CHECK (num_nonnulls(equipment_class_id, purpose, site_id, valid_from, valid_to) > 0)
);
CREATE INDEX ON ceasefire.withdrawal_rule_exemption (rule_id);
COMMENT ON TABLE ceasefire.withdrawal_rule_exemption IS 'Who may be in a rule''s zone all the same. All that is given must hold; what is null holds always. An exemption changes no area, only who may be in it.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.id IS 'Slug.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.dataset_id IS 'Where the record comes from; null when entered by hand.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.description IS 'In the agreement''s words.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.equipment_class_id IS 'Only this class, and what it includes.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.purpose IS 'Only for this purpose: a slug such as medical_evacuation, demining, joint_patrol.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.site_id IS 'Only at this site.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.distance_m IS 'Within so many metres of the site.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.valid_from IS 'Only from then on.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_exemption.valid_to IS 'Only until then.';

-- What belongs to a rule moves its version: sections and exclusions that of the area too, the others that of the terms only.
CREATE FUNCTION ceasefire.touch_rule() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moves_area boolean := TG_ARGV[0] = 'area';
BEGIN
    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN
        RETURN NULL;
    END IF;
    UPDATE ceasefire.withdrawal_rule
       SET version = CASE WHEN moves_area THEN nextval('ceasefire.input_version') ELSE version END,
           terms_version = nextval('ceasefire.input_version')
     WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.rule_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.rule_id END);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ceasefire.touch_rule() IS 'Moves the version of the rule that a changed row belongs to. Argument: area or terms.';
CREATE TRIGGER rule_touched AFTER INSERT OR UPDATE OR DELETE ON ceasefire.withdrawal_rule_class
    FOR EACH ROW EXECUTE FUNCTION ceasefire.touch_rule('terms');
CREATE TRIGGER rule_touched AFTER INSERT OR UPDATE OR DELETE ON ceasefire.withdrawal_rule_section
    FOR EACH ROW EXECUTE FUNCTION ceasefire.touch_rule('area');
CREATE TRIGGER rule_touched AFTER INSERT OR UPDATE OR DELETE ON ceasefire.withdrawal_rule_exclusion
    FOR EACH ROW EXECUTE FUNCTION ceasefire.touch_rule('area');
CREATE TRIGGER rule_touched AFTER INSERT OR UPDATE OR DELETE ON ceasefire.withdrawal_rule_exemption
    FOR EACH ROW EXECUTE FUNCTION ceasefire.touch_rule('terms');
