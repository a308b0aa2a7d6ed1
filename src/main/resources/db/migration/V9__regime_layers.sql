-- The layers of withdrawal areas: as they are now, as they were, and their parts. And what else rules refer to.

-- What people call a claim.
CREATE VIEW ceasefire.claim_name AS
SELECT c.rule_id, c.claim,
       CASE c.reading
           WHEN 'union' THEN 'At least one claim'
           WHEN 'intersection' THEN 'Every claim'
           WHEN 'site' THEN s.name
           ELSE coalesce(p.name || ', as drawn by ', '') || d.title
       END AS name,
       a.dataset_id, a.claimant_party_id
  FROM ceasefire.withdrawal_claim c
  LEFT JOIN ceasefire.alignment a ON a.id = c.alignment_ids[1]
  LEFT JOIN ceasefire.dataset d ON d.id = a.dataset_id
  LEFT JOIN ceasefire.party p ON p.id = a.claimant_party_id
  LEFT JOIN ceasefire.site s ON c.reading = 'site' AND s.id = c.claim;
COMMENT ON VIEW ceasefire.claim_name IS 'Whose claim it is, in words.';
COMMENT ON COLUMN ceasefire.claim_name.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.claim_name.claim IS 'The claim.';
COMMENT ON COLUMN ceasefire.claim_name.name IS 'Who claims or draws it; "At least one claim", "Every claim", or the name of the site.';
COMMENT ON COLUMN ceasefire.claim_name.dataset_id IS 'The source of a single claim.';
COMMENT ON COLUMN ceasefire.claim_name.claimant_party_id IS 'The party that claims it; null when it is the source''s own drawing.';

-- What a rule says beside its zone, in words and lists.
CREATE VIEW ceasefire.withdrawal_rule_terms AS
SELECT r.id AS rule_id,
       c.equipment_class, c.equipment, c.allowed,
       (SELECT string_agg(coalesce(s.from_point || ' to ' || s.to_point, s.from_m || ' m to ' || s.to_m || ' m'), ', ' ORDER BY s.number)
          FROM ceasefire.withdrawal_rule_section s WHERE s.rule_id = r.id) AS sections,
       (SELECT string_agg(s.name, ', ' ORDER BY s.name)
          FROM ceasefire.withdrawal_rule_exclusion x JOIN ceasefire.site s ON s.id = x.site_id WHERE x.rule_id = r.id) AS excluded,
       (SELECT string_agg(x.description, '; ' ORDER BY x.id)
          FROM ceasefire.withdrawal_rule_exemption x WHERE x.rule_id = r.id) AS exempt
  FROM ceasefire.withdrawal_rule r
  LEFT JOIN LATERAL (
       SELECT string_agg(k.equipment_class_id, ', ' ORDER BY k.equipment_class_id) AS equipment_class,
              string_agg(e.name, ', ' ORDER BY k.equipment_class_id) AS equipment,
              jsonb_object_agg(k.equipment_class_id, k.allowed) FILTER (WHERE k.allowed > 0) AS allowed
         FROM ceasefire.withdrawal_rule_class k JOIN ceasefire.equipment_class e ON e.id = k.equipment_class_id
        WHERE k.rule_id = r.id) c ON true;
COMMENT ON VIEW ceasefire.withdrawal_rule_terms IS 'What a rule keeps out, with its sections, exclusions and exemptions, as texts.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_terms.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_terms.equipment_class IS 'Ids of the classes.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_terms.equipment IS 'Names of the classes.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_terms.allowed IS 'How many of a class may be in the zone, by class; null when none of any.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_terms.sections IS 'The sections of the line.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_terms.excluded IS 'Names of what is left out.';
COMMENT ON COLUMN ceasefire.withdrawal_rule_terms.exempt IS 'Who may be inside all the same.';


