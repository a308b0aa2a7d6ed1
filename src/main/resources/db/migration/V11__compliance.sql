-- Is anybody inside? Each sighting against each rule that was in force for its side and its class at its time. What needs
-- geodesy is computed in the background, one finding for each claim; counts, exemptions and times are weighed in views.

-- Which rules keep out what somebody saw.
CREATE VIEW ceasefire.withdrawal_rule_concern AS
WITH member AS (
    SELECT class_id, member_id, count(*) OVER (PARTITION BY class_id) AS members FROM ceasefire.equipment_class_member
)
SELECT DISTINCT ON (k.rule_id, m.sighted)
       k.rule_id, m.sighted AS sighted_class_id, k.equipment_class_id, k.allowed, m.is_certain
  FROM ceasefire.withdrawal_rule_class k
  JOIN (SELECT class_id AS kept, member_id AS sighted, true AS is_certain, members FROM member
        UNION ALL
        SELECT member_id, class_id, false, members FROM member WHERE class_id <> member_id) m ON m.kept = k.equipment_class_id
 -- A tank is counted as a tank where the rule names tanks beside heavy equipment.
 ORDER BY k.rule_id, m.sighted, m.is_certain DESC, m.members, k.equipment_class_id;
COMMENT ON VIEW ceasefire.withdrawal_rule_concern IS 'For each rule and each class that may be seen, the class of the rule that it falls under: the narrowest that includes it.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_concern.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_concern.sighted_class_id IS 'The class seen.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_concern.equipment_class_id IS 'The class of the rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_concern.allowed IS 'How many of the rule''s class may be inside.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_concern.is_certain IS 'False where what was seen is the wider class: heavy equipment may be a tank.';


CREATE TABLE ceasefire.sighting_finding (
    sighting_id       text NOT NULL REFERENCES ceasefire.sighting ON DELETE CASCADE ON UPDATE CASCADE,
    rule_id           text NOT NULL,
    claim             text NOT NULL,
    standing          text NOT NULL CHECK (standing IN ('inside', 'outside', 'undecided')),
    reason            text CHECK (ceasefire.is_text(reason)),
    depth_m           double precision,
    distance_m        double precision CHECK (distance_m >= 0),
    probability       double precision CHECK (probability BETWEEN 0 AND 1),
    probability_error double precision CHECK (probability_error BETWEEN 0 AND 1),
    exempt            text NOT NULL CHECK (exempt IN ('no', 'perhaps', 'yes')),
    exemption_id      text,
    centre            geometry(Point, 4326) CHECK (ceasefire.is_on_earth(centre)),
    nearest           geometry(Point, 4326) CHECK (ceasefire.is_on_earth(nearest)),
    inputs            jsonb NOT NULL,
    computed_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sighting_id, rule_id, claim),
    CHECK ((probability IS NULL) = (probability_error IS NULL)),
    CHECK ((exempt = 'no') = (exemption_id IS NULL))
);
CREATE INDEX ON ceasefire.sighting_finding (rule_id, claim);
COMMENT ON TABLE ceasefire.sighting_finding IS 'Computed: where a sighting stands to the zone of a rule as one claim has it, with the versions of what it was computed from.';
COMMENT ON COLUMN ceasefire.sighting_finding.sighting_id IS 'The sighting.';
COMMENT ON COLUMN ceasefire.sighting_finding.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.sighting_finding.claim IS 'The claim; see withdrawal_claim.';
COMMENT ON COLUMN ceasefire.sighting_finding.standing IS 'inside, outside; undecided where the position, as uncertain as it is, may be either.';
COMMENT ON COLUMN ceasefire.sighting_finding.reason IS 'Why it is undecided.';
COMMENT ON COLUMN ceasefire.sighting_finding.depth_m IS 'How far inside the middle of the position is, in metres on the ellipsoid: so far it would have to move. Negative outside: clear by so much. Null where there is no zone or no position.';
COMMENT ON COLUMN ceasefire.sighting_finding.distance_m IS 'From the middle of the position to what the rule is measured from, in metres on the ellipsoid.';
COMMENT ON COLUMN ceasefire.sighting_finding.probability IS 'Of being inside, given how uncertain the position is; null where that is not known.';
COMMENT ON COLUMN ceasefire.sighting_finding.probability_error IS 'A bound of how far the probability may be off.';
COMMENT ON COLUMN ceasefire.sighting_finding.exempt IS 'Whether an exemption of the rule covers it: no, perhaps, yes.';
COMMENT ON COLUMN ceasefire.sighting_finding.exemption_id IS 'That exemption.';
COMMENT ON COLUMN ceasefire.sighting_finding.centre IS 'The middle of the position: the point, or a point amid the sector or the area. No claim that anything was there.';
COMMENT ON COLUMN ceasefire.sighting_finding.nearest IS 'The point nearest to it on the line or site that the rule is measured from.';
COMMENT ON COLUMN ceasefire.sighting_finding.inputs IS 'Versions of the sighting, of the rule''s terms and of the area.';
COMMENT ON COLUMN ceasefire.sighting_finding.computed_at IS 'When it was computed.';


