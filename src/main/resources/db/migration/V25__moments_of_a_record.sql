-- When what is known of a record changed, for the lists of versions over HTTP. See docs/history.md.

CREATE FUNCTION history.moments(relation text, record text)
    RETURNS TABLE (moment timestamptz, recorded timestamptz, is_assumed boolean, reason text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    shown   text;
    sources text;
BEGIN
    IF NOT EXISTS (SELECT FROM history.kept k WHERE k.relation = moments.relation AND cardinality(k.keys) = 1) THEN
        RETURN;
    END IF;
    -- As history.show_past() decides it: of what is withheld now, nobody learns that there is anything.
    SELECT string_agg(CASE a.attname WHEN 'sensitivity' THEN 'p.sensitivity = ''public''' WHEN 'is_embargoed' THEN 'NOT p.is_embargoed' END, ' AND ')
      INTO shown
      FROM pg_attribute a
     WHERE a.attrelid = format('ceasefire.%I', moments.relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
    -- What goes with a record when it is deleted is part of it.
    SELECT format('SELECT v.act, v.known_from, v.is_known_assumed FROM history.%I v WHERE v.record = $1', moments.relation)
           || coalesce(string_agg(format(' UNION ALL SELECT v.act, v.known_from, v.is_known_assumed FROM history.%I v WHERE v.%I = $1', k.relation, a.attname), ''), '')
      INTO sources
      FROM history.kept k
      JOIN pg_constraint c ON c.conrelid = format('ceasefire.%I', k.relation)::regclass AND c.confrelid = format('ceasefire.%I', moments.relation)::regclass
                          AND c.contype = 'f' AND c.confdeltype = 'c' AND cardinality(c.conkey) = 1
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1];
    RETURN QUERY EXECUTE format(
        'SELECT coalesce(v.known_from, a.recorded), max(a.recorded), bool_or(v.is_known_assumed), string_agg(DISTINCT a.reason, ''; '') '
        'FROM (%s) AS v JOIN history.act a ON a.id = v.act WHERE a.number IS NOT NULL %s GROUP BY 1 ORDER BY 1 DESC',
        sources,
        CASE WHEN shown IS NOT NULL
             THEN format('AND (SELECT %s FROM history.%I p WHERE p.record = $1 ORDER BY p.rev DESC LIMIT 1)', shown, moments.relation) END)
        USING moments.record;
END $$;
COMMENT ON FUNCTION history.moments(text, text) IS 'The moments at which what is known of a record, or of what goes with it when it is deleted, changed, latest first: when the last act that is known from then was recorded, whether the moment is assumed, and the acts'' reasons. None for a record that is withheld now, or of a table whose versions are not kept.';

DO $$
DECLARE
    tag record;
BEGIN
    FOR tag IN SELECT * FROM (VALUES
        ('incidents', 'incident'), ('incident-areas', 'incident'), ('sightings', 'sighting'), ('sighting-areas', 'sighting'),
        ('patrol-zones', 'patrol_zone'), ('boundary-lines', 'alignment'), ('territories', 'territory'), ('places', 'place'),
        ('agreements', 'agreement'), ('statements', 'statement'), ('casualty-statements', 'casualty_statement')) AS layer_tag (layer_name, relation)
    LOOP
        EXECUTE format('COMMENT ON VIEW layer.%I IS %L', tag.layer_name,
                       obj_description(format('layer.%I', tag.layer_name)::regclass, 'pg_class') || E'\n@versions ' || tag.relation);
    END LOOP;
END $$;