CREATE VIEW layer."withdrawal-areas" AS
SELECT s.rule_id || '~' || s.claim AS id,
       s.status,
       w.reason AS failure,
       s.reading,
       s.claim,
       n.name AS claimed_by,
       r.party_id AS party,
       t.equipment_class,
       t.equipment,
       t.allowed,
       r.comparator,
       r.distance_from_m,
       r.distance_m,
       r.basis,
       r.side,
       t.sections,
       t.excluded,
       t.exempt,
       r.agreement_id AS agreement,
       g.name AS agreement_name,
       s.rule_id AS rule,
       r.phase,
       r.section,
       r.reference,
       r.boundary_line_id AS line,
       r.site_id AS site,
       CASE WHEN s.reading = 'claim' THEN s.alignment_ids[1] END AS alignment,
       n.claimant_party_id AS claimant,
       n.dataset_id AS dataset,
       d.title AS source,
       s.territory_id AS territory,
       w.inner_m AS computed_from_m,
       w.outer_m AS computed_distance_m,
       w.tolerance_m,
       w.max_error_m,
       ST_NumGeometries(w.geom) AS parts,
       w.computed_at,
       j.queued_at AS stale_since,
       s.valid_from,
       s.valid_to,
       w.geom
  FROM ceasefire.withdrawal_area_state s
  JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
  JOIN ceasefire.withdrawal_rule_terms t ON t.rule_id = r.id
  JOIN ceasefire.agreement g ON g.id = r.agreement_id
  JOIN ceasefire.claim_name n ON n.rule_id = s.rule_id AND n.claim = s.claim
  LEFT JOIN ceasefire.dataset d ON d.id = n.dataset_id
  LEFT JOIN ceasefire.withdrawal_area w ON w.id = s.area_id
  LEFT JOIN ceasefire.withdrawal_area_job j ON j.rule_id = s.rule_id AND j.claim = s.claim AND s.status = 'stale'
UNION ALL
-- A rule that nothing can be measured from is no rule without a zone.
SELECT r.id || '~none', 'failed', 'nothing to measure from: ' ||
           CASE WHEN r.other_line_id IS NULL THEN 'no alignment of ' || r.boundary_line_id || ' holds while the rule does'
                ELSE 'no source draws ' || r.boundary_line_id || ' and ' || r.other_line_id || ' while the rule holds' END,
       'claim', 'none', 'Nobody', r.party_id, t.equipment_class, t.equipment, t.allowed, r.comparator, r.distance_from_m, r.distance_m,
       r.basis, r.side, t.sections, t.excluded, t.exempt, r.agreement_id, g.name, r.id, r.phase, r.section, r.reference,
       r.boundary_line_id, r.site_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.valid_from, r.valid_to,
       NULL::geometry(MultiPolygon, 4326)
  FROM ceasefire.withdrawal_rule r
  JOIN ceasefire.withdrawal_rule_terms t ON t.rule_id = r.id
  JOIN ceasefire.agreement g ON g.id = r.agreement_id
 WHERE NOT EXISTS (SELECT FROM ceasefire.withdrawal_claim c WHERE c.rule_id = r.id);