-- Each pair of a sighting and a rule that there is something to say of.
CREATE VIEW ceasefire.compliance_case AS
SELECT s.id AS sighting_id, r.id AS rule_id,
       n.equipment_class_id, n.allowed,
       n.is_certain AS is_class_certain,
       s.party_id IS NOT NULL AS is_side_certain,
       r.section IS NULL OR EXISTS (SELECT FROM ceasefire.withdrawal_rule_section k WHERE k.rule_id = r.id) AS is_extent_certain,
       s.time_start, s.time_end,
       s.observed_count,
       -- "About" is taken as within a fifth.
       CASE s.count_qualifier WHEN 'about' THEN ceil(s.observed_count * 0.8) WHEN 'exact' THEN s.observed_count
                              WHEN 'at_least' THEN s.observed_count ELSE 1 END AS count_low,
       CASE s.count_qualifier WHEN 'about' THEN floor(s.observed_count * 1.2) WHEN 'exact' THEN s.observed_count END AS count_high,
       s.version AS sighting_version, r.terms_version
  FROM ceasefire.sighting s
  JOIN ceasefire.withdrawal_rule_concern n ON n.sighted_class_id = s.equipment_class_id
  JOIN ceasefire.withdrawal_rule r ON r.id = n.rule_id
                                  AND (s.party_id IS NULL OR r.party_id = s.party_id)
                                  AND tstzrange(s.time_start, s.time_end, '[]') && tstzrange(r.valid_from, r.valid_to, '[]')
 WHERE s.status NOT IN ('retracted', 'duplicate_of');
COMMENT ON VIEW ceasefire.compliance_case IS 'Each sighting with each rule that keeps out its class, binds its side (any side, where whose it was is not known) and was in force at its time, or at some of the time that the report allows. Retracted ones and duplicates are none.';
COMMENT ON COLUMN ceasefire.compliance_case.sighting_id IS 'The sighting.';
COMMENT ON COLUMN ceasefire.compliance_case.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.compliance_case.equipment_class_id IS 'The class of the rule that it falls under.';
COMMENT ON COLUMN ceasefire.compliance_case.allowed IS 'How many of this class may be inside.';
COMMENT ON COLUMN ceasefire.compliance_case.is_class_certain IS 'False where what was seen may be of another class.';
COMMENT ON COLUMN ceasefire.compliance_case.is_side_certain IS 'False where whose it was is not known.';
COMMENT ON COLUMN ceasefire.compliance_case.is_extent_certain IS 'False where the rule was agreed for a part of the line that is only told in words: its zone is drawn along the whole line.';
COMMENT ON COLUMN ceasefire.compliance_case.time_start IS 'Start of the time that the report allows.';
COMMENT ON COLUMN ceasefire.compliance_case.time_end IS 'End of the time that the report allows.';
COMMENT ON COLUMN ceasefire.compliance_case.observed_count IS 'How many the report says; null when not known.';
COMMENT ON COLUMN ceasefire.compliance_case.count_low IS 'How many there were at the least; about is taken as within a fifth, and one at the least where nothing is said.';
COMMENT ON COLUMN ceasefire.compliance_case.count_high IS 'How many there were at the most; null when the report sets no bound.';
COMMENT ON COLUMN ceasefire.compliance_case.sighting_version IS 'Version of the sighting.';
COMMENT ON COLUMN ceasefire.compliance_case.terms_version IS 'Version of the rule''s terms.';


