-- A local time is a text of its report, so it must not look like a timestamp: clients that guess types by a page's values
-- (GDAL, and QGIS through it) took a page of '2021-04-29 13:05 +05:00' for timestamps, and told other times.

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
 WHERE i.sensitivity = 'public' AND (i.embargo_until IS NULL OR i.embargo_until <= now());

-- What the import wrote until now: '2021-04-29 13:05 +05:00', '2021-04-29 +05:00', '2021-05-01 until 15:00 +06:00'.
UPDATE ceasefire.statement
   SET local_time = regexp_replace(local_time, '^(\d{4}-\d\d-\d\d)(.*) ([+-]\d\d:\d\d)$', '\1,\2 UTC\3');
UPDATE ceasefire.agreement_account
   SET local_time = regexp_replace(local_time, '^(\d{4}-\d\d-\d\d)(.*) ([+-]\d\d:\d\d)$', '\1,\2 UTC\3');


-- Tags of the layers' own comments (docs/layers.md). Comments are added to, since operators may have written in them.
DO $$
DECLARE
    tag record;
BEGIN
    FOR tag IN SELECT * FROM (VALUES
        -- Place by place; incidents without a known place come last.
        ('incidents', 'order place'),
        ('incident-areas', 'order place'),
        -- Some were made at a place, most have none: not features first of all.
        ('agreements', 'record'),
        ('statements', 'record'),
        ('casualty-statements', 'record')) AS layer_tag (layer_name, words)
    LOOP
        EXECUTE format('COMMENT ON VIEW layer.%I IS %L', tag.layer_name,
                       obj_description(format('layer.%I', tag.layer_name)::regclass, 'pg_class') || E'\n@' || tag.words);
    END LOOP;
    FOR tag IN SELECT * FROM (VALUES
        ('incidents', 'allegations', 'json array'),
        ('incidents', 'casualties', 'json array'),
        ('incidents', 'sources', 'json array'),
        ('incident-areas', 'allegations', 'json array'),
        ('incident-areas', 'casualties', 'json array'),
        ('incident-areas', 'sources', 'json array'),
        ('agreements', 'accounts', 'json array'),
        ('places', 'country_by_source', 'json object')) AS column_tag (layer_name, column_name, words)
    LOOP
        EXECUTE format('COMMENT ON COLUMN layer.%I.%I IS %L', tag.layer_name, tag.column_name,
                       (SELECT col_description(a.attrelid, a.attnum) FROM pg_attribute a
                         WHERE a.attrelid = format('layer.%I', tag.layer_name)::regclass AND a.attname = tag.column_name)
                       || E'\n@' || tag.words);
    END LOOP;
END $$;

-- Both layers are read in this order, each through its own share of the rows.
CREATE INDEX ON ceasefire.incident (place_id, id) WHERE area IS NULL;
CREATE INDEX ON ceasefire.incident (place_id, id) WHERE area IS NOT NULL;
