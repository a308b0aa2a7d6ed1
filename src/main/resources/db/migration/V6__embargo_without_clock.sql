-- A view that asks the clock changes without an edit: nobody could keep an answer of it. So an embargo is a state of the
-- record, which the server moves when the embargo ends. It does so a second late at the most, never early.

ALTER TABLE ceasefire.incident ADD COLUMN is_embargoed boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN ceasefire.incident.is_embargoed IS 'The record is withheld still. Follows embargo_until, whatever is written here.';

CREATE FUNCTION ceasefire.hold_embargo() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.is_embargoed := coalesce(NEW.embargo_until > now(), false);
    RETURN NEW;
END $$;
COMMENT ON FUNCTION ceasefire.hold_embargo() IS 'Trigger: says whether an incident is under embargo at this moment.';
CREATE TRIGGER embargo_held BEFORE INSERT OR UPDATE ON ceasefire.incident
    FOR EACH ROW EXECUTE FUNCTION ceasefire.hold_embargo();
-- Also while a replica or a bulk load keeps other triggers silent.
ALTER TABLE ceasefire.incident ENABLE ALWAYS TRIGGER embargo_held;
UPDATE ceasefire.incident SET embargo_until = embargo_until;
CREATE INDEX ON ceasefire.incident (embargo_until) WHERE is_embargoed;

CREATE OR REPLACE VIEW ceasefire.public_incident AS
SELECT i.id,
       i.event_type,
       i.sub_event_type,
       i.violation_kind,
       i.category,
       i.summary,
       i.time_start,
       i.time_end,
       i.time_precision,
       to_char(i.local_date, 'YYYY-MM-DD,')
           || coalesce(' ' || to_char(i.local_time_from, 'HH24:MI'), '')
           || coalesce(CASE WHEN i.local_time_from IS NULL THEN ' until ' ELSE '–' END
                       || to_char(i.local_time_to, 'HH24:MI'), '')
           || coalesce(' UTC' || i.utc_offset, ' offset from UTC not known') AS local_time,
       i.place_id AS place,
       p.name AS place_name,
       i.place_as_reported,
       i.uncertainty_m,
       i.where_prec,
       i.location_method,
       (SELECT string_agg(DISTINCT s.party_id, ', ' ORDER BY s.party_id)
          FROM ceasefire.incident_source s WHERE s.incident_id = i.id) AS reported_by,
       (SELECT string_agg(coalesce(a.side_id, 'not known') || ' (says ' || a.alleged_by_id || ')', ', '
                          ORDER BY a.alleged_by_id, a.side_id)
          FROM ceasefire.incident_allegation a WHERE a.incident_id = i.id) AS attributed_to,
       (SELECT jsonb_agg(jsonb_build_object('side', a.side_id, 'alleged_by', a.alleged_by_id)
                         ORDER BY a.alleged_by_id, a.side_id)
          FROM ceasefire.incident_allegation a WHERE a.incident_id = i.id) AS allegations,
       i.actor_1_id AS actor_1,
       i.actor_2_id AS actor_2,
       i.weapon_class_id AS weapon_class,
       i.observation_means,
       i.observed_count,
       i.count_qualifier,
       i.casualties_as_reported,
       i.casualties_note,
       (SELECT jsonb_agg(jsonb_build_object('effect', c.effect, 'side', c.party_id, 'people', c.people,
                                            'low', c.low, 'best', c.best, 'high', c.high)
                         ORDER BY c.effect, c.party_id, c.people)
          FROM ceasefire.incident_casualty c WHERE c.incident_id = i.id) AS casualties,
       (SELECT s.publisher FROM ceasefire.incident_source s WHERE s.incident_id = i.id
         ORDER BY s.ordinal LIMIT 1) AS source_publisher,
       (SELECT s.url FROM ceasefire.incident_source s WHERE s.incident_id = i.id
         ORDER BY s.ordinal LIMIT 1) AS source_url,
       (SELECT jsonb_agg(jsonb_build_object('party', s.party_id, 'publisher', s.publisher, 'url', s.url,
                                            'published_at', s.published_at, 'reliability', s.reliability,
                                            'credibility', s.credibility) ORDER BY s.ordinal)
          FROM ceasefire.incident_source s WHERE s.incident_id = i.id) AS sources,
       i.status,
       i.duplicate_of_id AS duplicate_of,
       i.event_group,
       i.dataset_id AS dataset,
       i.point,
       i.area
  FROM ceasefire.incident i
  LEFT JOIN ceasefire.place p ON p.id = i.place_id
 WHERE i.sensitivity = 'public' AND NOT i.is_embargoed;