-- The worker that computes findings and the layers that show them read the same definition of "current".
CREATE VIEW ceasefire.compliance_claim AS
-- Once, and not for each sighting.
WITH area AS MATERIALIZED (
    SELECT s.rule_id, s.claim, s.reading, n.name AS claimed_by, n.dataset_id, s.area_id, s.status, s.valid_from, s.valid_to
      FROM ceasefire.withdrawal_area_state s
      JOIN ceasefire.claim_name n ON n.rule_id = s.rule_id AND n.claim = s.claim
     WHERE s.members = '{}'
),
stated AS (
    SELECT c.*, a.claim, a.reading, a.claimed_by, a.dataset_id, a.area_id,
           a.status AS area_status,
           -- Null where a bound is: the report allows more than the period.
           coalesce((a.valid_from IS NULL OR c.time_start >= a.valid_from) AND (a.valid_to IS NULL OR c.time_end <= a.valid_to), false) AS is_time_certain,
           jsonb_build_object('sighting', c.sighting_version, 'terms', c.terms_version, 'area', a.area_id) AS inputs,
           f.inputs AS found_inputs,
           a.area_id IS NOT NULL AND f.inputs IS DISTINCT FROM
               jsonb_build_object('sighting', c.sighting_version, 'terms', c.terms_version, 'area', a.area_id) AS is_due,
           f.standing, f.reason, f.depth_m, f.distance_m, f.probability, f.probability_error, f.exempt, f.exemption_id, f.centre,
           f.nearest, f.computed_at
      FROM ceasefire.compliance_case c
      JOIN area a ON a.rule_id = c.rule_id AND tstzrange(c.time_start, c.time_end, '[]') && tstzrange(a.valid_from, a.valid_to, '[]')
      LEFT JOIN ceasefire.sighting_finding f ON f.sighting_id = c.sighting_id AND f.rule_id = c.rule_id AND f.claim = a.claim
),
counted AS (
    SELECT s.*,
           CASE
               WHEN found_inputs IS NULL THEN 'pending'
               WHEN found_inputs IS DISTINCT FROM inputs OR area_status IN ('pending', 'stale') THEN 'stale'
               ELSE 'current'
           END AS status,
           -- All that is reported to be inside at one time: the same may be among them twice.
           CASE WHEN allowed > 0 AND standing = 'inside' THEN
               (SELECT sum(o.count_low)
                  FROM ceasefire.compliance_case o
                  JOIN ceasefire.sighting_finding g ON g.sighting_id = o.sighting_id AND g.rule_id = o.rule_id
                 WHERE o.rule_id = s.rule_id AND g.claim = s.claim AND o.equipment_class_id = s.equipment_class_id
                   AND g.standing = 'inside' AND g.exempt = 'no'
                   AND tstzrange(o.time_start, o.time_end, '[]') && tstzrange(s.time_start, s.time_end, '[]'))
           END AS count_at_once
      FROM stated s
)
SELECT c.sighting_id, c.rule_id, c.claim, c.reading, c.claimed_by, c.dataset_id, c.equipment_class_id, c.allowed, c.observed_count, c.count_at_once,
       c.area_id, c.inputs, c.status, c.is_due,
       c.standing, c.depth_m, c.distance_m, c.probability, c.probability_error, c.exempt, c.exemption_id, c.centre, c.nearest, c.computed_at,
       v.verdict,
       CASE v.verdict
           WHEN 'compliant' THEN
               CASE WHEN c.standing = 'outside' THEN NULL
                    WHEN c.exempt = 'yes' THEN 'exempt'
                    ELSE 'no more than are allowed' END
           WHEN 'indeterminate' THEN concat_ws('; ',
               c.reason,
               CASE WHEN NOT c.is_side_certain THEN 'whose it was is not known' END,
               CASE WHEN NOT c.is_class_certain THEN 'what was seen may be of another class' END,
               CASE WHEN NOT c.is_time_certain THEN 'the report allows a time at which the rule did not hold' END,
               CASE WHEN NOT c.is_extent_certain THEN 'the rule was agreed for a part of the line that is not drawn' END,
               CASE WHEN c.exempt = 'perhaps' THEN 'it may be exempt' END,
               CASE WHEN c.count_low <= c.allowed AND (c.count_high IS NULL OR c.count_high > c.allowed) THEN 'how many there were is not known well enough' END,
               CASE WHEN c.count_high <= c.allowed AND c.count_at_once > c.allowed
                    THEN 'several sightings together are more than are allowed, if none was counted twice' END)
       END AS reason
  FROM counted c
 CROSS JOIN LATERAL (SELECT CASE
           WHEN c.standing IS NULL THEN NULL
           WHEN c.standing = 'outside' OR c.exempt = 'yes' THEN 'compliant'
           WHEN c.count_high <= c.allowed AND coalesce(c.count_at_once, 0) <= c.allowed THEN 'compliant'
           WHEN c.standing = 'inside' AND c.is_side_certain AND c.is_class_certain AND c.is_time_certain AND c.is_extent_certain
                AND c.exempt = 'no' AND c.count_low > c.allowed THEN 'violation'
           ELSE 'indeterminate'
       END AS verdict) v;
