-- The past can be asked for over HTTP from now on: what may not be seen now, may not be seen as it was before either.

-- Of the versions known by then the last one holds; whether a record may be seen, its very last one says.
CREATE OR REPLACE FUNCTION history.show_past(relation text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    columns text;
    shown   text;
BEGIN
    SELECT string_agg(format('v.%I', a.attname), ', ' ORDER BY a.attnum),
           string_agg(CASE a.attname WHEN 'sensitivity' THEN 'p.sensitivity = ''public''' WHEN 'is_embargoed' THEN 'NOT p.is_embargoed' END, ' AND ')
      INTO columns, shown
      FROM pg_attribute a
     WHERE a.attrelid = format('ceasefire.%I', relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
    EXECUTE format('CREATE VIEW as_of.%1$I AS SELECT %2$s FROM history.%1$I v JOIN history.act a ON a.id = v.act '
                   'WHERE coalesce(v.known_from, a.recorded) <= (SELECT history.moment()) AND NOT v.is_deleted '
                   'AND NOT EXISTS (SELECT FROM history.%1$I l JOIN history.act b ON b.id = l.act '
                   'WHERE l.record = v.record AND l.rev > v.rev AND coalesce(l.known_from, b.recorded) <= (SELECT history.moment()))',
                   relation, columns)
            || CASE WHEN shown IS NULL THEN ''
                    ELSE format(' AND (SELECT %2$s FROM history.%1$I p WHERE p.record = v.record ORDER BY p.rev DESC LIMIT 1)', relation, shown) END;
    EXECUTE format('COMMENT ON VIEW as_of.%I IS %L', relation, 'ceasefire.' || relation || ' as it was known at the moment truceline.as_of, without what is withheld now.');
END $$;

SELECT history.make_past();
