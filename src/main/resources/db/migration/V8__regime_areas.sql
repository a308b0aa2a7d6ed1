-- The areas of withdrawal rules: what there should be (claims), what was computed and when it held, what is being computed.

CREATE VIEW ceasefire.withdrawal_claim AS
WITH single AS (
    -- along one alignment, cut by the land that its source draws
    SELECT r.id AS rule_id, a.id AS claim, 'claim' AS reading, ARRAY [a.id] AS alignment_ids, t.id AS territory_id,
           tstzrange(r.valid_from, r.valid_to, '[]') * ceasefire.period_of_days(a.valid_from, a.valid_to) AS period,
           jsonb_build_object('alignment ' || a.id, a.version)
               || CASE WHEN t.id IS NULL THEN '{}' ELSE jsonb_build_object('territory ' || t.id, t.version) END AS inputs
      FROM ceasefire.withdrawal_rule r
      JOIN ceasefire.boundary_line l ON l.id = r.boundary_line_id
      JOIN ceasefire.alignment a ON a.boundary_line_id = r.boundary_line_id AND a.id = coalesce(r.alignment_id, a.id)
      -- Of several territories of one source, the one that holds with the alignment, the latest first.
      LEFT JOIN LATERAL (
           SELECT c.id, c.version
             FROM ceasefire.territory c
            WHERE c.dataset_id = a.dataset_id AND c.kind = 'country'
              AND c.party_id = CASE r.side WHEN 'own' THEN r.party_id
                                           WHEN 'other' THEN CASE r.party_id WHEN l.party_a_id THEN l.party_b_id
                                                                             WHEN l.party_b_id THEN l.party_a_id END END
              AND daterange(c.valid_from, c.valid_to, '[]') && daterange(a.valid_from, a.valid_to, '[]')
            ORDER BY c.valid_from DESC NULLS LAST, c.id
            LIMIT 1) t ON true
     WHERE r.other_line_id IS NULL
    UNION ALL
    -- between two lines, both as one source and claimant draw them
    SELECT r.id, a.id || '~' || b.id, 'claim', ARRAY [a.id, b.id], NULL,
           tstzrange(r.valid_from, r.valid_to, '[]')
               * ceasefire.period_of_days(a.valid_from, a.valid_to) * ceasefire.period_of_days(b.valid_from, b.valid_to),
           jsonb_build_object('alignment ' || a.id, a.version, 'alignment ' || b.id, b.version)
      FROM ceasefire.withdrawal_rule r
      JOIN ceasefire.alignment a ON a.boundary_line_id = r.boundary_line_id
      JOIN ceasefire.alignment b ON b.boundary_line_id = r.other_line_id AND b.dataset_id = a.dataset_id
                                AND b.claimant_party_id IS NOT DISTINCT FROM a.claimant_party_id
    UNION ALL
    SELECT r.id, s.id, 'site', '{}', NULL, tstzrange(r.valid_from, r.valid_to, '[]'),
           jsonb_build_object('site ' || s.id, s.version)
      FROM ceasefire.withdrawal_rule r
      JOIN ceasefire.site s ON s.id = r.site_id
),
-- Alignments come and go: from each change to the next, the same claims hold side by side.
epoch AS (
    SELECT rule_id, starts,
           lead(starts) OVER rules AS ends,
           row_number() OVER rules AS number
      FROM (SELECT rule_id, coalesce(lower(period), '-infinity') AS starts FROM single WHERE reading = 'claim' AND NOT isempty(period)
            UNION
            SELECT s.rule_id, upper(s.period)
              FROM single s JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
             WHERE s.reading = 'claim' AND NOT isempty(s.period) AND upper(s.period) IS DISTINCT FROM r.valid_to
               AND NOT upper_inf(s.period)) AS change
    WINDOW rules AS (PARTITION BY rule_id ORDER BY starts)
),
several AS (
    SELECT e.rule_id, e.number, e.starts,
           array_agg(s.claim ORDER BY s.claim COLLATE "C") AS members,
           -- To the rule's end, or to the next change.
           tstzrange(nullif(e.starts, '-infinity'), coalesce(e.ends, max(r.valid_to)), '[]') AS period
      FROM epoch e
      JOIN single s ON s.rule_id = e.rule_id AND s.reading = 'claim' AND NOT isempty(s.period)
                   AND (s.period @> e.starts OR e.starts = '-infinity' AND lower_inf(s.period))
      JOIN ceasefire.withdrawal_rule r ON r.id = e.rule_id
     GROUP BY e.rule_id, e.number, e.starts, e.ends
    HAVING count(*) > 1
)
SELECT s.rule_id, s.claim, s.reading, s.alignment_ids, s.territory_id, '{}'::text[] AS members,
       lower(s.period) AS valid_from, upper(s.period) AS valid_to,
       s.inputs || jsonb_build_object('rule', r.version)
           || (SELECT coalesce(jsonb_object_agg('site ' || x.site_id, e.version), '{}')
                 FROM ceasefire.withdrawal_rule_exclusion x JOIN ceasefire.site e ON e.id = x.site_id
                WHERE x.rule_id = s.rule_id)
           || (SELECT coalesce(jsonb_object_agg('border point ' || p.id, p.version), '{}')
                 FROM ceasefire.withdrawal_rule_section c
                 JOIN ceasefire.border_point p ON p.number IN (c.from_point, c.to_point)
                WHERE c.rule_id = s.rule_id AND p.boundary_line_id = r.boundary_line_id
                  AND (p.alignment_id IS NULL OR p.alignment_id = ANY (s.alignment_ids))) AS inputs
  FROM single s
  JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
 WHERE NOT isempty(s.period)