COMMENT ON VIEW ceasefire.compliance_claim IS 'What a rule says to a sighting, as one claim has it.';
DO $$
DECLARE
    note record;
BEGIN
    FOR note IN SELECT * FROM (VALUES
        ('sighting_id', 'The sighting.'),
        ('rule_id', 'The rule.'),
        ('claim', 'The claim; see withdrawal_claim.'),
        ('reading', 'claim or site.'),
        ('claimed_by', 'Whose claim it is, in words.'),
        ('dataset_id', 'The source of the line; null for sites.'),
        ('equipment_class_id', 'The class of the rule that it falls under.'),
        ('allowed', 'How many of this class may be inside.'),
        ('observed_count', 'How many the report says; null when not known.'),
        ('count_at_once', 'Where a number is allowed: how many are reported to be inside at one time by all sightings, at the least.'),
        ('area_id', 'The area as shown now.'),
        ('inputs', 'Versions now of what it is computed from.'),
        ('status', 'pending (not computed yet), stale (an input has moved since), current.'),
        ('is_due', 'Whether it is to be computed, and can be.'),
        ('standing', 'inside, outside, undecided.'),
        ('depth_m', 'How far inside, in metres; negative outside.'),
        ('distance_m', 'To what the rule is measured from, in metres.'),
        ('probability', 'Of being inside.'),
        ('probability_error', 'A bound of its error.'),
        ('exempt', 'no, perhaps, yes.'),
        ('exemption_id', 'The exemption that covers it, or may.'),
        ('centre', 'The middle of the position.'),
        ('nearest', 'The nearest point on the line or site.'),
        ('computed_at', 'When it was computed.'),
        ('verdict', 'violation, compliant, indeterminate; null while it is not computed.'),
        ('reason', 'Why it is indeterminate, or compliant though it may be inside.')) AS notes(column_name, words)
    LOOP
        EXECUTE format('COMMENT ON COLUMN ceasefire.compliance_claim.%I IS %L', note.column_name, note.words);
    END LOOP;
END $$;


-- Whose claim, for people and for the map.
CREATE VIEW layer."compliance-claims" AS
SELECT c.sighting_id || '~' || c.rule_id || '~' || c.claim AS id,
       c.sighting_id || '~' || c.rule_id AS compliance,
       c.status,
       c.verdict,
       c.reason,
       c.sighting_id AS sighting,
       s.party_id AS side,
       c.rule_id AS rule,
       r.party_id AS party,
       c.claim,
       c.reading,
       c.claimed_by,
       d.publisher AS published_by,
       c.dataset_id AS dataset,
       c.depth_m,
       c.distance_m,
       c.probability,
       c.probability_error,
       c.observed_count,
       c.allowed,
       c.count_at_once,
       x.description AS exemption,
       s.time_start,
       s.time_end,
       c.computed_at,
       CASE WHEN NOT ST_Equals(c.centre, c.nearest) THEN ST_MakeLine(c.centre, c.nearest) END::geometry(LineString, 4326) AS geom
  FROM ceasefire.compliance_claim c
  JOIN ceasefire.sighting s ON s.id = c.sighting_id
  JOIN ceasefire.withdrawal_rule r ON r.id = c.rule_id
  LEFT JOIN ceasefire.dataset d ON d.id = c.dataset_id
  LEFT JOIN ceasefire.withdrawal_rule_exemption x ON x.id = c.exemption_id
 WHERE s.sensitivity = 'public';
COMMENT ON VIEW layer."compliance-claims" IS 'Compliance by claim
What a rule says to a sighting as one claim on where the line runs has it, with a straight line from the sighting to the nearest point of that line. The layer compliance puts the claims together. A verdict follows from a report, a rule and a claim, each of them somebody''s; it is no finding of who did what.';

