-- Which values a column can have stands in the constraints of its table. Views don't tell, so their comments do (@values):
-- then schemas, forms and the project for QGIS offer lists in place of empty fields.
DO $$
DECLARE
    listed record;
BEGIN
    FOR listed IN
        SELECT shown.layer,
               shown_column.attname AS name,
               coalesce(col_description(shown_column.attrelid, shown_column.attnum), shown_column.attname) AS comment,
               (SELECT string_agg(value[1], ', ' ORDER BY place)
                  FROM regexp_matches(pg_get_constraintdef(allowed.oid), '''([^'']*)''::text', 'g')
                       WITH ORDINALITY AS found (value, place)) AS "values"
          FROM (VALUES ('incidents', 'incident'),
                       ('incident-areas', 'incident'),
                       ('sightings', 'sighting'),
                       ('sighting-areas', 'sighting'),
                       ('statements', 'statement'),
                       ('agreements', 'agreement'),
                       ('patrol-zones', 'patrol_zone'),
                       ('places', 'place'),
                       ('territories', 'territory'),
                       ('withdrawal-areas', 'withdrawal_area'),
                       ('withdrawal-area-versions', 'withdrawal_area'),
                       ('withdrawal-area-parts', 'withdrawal_area')) AS shown (layer, source)
          JOIN pg_attribute AS shown_column
            ON shown_column.attrelid = format('layer.%I', shown.layer)::regclass AND shown_column.attnum > 0
          JOIN pg_constraint AS allowed
            ON allowed.conrelid = format('ceasefire.%I', shown.source)::regclass
           AND allowed.contype = 'c'
           AND pg_get_constraintdef(allowed.oid) LIKE format('CHECK ((%I = ANY (ARRAY[%%', shown_column.attname)
    LOOP
        EXECUTE format(
            'COMMENT ON COLUMN layer.%I.%I IS %L', listed.layer, listed.name, listed.comment || E'\n@values ' || listed."values");
    END LOOP;
END
$$;