UNION ALL
SELECT v.rule_id, k.reading || CASE WHEN v.number > 1 THEN '~' || to_char(v.starts AT TIME ZONE 'UTC', 'YYYY-MM-DD') ELSE '' END,
       k.reading, '{}', NULL, v.members, lower(v.period), upper(v.period), NULL
  FROM several v, (VALUES ('union'), ('intersection')) AS k (reading);
COMMENT ON VIEW ceasefire.withdrawal_claim IS 'Each area that there should be: a rule as one claim has it (along one alignment, or at a site), and, where several claims hold at once, their union and their intersection.';
COMMENT ON COLUMN ceasefire.withdrawal_claim.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_claim.claim IS 'Of a single claim the alignment (two joined by ~ between two lines) or the site; else union or intersection, with the day from which these claims hold side by side, where they are not the rule''s first.';
COMMENT ON COLUMN ceasefire.withdrawal_claim.reading IS 'claim, site, union (inside under at least one claim: the cautious reading), intersection (inside under every claim: undisputed).';
COMMENT ON COLUMN ceasefire.withdrawal_claim.alignment_ids IS 'The alignments of a single claim.';
COMMENT ON COLUMN ceasefire.withdrawal_claim.territory_id IS 'The land that cuts it: of the party on the rule''s side, as the alignment''s source draws it. Null when it draws none, or when the rule asks for none.';
COMMENT ON COLUMN ceasefire.withdrawal_claim.members IS 'The single claims that a union or an intersection is made of.';
COMMENT ON COLUMN ceasefire.withdrawal_claim.valid_from IS 'From when rule and claim both hold; null when unbounded.';
COMMENT ON COLUMN ceasefire.withdrawal_claim.valid_to IS 'Until when they do; null when they still do.';
COMMENT ON COLUMN ceasefire.withdrawal_claim.inputs IS 'Versions of all that a single claim''s area is computed from.';