CREATE VIEW layer."compliance" AS
SELECT k.sighting_id || '~' || k.rule_id AS id,
       CASE WHEN v.claims IS NULL THEN 'current'
            WHEN v.is_pending THEN 'pending' WHEN v.is_stale THEN 'stale' ELSE 'current' END AS status,
       CASE
           WHEN v.claims IS NULL THEN 'indeterminate'
           WHEN v.is_pending THEN NULL
           WHEN v.are_all_violations THEN 'violation'
           WHEN v.violated IS NOT NULL THEN 'violation under claim ' || v.violated
           WHEN v.are_all_compliant THEN 'compliant'
           ELSE 'indeterminate'
       END AS verdict,
       CASE
           WHEN v.claims IS NULL THEN 'indeterminate'
           WHEN v.is_pending THEN NULL
           WHEN v.are_all_violations THEN 'violation'
           WHEN v.violated IS NOT NULL THEN 'violation_under_claim'
           WHEN v.are_all_compliant THEN 'compliant'
           ELSE 'indeterminate'
       END AS verdict_kind,
       CASE WHEN v.claims IS NULL THEN 'nothing to measure from' ELSE v.reason END AS reason,
       k.sighting_id AS sighting,
       s.summary,
       s.reported_by,
       s.source_publisher,
       s.source_url,
       s.side,
       s.equipment_class,
       s.equipment,
       s.observed_count,
       s.count_qualifier,
       k.allowed,
       v.count_at_once,
       s.purpose,
       s.position_kind,
       s.uncertainty_m,
       s.place_name,
       s.time_start,
       s.time_end,
       s.local_time,
       k.rule_id AS rule,
       r.party_id AS party,
       t.equipment AS rule_equipment,
       r.comparator,
       r.distance_from_m,
       r.distance_m,
       r.basis,
       r.section,
       r.reference,
       r.agreement_id AS agreement,
       g.name AS agreement_name,
       v.depth_min_m,
       v.depth_max_m,
       v.distance_min_m,
       v.distance_max_m,
       v.probability_min,
       v.probability_max,
       v.nearest_longitude,
       v.nearest_latitude,
       v.claims,
       v.computed_at,
       coalesce(s.point, v.centre, ST_PointOnSurface(s.outline))::geometry(Point, 4326) AS geom
  FROM ceasefire.compliance_case k
  JOIN ceasefire.public_sighting s ON s.id = k.sighting_id
  JOIN ceasefire.withdrawal_rule r ON r.id = k.rule_id
  JOIN ceasefire.withdrawal_rule_terms t ON t.rule_id = r.id
  JOIN ceasefire.agreement g ON g.id = r.agreement_id
  LEFT JOIN (
       SELECT c.sighting_id, c.rule_id,
              bool_or(c.status = 'pending') AS is_pending,
              bool_or(c.status = 'stale') AS is_stale,
              bool_and(c.verdict = 'violation') AS are_all_violations,
              bool_and(c.verdict = 'compliant') AS are_all_compliant,
              string_agg(c.claim, ', ' ORDER BY c.claim) FILTER (WHERE c.verdict = 'violation') AS violated,
              string_agg(DISTINCT c.reason, '; ') AS reason,
              max(c.count_at_once) AS count_at_once,
              min(c.depth_m) AS depth_min_m, max(c.depth_m) AS depth_max_m,
              min(c.distance_m) AS distance_min_m, max(c.distance_m) AS distance_max_m,
              min(c.probability) AS probability_min, max(c.probability) AS probability_max,
              (array_agg(ST_X(c.nearest) ORDER BY c.distance_m, c.claim))[1] AS nearest_longitude,
              (array_agg(ST_Y(c.nearest) ORDER BY c.distance_m, c.claim))[1] AS nearest_latitude,
              jsonb_agg(jsonb_build_object(
                  'claim', c.claim, 'claimed_by', c.claimed_by, 'verdict', c.verdict, 'reason', c.reason, 'status', c.status,
                  'depth_m', c.depth_m, 'distance_m', c.distance_m, 'probability', c.probability,
                  'nearest', ARRAY [ST_X(c.nearest), ST_Y(c.nearest)]) ORDER BY c.claim) AS claims,
              max(c.computed_at) AS computed_at,
              (array_agg(c.centre ORDER BY c.claim))[1] AS centre
         FROM ceasefire.compliance_claim c
        GROUP BY c.sighting_id, c.rule_id) v ON v.sighting_id = k.sighting_id AND v.rule_id = k.rule_id;