COMMENT ON VIEW layer."withdrawal-areas" IS 'Withdrawal areas
What a rule binds a party to keep out of, on the WGS84 ellipsoid: one feature for each claim on where the line runs, cut by the land that the claim''s source draws, and where claims differ one for what lies inside under at least one of them and one for what lies inside under every one. Where the line is disputed, so is the area.';
COMMENT ON COLUMN layer."withdrawal-areas".id IS 'Id
Rule and claim, joined by ~.';
COMMENT ON COLUMN layer."withdrawal-areas".status IS 'Status
pending (being computed), current, stale (an input has changed since; the old area is shown), empty (nothing lies inside), failed.';
COMMENT ON COLUMN layer."withdrawal-areas".failure IS 'Failure
Why there is no area.';
COMMENT ON COLUMN layer."withdrawal-areas".reading IS 'Reading
claim (along one claim''s alignment), union (inside under at least one claim: the cautious reading), intersection (inside under every claim: undisputed), site (at a road, an area or a post).';
COMMENT ON COLUMN layer."withdrawal-areas".claim IS 'Claim
The alignment, in the layer boundary-lines, or the site; union or intersection, with the day from which these claims hold side by side where they are not the rule''s first.';
COMMENT ON COLUMN layer."withdrawal-areas".claimed_by IS 'Claimed by
Whose claim it is, in words.';
COMMENT ON COLUMN layer."withdrawal-areas".party IS 'Party
The side that the rule binds.';
COMMENT ON COLUMN layer."withdrawal-areas".equipment_class IS 'Equipment class
What is kept out; several separated by commas.';
COMMENT ON COLUMN layer."withdrawal-areas".equipment IS 'Equipment
Names of the classes.';
COMMENT ON COLUMN layer."withdrawal-areas".allowed IS 'Allowed
How many of a class may be inside, by class; null when none of any.
@json object';
COMMENT ON COLUMN layer."withdrawal-areas".comparator IS 'Comparator
Must be farther than the distance (>), or may stand exactly on it (>=).';
COMMENT ON COLUMN layer."withdrawal-areas".distance_from_m IS 'From distance (m)
Where the band begins, as the rule names it; 0 at the line.';
COMMENT ON COLUMN layer."withdrawal-areas".distance_m IS 'Distance (m)
Where the band ends, as the rule names it; null for a listed area or between two lines.';
COMMENT ON COLUMN layer."withdrawal-areas".basis IS 'Basis
per_side, or total_width: half of the distances hold on each side.';
COMMENT ON COLUMN layer."withdrawal-areas".side IS 'Side
own (of the party bound), other, left or right (in the line''s direction), both.';
COMMENT ON COLUMN layer."withdrawal-areas".sections IS 'Sections
Of the line that it is measured from, by border points or metres; null when the whole line.';
COMMENT ON COLUMN layer."withdrawal-areas".excluded IS 'Left out
What the rule leaves out of its zone, such as a settlement.';
COMMENT ON COLUMN layer."withdrawal-areas".exempt IS 'Exempt
Who may be inside all the same.';
COMMENT ON COLUMN layer."withdrawal-areas".agreement IS 'Agreement
Id in the layer agreements.';
COMMENT ON COLUMN layer."withdrawal-areas".agreement_name IS 'Name of the agreement';
COMMENT ON COLUMN layer."withdrawal-areas".rule IS 'Rule';
COMMENT ON COLUMN layer."withdrawal-areas".phase IS 'Phase
Of the withdrawal, in the agreement''s words.';
COMMENT ON COLUMN layer."withdrawal-areas".section IS 'Section in words
The part of the line that the rule was agreed for; null when the whole line.';
COMMENT ON COLUMN layer."withdrawal-areas".reference IS 'Reference
Where the rule is taken from, and what in it is an assumption.';
COMMENT ON COLUMN layer."withdrawal-areas".line IS 'Line
That the distance is measured from.';
COMMENT ON COLUMN layer."withdrawal-areas".site IS 'Site
Road, area or post that it is measured from.';
COMMENT ON COLUMN layer."withdrawal-areas".alignment IS 'Alignment
Id in the layer boundary-lines; null for unions, intersections and sites.';
COMMENT ON COLUMN layer."withdrawal-areas".claimant IS 'Claimant
The party that claims the alignment; null when it is the source''s own drawing.';
COMMENT ON COLUMN layer."withdrawal-areas".dataset IS 'Data set
The source of alignment and territory; null for unions, intersections and sites.';
COMMENT ON COLUMN layer."withdrawal-areas".source IS 'Source
Title of the source of alignment and territory.';
COMMENT ON COLUMN layer."withdrawal-areas".territory IS 'Territory
Id in the layer territories; null when no land cuts it.';
COMMENT ON COLUMN layer."withdrawal-areas".computed_from_m IS 'Computed from distance (m)
Where the band of the shown area begins, on a side.';
COMMENT ON COLUMN layer."withdrawal-areas".computed_distance_m IS 'Computed distance (m)
Where the band of the shown area ends, on a side.';
COMMENT ON COLUMN layer."withdrawal-areas".tolerance_m IS 'Tolerance (m)
The error asked for.';
COMMENT ON COLUMN layer."withdrawal-areas".max_error_m IS 'Largest error (m)
As measured on the boundary.';
COMMENT ON COLUMN layer."withdrawal-areas".parts IS 'Parts
How many; see the layer withdrawal-area-parts.';
COMMENT ON COLUMN layer."withdrawal-areas".computed_at IS 'Computed at';
COMMENT ON COLUMN layer."withdrawal-areas".stale_since IS 'Stale since
When it was found that an input had changed; null when none has.';
COMMENT ON COLUMN layer."withdrawal-areas".valid_from IS 'Valid from
When rule and claim both hold; null when unbounded.
@start';
COMMENT ON COLUMN layer."withdrawal-areas".valid_to IS 'Valid to
Null when still valid.
@end';
COMMENT ON COLUMN layer."withdrawal-areas".geom IS 'Area
Longitude and latitude, WGS84; null while it is not computed.';