CREATE TABLE ceasefire.withdrawal_area (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_id         text NOT NULL,
    claim           text NOT NULL,
    reading         text NOT NULL CHECK (reading IN ('claim', 'site', 'union', 'intersection')),
    outcome         text NOT NULL CHECK (outcome IN ('area', 'empty', 'failed')),
    reason          text CHECK (ceasefire.is_text(reason)),
    geom            geometry(MultiPolygon, 4326) CHECK (ceasefire.is_on_earth(geom)),
    measured_from   geometry(Geometry, 4326) CHECK (ceasefire.is_on_earth(measured_from)),
    inner_m         double precision NOT NULL CHECK (inner_m >= 0),
    outer_m         double precision CHECK (outer_m > 0),
    tolerance_m     double precision CHECK (tolerance_m > 0),
    max_error_m     double precision CHECK (max_error_m >= 0),
    party_id        text NOT NULL,
    agreement_id    text NOT NULL,
    equipment_class text,
    valid_from      timestamptz,
    valid_to        timestamptz,
    inputs          jsonb NOT NULL,
    computed_at     timestamptz NOT NULL DEFAULT now(),
    held_from       timestamptz NOT NULL DEFAULT now(),
    held_to         timestamptz,
    CHECK ((outcome = 'area') = (geom IS NOT NULL)),
    CHECK ((outcome = 'area') = (reason IS NULL)),
    CHECK (geom IS NULL OR num_nulls(tolerance_m, max_error_m) = 0),
    CHECK (held_from <= held_to)
);
CREATE UNIQUE INDEX withdrawal_area_current ON ceasefire.withdrawal_area (rule_id, claim) WHERE held_to IS NULL;
CREATE INDEX ON ceasefire.withdrawal_area (rule_id, claim, id);
CREATE INDEX ON ceasefire.withdrawal_area USING gist (geom);
CREATE INDEX ON ceasefire.withdrawal_area USING gist (geom) WHERE held_to IS NULL;
COMMENT ON TABLE ceasefire.withdrawal_area IS 'Computed: the zone of a rule as a claim has it, with the versions of what it was computed from. Nothing is overwritten: what was superseded stays with the period in which it held, whatever becomes of its rule.';
COMMENT ON COLUMN ceasefire.withdrawal_area.id IS 'Number of the version.';
COMMENT ON COLUMN ceasefire.withdrawal_area.rule_id IS 'The rule; it may be gone.';
COMMENT ON COLUMN ceasefire.withdrawal_area.claim IS 'The claim; see withdrawal_claim.';
COMMENT ON COLUMN ceasefire.withdrawal_area.reading IS 'claim, site, union, intersection.';
COMMENT ON COLUMN ceasefire.withdrawal_area.outcome IS 'area; empty (nothing lies in the zone, as where claims have nothing in common); failed.';
COMMENT ON COLUMN ceasefire.withdrawal_area.reason IS 'Why there is no area.';
COMMENT ON COLUMN ceasefire.withdrawal_area.geom IS 'The area, its parts the largest first.';
COMMENT ON COLUMN ceasefire.withdrawal_area.measured_from IS 'What its distances are measured from: line, sections of it, or site. Null for unions and intersections.';
COMMENT ON COLUMN ceasefire.withdrawal_area.inner_m IS 'Where the band begins, as computed, in metres.';
COMMENT ON COLUMN ceasefire.withdrawal_area.outer_m IS 'Where the band ends, as computed, in metres; null without distance.';
COMMENT ON COLUMN ceasefire.withdrawal_area.tolerance_m IS 'The error asked for, in metres.';
COMMENT ON COLUMN ceasefire.withdrawal_area.max_error_m IS 'The largest error measured on the boundaries of the buffers that it was made of, in metres. Cutting, union and difference add none: each piece of the boundary is one of a buffer, a territory or a site.';
COMMENT ON COLUMN ceasefire.withdrawal_area.party_id IS 'The party bound, when it was computed.';
COMMENT ON COLUMN ceasefire.withdrawal_area.agreement_id IS 'The agreement, when it was computed.';
COMMENT ON COLUMN ceasefire.withdrawal_area.equipment_class IS 'The classes kept out, when it was computed.';
COMMENT ON COLUMN ceasefire.withdrawal_area.valid_from IS 'From when rule and claim held, as known when it was computed.';
COMMENT ON COLUMN ceasefire.withdrawal_area.valid_to IS 'Until when they held, as known when it was computed.';
COMMENT ON COLUMN ceasefire.withdrawal_area.inputs IS 'Versions of what it was computed from.';
COMMENT ON COLUMN ceasefire.withdrawal_area.computed_at IS 'When it was computed.';
COMMENT ON COLUMN ceasefire.withdrawal_area.held_from IS 'From when it was the area shown.';
COMMENT ON COLUMN ceasefire.withdrawal_area.held_to IS 'Until when it was; null for the one shown now.';