COMMENT ON VIEW layer."compliance" IS 'Compliance
Each sighting against each withdrawal rule in force for its side and class at its time: violation (under every claim on where the line runs), violation under claim X, compliant, indeterminate. A verdict follows from a report, a rule and claims, each of them somebody''s; it is no finding of who did what.
@order sighting';

-- The two layers say the same of the columns that they share.
DO $$
DECLARE
    note record;
    relation regclass;
BEGIN
    FOR note IN SELECT * FROM (VALUES
        ('id', E'Id\nSighting and rule, and the claim, joined by ~.'),
        ('compliance', E'Compliance\nId in the layer compliance.'),
        ('status', E'Status\npending (being computed), current, stale (an input has changed since; the old verdict is shown).'),
        ('verdict', E'Verdict\nviolation, compliant, indeterminate, or violation under claim X, with the claims by their ids: what the rule says if the report and the claim are right. Null while it is being computed.'),
        ('verdict_kind', E'Kind of verdict\nviolation, compliant, indeterminate, violation_under_claim; the verdict without the claims.'),
        ('reason', E'Reason\nWhy it is indeterminate, or compliant though it may be inside; as one claim or the other has it.'),
        ('sighting', E'Sighting\nId in the layer sightings or sighting-areas.'),
        ('summary', E'Summary\nWhat is reported, and by whom.'),
        ('reported_by', E'Reported by\nThe side or sides whose report it is.'),
        ('source_publisher', E'Source\nPublisher of the first source.'),
        ('source_url', E'Source address\nAddress of the first source.'),
        ('side', E'Side\nThat the report says it belonged to; null when not known.'),
        ('equipment_class', E'Equipment class\nWhat was seen.'),
        ('equipment', E'Equipment\nName of the class.'),
        ('observed_count', E'Count\nHow many were seen; null when not known, which is not 0.'),
        ('count_qualifier', E'Count qualifier\nexact, about (taken as within a fifth), at_least.'),
        ('allowed', E'Allowed\nHow many of the rule''s class the party may have inside; 0 when none.'),
        ('count_at_once', E'Count at one time\nWhere a number is allowed: how many, at the least, all sightings report inside at this time; the same may be among them twice. Null otherwise.'),
        ('purpose', E'Purpose\nWhat it was there for, if the report says so.'),
        ('position_kind', E'Kind of position\npoint, sector, area, not_known.'),
        ('uncertainty_m', E'Uncertainty (m)\nRadius around the point that holds 95 %; null when not known, which is not 0.'),
        ('place_name', E'Place name\nAs in the layer places.'),
        ('time_start', E'Start\nStart of the time that the report allows, UTC.\n@start'),
        ('time_end', E'End\nEnd of the time that the report allows, UTC.\n@end'),
        ('local_time', E'Local time\nAs reported, with its offset from UTC.'),
        ('rule', E'Rule\nSee the layer withdrawal-areas.'),
        ('party', E'Party\nThe side that the rule binds.'),
        ('rule_equipment', E'Equipment of the rule\nWhat the rule keeps out.'),
        ('comparator', E'Comparator\nMust be farther than the distance (>), or may stand exactly on it (>=).'),
        ('distance_from_m', E'From distance (m)\nWhere the rule''s band begins, as the rule names it.'),
        ('distance_m', E'Distance (m)\nWhere the rule''s band ends, as the rule names it; null for a listed area or between two lines.'),
        ('basis', E'Basis\nper_side, or total_width: half of the distances hold on each side.'),
        ('section', E'Section in words\nThe part of the line that the rule was agreed for; null when the whole line.'),
        ('reference', E'Reference\nWhere the rule is taken from, and what in it is an assumption.'),
        ('agreement', E'Agreement\nId in the layer agreements.'),
        ('agreement_name', E'Name of the agreement'),
        ('depth_min_m', E'Least depth (m)\nHow far the middle of the position is inside the limit, by the claim that has it least deep; negative when clear of it. On the ellipsoid.'),
        ('depth_max_m', E'Greatest depth (m)\nThe same by the claim that has it deepest.'),
        ('depth_m', E'Depth (m)\nHow far the middle of the position is inside the limit; negative when clear of it. On the ellipsoid.'),
        ('distance_min_m', E'Least distance (m)\nFrom the middle of the position to the line or site, by the claim that has it nearest. On the ellipsoid.'),
        ('distance_max_m', E'Greatest distance (m)\nThe same by the claim that has it farthest.'),
        ('distance_m', E'Distance (m)\nFrom the middle of the position to the line or site. On the ellipsoid.'),
        ('probability_min', E'Least probability\nOf being inside, given the uncertainty of the position, by the claim that makes it least; null when the uncertainty is not known.'),
        ('probability_max', E'Greatest probability\nThe same by the claim that makes it greatest.'),
        ('probability', E'Probability\nOf being inside, given the uncertainty of the position; null when that is not known.'),
        ('probability_error', E'Error of the probability\nA bound of it.'),
        ('nearest_longitude', E'Longitude of the nearest point\nDegrees; on the line of the claim that has it nearest, or on the site.'),
        ('nearest_latitude', E'Latitude of the nearest point\nDegrees.'),
        ('claim', E'Claim\nThe alignment, in the layer boundary-lines, or the site.'),
        ('reading', E'Reading\nclaim or site.'),
        ('claimed_by', E'Claimed by\nWhose claim it is, in words.'),
        ('published_by', E'Published by\nWho published the line.'),
        ('dataset', E'Data set\nThe source of the line; null for sites.'),
        ('claims', E'Claims\nWhat each claim makes of it: claim, claimed_by, verdict, reason, status, depth_m, distance_m, probability, nearest [longitude, latitude].\n@json array'),
        ('exemption', E'Exemption\nThat covers it, or may.'),
        ('computed_at', E'Computed at'),
        ('geom', E'Where\nThe middle of the position, or a line from it to the nearest point on the claim''s line; null where no position is known. Longitude and latitude, WGS84.')) AS notes(column_name, words)
    LOOP
        FOREACH relation IN ARRAY ARRAY ['layer."compliance"', 'layer."compliance-claims"']::regclass[] LOOP
            IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation AND attname = note.column_name) THEN
                EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', relation, note.column_name, note.words);
            END IF;
        END LOOP;
    END LOOP;