CREATE VIEW layer."withdrawal-area-versions" AS
SELECT w.rule_id || '~' || w.claim || '~' || w.id AS id,
       w.rule_id || '~' || w.claim AS area,
       w.rule_id AS rule,
       w.claim,
       w.reading,
       w.party_id AS party,
       w.equipment_class,
       w.agreement_id AS agreement,
       w.inner_m AS computed_from_m,
       w.outer_m AS computed_distance_m,
       w.tolerance_m,
       w.max_error_m,
       w.inputs,
       w.valid_from,
       w.valid_to,
       w.computed_at,
       w.held_from,
       w.held_to,
       w.geom
  FROM ceasefire.withdrawal_area w
 WHERE w.outcome = 'area';
COMMENT ON VIEW layer."withdrawal-area-versions" IS 'Versions of withdrawal areas
Every area that was ever shown, with the period in which it was: ask with datetime what the map showed then. An area is made anew when a rule, a line or a territory changes; it doesn''t mean that anybody moved.';
COMMENT ON COLUMN layer."withdrawal-area-versions".id IS 'Id
Rule, claim and number of the version, joined by ~.';
COMMENT ON COLUMN layer."withdrawal-area-versions".area IS 'Area
Id in the layer withdrawal-areas, if it is still there.';
COMMENT ON COLUMN layer."withdrawal-area-versions".rule IS 'Rule';
COMMENT ON COLUMN layer."withdrawal-area-versions".claim IS 'Claim
Alignment or site; union, intersection.';
COMMENT ON COLUMN layer."withdrawal-area-versions".reading IS 'Reading
claim, site, union, intersection.';
COMMENT ON COLUMN layer."withdrawal-area-versions".party IS 'Party
The side that the rule bound.';
COMMENT ON COLUMN layer."withdrawal-area-versions".equipment_class IS 'Equipment class
What was kept out; several separated by commas.';
COMMENT ON COLUMN layer."withdrawal-area-versions".agreement IS 'Agreement
Id in the layer agreements.';
COMMENT ON COLUMN layer."withdrawal-area-versions".computed_from_m IS 'Computed from distance (m)
Where the band begins, on a side.';
COMMENT ON COLUMN layer."withdrawal-area-versions".computed_distance_m IS 'Computed distance (m)
Where the band ends, on a side.';
COMMENT ON COLUMN layer."withdrawal-area-versions".tolerance_m IS 'Tolerance (m)
The error asked for.';
COMMENT ON COLUMN layer."withdrawal-area-versions".max_error_m IS 'Largest error (m)
As measured on the boundary.';
COMMENT ON COLUMN layer."withdrawal-area-versions".inputs IS 'Inputs
Versions of what it was computed from.
@json object';
COMMENT ON COLUMN layer."withdrawal-area-versions".valid_from IS 'Valid from
When rule and claim both held, as known then; null when unbounded.';
COMMENT ON COLUMN layer."withdrawal-area-versions".valid_to IS 'Valid to
Null when they still held.';
COMMENT ON COLUMN layer."withdrawal-area-versions".computed_at IS 'Computed at';
COMMENT ON COLUMN layer."withdrawal-area-versions".held_from IS 'Held from
From when it was the area shown.
@start';
COMMENT ON COLUMN layer."withdrawal-area-versions".held_to IS 'Held to
Until when it was; null for the one shown now.
@end';
COMMENT ON COLUMN layer."withdrawal-area-versions".geom IS 'Area
Longitude and latitude, WGS84.';