-- One row for each area that there should be. The worker that computes them and the layer that shows them read the
-- same definition of "current".
CREATE VIEW ceasefire.withdrawal_area_state AS
WITH single AS (
    SELECT c.*, w.id AS area_id, true AS ready,
           CASE
               WHEN w.id IS NULL THEN 'pending'
               WHEN w.inputs IS DISTINCT FROM c.inputs THEN 'stale'
               WHEN w.outcome = 'area' THEN 'current'
               ELSE w.outcome
           END AS status
      FROM ceasefire.withdrawal_claim c
      LEFT JOIN ceasefire.withdrawal_area w ON w.rule_id = c.rule_id AND w.claim = c.claim AND w.held_to IS NULL
     WHERE c.members = '{}'
),
-- Made of the areas of their members, which therefore come first.
combined AS (
    SELECT c.rule_id, c.claim, c.reading, c.alignment_ids, c.territory_id, c.members, c.valid_from, c.valid_to,
           jsonb_object_agg('area ' || s.claim, s.area_id) AS inputs,
           bool_and(s.status NOT IN ('pending', 'stale')) AS ready
      FROM ceasefire.withdrawal_claim c
      JOIN single s ON s.rule_id = c.rule_id AND s.claim = ANY (c.members)
     GROUP BY c.rule_id, c.claim, c.reading, c.alignment_ids, c.territory_id, c.members, c.valid_from, c.valid_to
)
SELECT rule_id, claim, reading, alignment_ids, territory_id, members, valid_from, valid_to, inputs, area_id, ready, status
  FROM single
UNION ALL
SELECT c.rule_id, c.claim, c.reading, c.alignment_ids, c.territory_id, c.members, c.valid_from, c.valid_to, c.inputs, w.id, c.ready,
       CASE
           WHEN w.id IS NULL THEN 'pending'
           WHEN NOT c.ready OR w.inputs IS DISTINCT FROM c.inputs THEN 'stale'
           WHEN w.outcome = 'area' THEN 'current'
           ELSE w.outcome
       END
  FROM combined c
  LEFT JOIN ceasefire.withdrawal_area w ON w.rule_id = c.rule_id AND w.claim = c.claim AND w.held_to IS NULL;
COMMENT ON VIEW ceasefire.withdrawal_area_state IS 'Each withdrawal area that there should be, computed or not.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.claim IS 'The claim; see withdrawal_claim.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.reading IS 'claim, site, union, intersection.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.alignment_ids IS 'The alignments of a single claim.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.territory_id IS 'The territory to cut with; null when there is none.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.members IS 'The single claims that a union or an intersection is made of.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.valid_from IS 'From when rule and claim both hold; null when unbounded.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.valid_to IS 'Until when they do; null when they still do.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.inputs IS 'Versions now of what it is computed from.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.area_id IS 'The area shown; null when there is none yet.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.ready IS 'Whether all that it is computed from is there.';
COMMENT ON COLUMN ceasefire.withdrawal_area_state.status IS 'pending (not computed yet), stale (an input has moved since), failed, empty, current.';


CREATE TABLE ceasefire.withdrawal_area_job (
    rule_id      text NOT NULL,
    claim        text NOT NULL,
    queued_at    timestamptz NOT NULL DEFAULT now(),
    started_at   timestamptz,
    worker       uuid,
    leased_until timestamptz,
    attempts     integer NOT NULL DEFAULT 0,
    PRIMARY KEY (rule_id, claim),
    CHECK (num_nonnulls(started_at, worker, leased_until) IN (0, 3))
);
COMMENT ON TABLE ceasefire.withdrawal_area_job IS 'An area to be computed. A server that takes one leases it and renews the lease while it computes, outside of any transaction; a lease that runs out, as after a crash, gives the job back.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.rule_id IS 'The rule.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.claim IS 'The claim.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.queued_at IS 'When it was found to be missing or stale.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.started_at IS 'When it was taken; null while it waits.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.worker IS 'Who has it; null while it waits.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.leased_until IS 'Until when it is theirs, unless they renew.';
COMMENT ON COLUMN ceasefire.withdrawal_area_job.attempts IS 'How often it has been taken.';