END $$;

CREATE OR REPLACE VIEW ceasefire.layer_dataset AS
SELECT 'incidents' AS layer_name, dataset_id FROM ceasefire.incident WHERE area IS NULL
UNION SELECT 'incident-areas', dataset_id FROM ceasefire.incident WHERE area IS NOT NULL
UNION SELECT 'sightings', dataset_id FROM ceasefire.sighting WHERE outline IS NULL
UNION SELECT 'sighting-areas', dataset_id FROM ceasefire.sighting WHERE outline IS NOT NULL
UNION SELECT l.layer_name, d.dataset_id
        FROM (SELECT dataset_id FROM ceasefire.sighting
              UNION SELECT a.dataset_id FROM ceasefire.withdrawal_rule r
                      JOIN ceasefire.alignment a ON a.boundary_line_id IN (r.boundary_line_id, r.other_line_id)
              UNION SELECT s.dataset_id FROM ceasefire.withdrawal_rule r JOIN ceasefire.site s ON s.id = r.site_id) AS d,
             (VALUES ('compliance'), ('compliance-claims')) AS l (layer_name)
UNION SELECT 'patrol-zones', dataset_id FROM ceasefire.patrol_zone
UNION SELECT 'boundary-lines', dataset_id FROM ceasefire.alignment
UNION SELECT 'territories', dataset_id FROM ceasefire.territory
UNION SELECT l.layer_name, a.dataset_id
        FROM ceasefire.withdrawal_rule r
        JOIN ceasefire.alignment a ON a.boundary_line_id IN (r.boundary_line_id, r.other_line_id),
             (VALUES ('withdrawal-areas'), ('withdrawal-area-versions'), ('withdrawal-area-parts')) AS l (layer_name)
UNION SELECT l.layer_name, s.dataset_id
        FROM ceasefire.withdrawal_rule r
        JOIN ceasefire.site s ON s.id = r.site_id,
             (VALUES ('withdrawal-areas'), ('withdrawal-area-versions'), ('withdrawal-area-parts')) AS l (layer_name)
UNION SELECT 'places', dataset_id FROM ceasefire.place
UNION SELECT 'agreements', dataset_id FROM ceasefire.agreement
UNION SELECT 'statements', dataset_id FROM ceasefire.statement
UNION SELECT 'casualty-statements', dataset_id FROM ceasefire.casualty_statement;