CREATE VIEW layer."withdrawal-area-parts" AS
SELECT a.id || '~' || p.path[1] AS id,
       a.id AS area,
       p.path[1] AS part,
       a.parts,
       round((ST_Area(p.geom::geography) / 1e6)::numeric, 3)::double precision AS area_km2,
       a.status,
       a.reading,
       a.claimed_by,
       a.party,
       a.equipment,
       a.rule,
       a.valid_from,
       a.valid_to,
       p.geom::geometry(Polygon, 4326) AS geom
  FROM layer."withdrawal-areas" a
 CROSS JOIN LATERAL ST_Dump(a.geom) AS p;
COMMENT ON VIEW layer."withdrawal-area-parts" IS 'Parts of withdrawal areas
The pieces that an area falls into, as where the land of a third party comes near the line at a tripoint: numbered, the largest first.';
COMMENT ON COLUMN layer."withdrawal-area-parts".id IS 'Id
Area and number of the part, joined by ~.';
COMMENT ON COLUMN layer."withdrawal-area-parts".area IS 'Area
Id in the layer withdrawal-areas.';
COMMENT ON COLUMN layer."withdrawal-area-parts".part IS 'Part
1 is the largest.';
COMMENT ON COLUMN layer."withdrawal-area-parts".parts IS 'Parts
How many the area has.';
COMMENT ON COLUMN layer."withdrawal-area-parts".area_km2 IS 'Area (km²)
On the WGS84 ellipsoid.';
COMMENT ON COLUMN layer."withdrawal-area-parts".status IS 'Status
current, or stale (an input has changed since).';
COMMENT ON COLUMN layer."withdrawal-area-parts".reading IS 'Reading
claim, site, union, intersection.';
COMMENT ON COLUMN layer."withdrawal-area-parts".claimed_by IS 'Claimed by
Whose claim it is, in words.';
COMMENT ON COLUMN layer."withdrawal-area-parts".party IS 'Party
The side that the rule binds.';
COMMENT ON COLUMN layer."withdrawal-area-parts".equipment IS 'Equipment
What is kept out.';
COMMENT ON COLUMN layer."withdrawal-area-parts".rule IS 'Rule';
COMMENT ON COLUMN layer."withdrawal-area-parts".valid_from IS 'Valid from
When rule and claim both hold; null when unbounded.
@start';
COMMENT ON COLUMN layer."withdrawal-area-parts".valid_to IS 'Valid to
Null when still valid.
@end';
COMMENT ON COLUMN layer."withdrawal-area-parts".geom IS 'Part
Longitude and latitude, WGS84.';


CREATE OR REPLACE VIEW ceasefire.layer_dataset AS
SELECT 'incidents' AS layer_name, dataset_id FROM ceasefire.incident WHERE area IS NULL
UNION SELECT 'incident-areas', dataset_id FROM ceasefire.incident WHERE area IS NOT NULL
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
