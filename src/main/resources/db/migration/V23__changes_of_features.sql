-- The change log learns which features a change touched and where, as far as a layer's comment declares which of its tables
-- holds them: a line "@changes schema.table(key, geometry, shown, kin) schema.part(key) …", see docs/layers.md. All other
-- changes are changes of the whole layer.

CREATE TABLE truceline.feature_change (
    -- One order with truceline.change.
    id        bigint NOT NULL DEFAULT nextval('truceline.change_id_seq'),
    xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
    relation  oid NOT NULL,
    operation text NOT NULL CHECK (operation IN ('insert', 'update', 'delete', 'definition')),
    layer     text NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('feature', 'part', 'kin', 'layer', 'nothing')),
    feature   text,
    was_shown boolean NOT NULL DEFAULT false,
    is_shown  boolean NOT NULL DEFAULT false,
    old_box   double precision[] CHECK (cardinality(old_box) = 4),
    new_box   double precision[] CHECK (cardinality(new_box) = 4),
    PRIMARY KEY (xid, relation, layer, id),
    CHECK ((kind IN ('feature', 'part', 'kin')) = (feature IS NOT NULL))
);
COMMENT ON TABLE truceline.feature_change IS 'Which features of layers transactions changed. What truceline.change says of a relation and a kind of statement, and nothing is said of here, may have changed any feature.';
COMMENT ON COLUMN truceline.feature_change.id IS 'Order within the transaction, truceline.change included.';
COMMENT ON COLUMN truceline.feature_change.xid IS 'The transaction.';
COMMENT ON COLUMN truceline.feature_change.relation IS 'The table whose rows were changed; 0 where it was the layer''s definition.';
COMMENT ON COLUMN truceline.feature_change.operation IS 'The kind of statement; definition: the layer came, went, or is made in another way.';
COMMENT ON COLUMN truceline.feature_change.layer IS 'The layer.';
COMMENT ON COLUMN truceline.feature_change.kind IS 'feature: its own row; part: a row that belongs to it, so that it lies where it lies; kin: features that may show something else because another one was changed; layer: any feature, where there were too many to write down; nothing: no row of the layer''s.';
COMMENT ON COLUMN truceline.feature_change.feature IS 'The feature''s id; of kin, their word.';
COMMENT ON COLUMN truceline.feature_change.was_shown IS 'The layer showed the row before the statement.';
COMMENT ON COLUMN truceline.feature_change.is_shown IS 'The layer shows the row after the statement.';
COMMENT ON COLUMN truceline.feature_change.old_box IS 'West, south, east, north in degrees of where it was shown before; null without a geometry.';
COMMENT ON COLUMN truceline.feature_change.new_box IS 'The same of where it is shown after.';

ALTER TABLE truceline.change DROP CONSTRAINT change_operation_check,
    ADD CHECK (operation IN ('insert', 'update', 'delete', 'truncate', 'guard', 'definition'));
COMMENT ON COLUMN truceline.change.operation IS 'What was done: insert, update, delete, truncate; guard: the relation''s triggers were laid, what happened before is not known; definition: a layer came, went or is made in another way.';

-- Where the log begins, for those who come back to it.
ALTER TABLE truceline.change_epoch ADD COLUMN remembered_from xid8;
UPDATE truceline.change_epoch SET remembered_from = pg_snapshot_xmin(pg_current_snapshot());
ALTER TABLE truceline.change_epoch ALTER COLUMN remembered_from SET NOT NULL;
COMMENT ON COLUMN truceline.change_epoch.remembered_from IS 'Of transactions before this one the log may have forgotten changes.';


-- A geometry that can't be placed counts as everywhere: an edit must not fail for it, and nothing may be missed.
CREATE FUNCTION truceline.box_of(geom geometry) RETURNS double precision[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    anywhere constant double precision[] := ARRAY [-540, -90, 540, 90];
    degrees box3d;
    sides double precision[];
BEGIN
    IF geom IS NULL OR ST_IsEmpty(geom) THEN
        RETURN NULL;
    END IF;
    degrees := CASE WHEN ST_SRID(geom) IN (0, 4326) THEN Box3D(geom) ELSE Box3D(ST_Transform(geom, 4326)) END;
    sides := ARRAY [ST_XMin(degrees), ST_YMin(degrees), ST_XMax(degrees), ST_YMax(degrees)];
    RETURN CASE WHEN sides && ARRAY ['NaN', 'Infinity', '-Infinity']::double precision[] THEN anywhere ELSE sides END;
EXCEPTION WHEN OTHERS THEN
    RETURN anywhere;
END $$;
COMMENT ON FUNCTION truceline.box_of(geometry) IS 'West, south, east, north in degrees; null where there is no position. Coordinates without an SRID are taken for longitude and latitude.';
-- Which PostGIS it is was settled when the function was made: whoever calls it has another search path, or none.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION truceline.box_of(geometry) SET search_path = pg_catalog, %I, pg_temp',
                   (SELECT n.nspname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid = 'geometry'::regtype));
END $$;


-- The declarations, taken from the comments. Names are compared as they stand: they need no quotes, and none become SQL
-- that the catalogue doesn't hold. A key is of a type that PostgreSQL brought itself: to write down another one, the
-- trigger would call code of whoever made the type, with rights of its own.
CREATE VIEW truceline.declared_table AS
SELECT l.relname::text AS layer,
       said.words[1] || '.' || said.words[2] AS name,
       c.oid AS relation,
       key.attname AS key,
       place.attname AS place,
       shown.attname AS shown,
       kin.attname AS kin,
       CASE
           WHEN c.oid IS NULL THEN 'there is no such table'
           WHEN c.relkind <> 'r' OR c.relhassubclass OR c.relispartition THEN 'it is no table of its own'
           WHEN key.attname IS NULL THEN 'the column of the id isn''t there, or is no number, text or uuid'
           WHEN place.attname IS NULL AND cardinality(said.columns) > 1 THEN 'the column of the geometry isn''t there, or is none'
           WHEN shown.attname IS NULL AND cardinality(said.columns) > 2 THEN 'the column that says what is shown isn''t there, or is no boolean'
           WHEN kin.attname IS NULL AND cardinality(said.columns) > 3 THEN 'the column of the kin isn''t there, or is no list of texts'
           WHEN cardinality(said.columns) > 4 THEN 'more than four columns are named'
       END AS fault
  FROM pg_class l
 CROSS JOIN LATERAL regexp_split_to_table(obj_description(l.oid, 'pg_class'), '\n') AS line
 CROSS JOIN LATERAL (
       SELECT words, regexp_split_to_array(btrim(words[3]), '\s*,\s*') AS columns
         FROM regexp_matches(line, '([^\s.()]+)\.([^\s.()]+)\(([^()]*)\)', 'g') AS words) AS said
  LEFT JOIN pg_namespace n ON n.nspname = said.words[1]
  LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = said.words[2]
  LEFT JOIN pg_attribute key ON key.attrelid = c.oid AND key.attname = said.columns[1] AND key.attnum > 0
       AND key.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'text'::regtype, 'varchar'::regtype, 'uuid'::regtype)
  LEFT JOIN pg_attribute place ON place.attrelid = c.oid AND place.attname = said.columns[2] AND place.attnum > 0
       AND place.atttypid = 'geometry'::regtype
  LEFT JOIN pg_attribute shown ON shown.attrelid = c.oid AND shown.attname = said.columns[3] AND shown.attnum > 0
       AND shown.atttypid = 'boolean'::regtype
  LEFT JOIN pg_attribute kin ON kin.attrelid = c.oid AND kin.attname = said.columns[4] AND kin.attnum > 0
       AND kin.atttypid = 'text[]'::regtype
 WHERE l.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'layer') AND btrim(line) LIKE '@changes %';
COMMENT ON VIEW truceline.declared_table IS 'What the comments of layers declare: which tables hold their features.';
COMMENT ON COLUMN truceline.declared_table.layer IS 'The layer.';
COMMENT ON COLUMN truceline.declared_table.name IS 'The table''s name, as the comment writes it.';
COMMENT ON COLUMN truceline.declared_table.relation IS 'The table.';
COMMENT ON COLUMN truceline.declared_table.key IS 'Its column that holds the feature''s id.';
COMMENT ON COLUMN truceline.declared_table.place IS 'Its column that the layer shows as the feature''s geometry; null where the table holds parts of features only.';
COMMENT ON COLUMN truceline.declared_table.shown IS 'Its column that says whether the layer shows the row; null where it shows all.';
COMMENT ON COLUMN truceline.declared_table.kin IS 'Its column that lists words for what a row bears on: what the layer shows of rows that have one of them as their id, or in the same column, may hang on this row.';
COMMENT ON COLUMN truceline.declared_table.fault IS 'Why it can''t be followed.';

CREATE FUNCTION truceline.log_features() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- So many a transaction: beyond, one row says that it may have been any.
    most   constant bigint := 1000;
    layer  constant text := TG_ARGV[0];
    key    constant text := format('%I', TG_ARGV[1]);
    place  constant text := CASE WHEN TG_ARGV[2] <> '' THEN format('%I', TG_ARGV[2]) END;
    shown  constant text := CASE WHEN TG_ARGV[3] <> '' THEN format('%I', TG_ARGV[3]) ELSE 'true' END;
    kin    constant text := CASE WHEN TG_ARGV[4] <> '' THEN format('%I', TG_ARGV[4]) END;
    kind   constant text := CASE WHEN place IS NULL THEN 'part' ELSE 'feature' END;
    change constant text := lower(TG_OP);
    sides  text := '';
    words  text := '';
    is_serializable constant boolean := current_setting('transaction_isolation') = 'serializable';
    changed bigint := 0;
    noted   bigint := 0;
    written bigint;
    kindred bigint := 0;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        sides := format('SELECT r.%s::text AS feature, true AS is_old, %s AS box FROM old_rows r WHERE %s',
                        key, coalesce('truceline.box_of(r.' || place || ')', 'NULL::float8[]'), shown);
        words := format('SELECT unnest(r.%s) FROM old_rows r', kin);
        EXECUTE format('SELECT count(*) FROM (SELECT FROM old_rows LIMIT %s) o', most + 1) INTO changed;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        sides := concat_ws(' UNION ALL ', nullif(sides, ''),
                 format('SELECT r.%s::text, false AS is_old, %s AS box FROM new_rows r WHERE %s',
                        key, coalesce('truceline.box_of(r.' || place || ')', 'NULL::float8[]'), shown));
        words := concat_ws(' UNION ', nullif(words, ''), format('SELECT unnest(r.%s) FROM new_rows r', kin));
        EXECUTE format('SELECT greatest(%s, count(*)) FROM (SELECT FROM new_rows LIMIT %s) n', changed, most + 1) INTO changed;
    END IF;
    -- As in truceline.log_change(): a serializable transaction could fail for having looked.
    IF NOT is_serializable THEN
        SELECT count(*) + CASE WHEN bool_or(l.kind = 'layer') THEN most ELSE 0 END INTO noted
          FROM (SELECT f.kind FROM truceline.feature_change f
                 WHERE f.xid = pg_current_xact_id() AND f.relation = TG_RELID AND f.layer = TG_ARGV[0]
                 ORDER BY f.id DESC LIMIT most) AS l;
    END IF;
    IF changed + noted > most THEN
        IF noted <= most THEN
            INSERT INTO truceline.feature_change (relation, operation, layer, kind) VALUES (TG_RELID, change, TG_ARGV[0], 'layer');
        END IF;
        RETURN NULL;
    END IF;
    EXECUTE format('INSERT INTO truceline.feature_change (relation, operation, layer, kind, feature, was_shown, is_shown, old_box, new_box) '
                   'SELECT $1, $2, $3, $4, feature, bool_or(is_old), bool_or(NOT is_old), '
                   '       CASE WHEN bool_or(is_old AND box IS NOT NULL) THEN ARRAY [min(box[1]) FILTER (WHERE is_old), '
                   '           min(box[2]) FILTER (WHERE is_old), max(box[3]) FILTER (WHERE is_old), max(box[4]) FILTER (WHERE is_old)] END, '
                   '       CASE WHEN bool_or(NOT is_old AND box IS NOT NULL) THEN ARRAY [min(box[1]) FILTER (WHERE NOT is_old), '
                   '           min(box[2]) FILTER (WHERE NOT is_old), max(box[3]) FILTER (WHERE NOT is_old), max(box[4]) FILTER (WHERE NOT is_old)] END '
                   '  FROM (%s) AS sides (feature, is_old, box) WHERE feature IS NOT NULL GROUP BY feature', sides)
      USING TG_RELID, change, layer, kind;
    GET DIAGNOSTICS written = ROW_COUNT;
    IF kin IS NOT NULL THEN
        EXECUTE format('INSERT INTO truceline.feature_change (relation, operation, layer, kind, feature) '
                       'SELECT DISTINCT $1, $2, $3, ''kin'', word FROM (%s) AS w (word) WHERE word IS NOT NULL', words)
          USING TG_RELID, change, layer;
        GET DIAGNOSTICS kindred = ROW_COUNT;
    END IF;
    IF written + kindred = 0 THEN
        INSERT INTO truceline.feature_change (relation, operation, layer, kind)
        SELECT TG_RELID, change, TG_ARGV[0], 'nothing'
         WHERE changed > 0 OR NOT is_serializable AND EXISTS (SELECT FROM truceline.change c WHERE c.xid = pg_current_xact_id_if_assigned()
                                      AND c.relation = TG_RELID AND c.operation = lower(TG_OP));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION truceline.log_features() IS 'Trigger: writes which features of a layer a statement changed. Arguments: the layer, the columns of id, geometry, visibility and kin, the latter three empty where there is none.';

CREATE FUNCTION truceline.as_arguments(VARIADIC words text[]) RETURNS bytea LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT string_agg(convert_to(coalesce(word, ''), getdatabaseencoding()) || '\x00'::bytea, ''::bytea ORDER BY place)
      FROM unnest(words) WITH ORDINALITY AS w (word, place);
END;
COMMENT ON FUNCTION truceline.as_arguments(text[]) IS 'Arguments of a trigger as pg_trigger holds them.';

CREATE VIEW truceline.feature_trigger AS
SELECT t.tgrelid AS relation, t.oid AS trigger, t.tgname AS name, t.tgargs AS arguments,
       CASE t.tgtype WHEN 4 THEN 'INSERT' WHEN 16 THEN 'UPDATE' WHEN 8 THEN 'DELETE' END AS event,
       t.tgenabled = 'A' AND t.tgqual IS NULL AND t.tgattr = ''::int2vector AND t.tgtype IN (4, 16, 8) AS is_sound
  FROM pg_trigger t
 WHERE t.tgfoid = 'truceline.log_features'::regproc;
COMMENT ON VIEW truceline.feature_trigger IS 'The triggers that are laid by now.';
COMMENT ON COLUMN truceline.feature_trigger.relation IS 'The table.';
COMMENT ON COLUMN truceline.feature_trigger.trigger IS 'The trigger, by its number in pg_trigger.';
COMMENT ON COLUMN truceline.feature_trigger.name IS 'Its name.';
COMMENT ON COLUMN truceline.feature_trigger.arguments IS 'Its arguments, as truceline.as_arguments() writes them.';
COMMENT ON COLUMN truceline.feature_trigger.event IS 'The kind of statement that fires it.';
COMMENT ON COLUMN truceline.feature_trigger.is_sound IS 'It fires for each such statement.';

CREATE VIEW truceline.wanted_trigger AS
SELECT d.layer, d.relation, e.event,
       -- Readable in \d where the layer's name is short; told apart by the rest where it isn't.
       lower(e.event) || '_' || substr(md5(d.layer), 1, 6) || '_' || left(d.layer, 30) AS suffix,
       truceline.as_arguments(d.layer, d.key, d.place, d.shown, d.kin) AS arguments,
       d.key, d.place, d.shown, d.kin
  FROM truceline.declared_table d
 CROSS JOIN (VALUES ('INSERT'), ('UPDATE'), ('DELETE')) AS e (event)
 WHERE d.fault IS NULL;
COMMENT ON VIEW truceline.wanted_trigger IS 'The triggers that the declarations ask for.';
COMMENT ON COLUMN truceline.wanted_trigger.layer IS 'The layer.';
COMMENT ON COLUMN truceline.wanted_trigger.relation IS 'The table.';
COMMENT ON COLUMN truceline.wanted_trigger.event IS 'The kind of statement that fires it.';
COMMENT ON COLUMN truceline.wanted_trigger.suffix IS 'The end of its name.';
COMMENT ON COLUMN truceline.wanted_trigger.arguments IS 'Its arguments, as truceline.as_arguments() writes them.';
COMMENT ON COLUMN truceline.wanted_trigger.key IS 'As in truceline.declared_table.';
COMMENT ON COLUMN truceline.wanted_trigger.place IS 'As in truceline.declared_table.';
COMMENT ON COLUMN truceline.wanted_trigger.shown IS 'As in truceline.declared_table.';
COMMENT ON COLUMN truceline.wanted_trigger.kin IS 'As in truceline.declared_table.';

CREATE VIEW truceline.followed_table AS
SELECT d.layer, d.relation, d.key, d.place, d.shown, d.kin
  FROM truceline.declared_table d
 WHERE d.fault IS NULL
   AND (SELECT count(*) FROM truceline.declared_table o WHERE o.layer = d.layer AND o.place IS NOT NULL AND o.fault IS NULL) = 1
   AND (SELECT count(*) FROM truceline.declared_table o WHERE o.layer = d.layer AND o.relation = d.relation) = 1
   AND (SELECT count(*) FROM truceline.wanted_trigger w JOIN truceline.feature_trigger t USING (relation, event, arguments)
         WHERE w.layer = d.layer AND w.relation = d.relation AND t.is_sound) = 3;
COMMENT ON VIEW truceline.followed_table IS 'The tables that are declared and have their triggers. One of a layer''s holds the geometries: without it nobody knows where its features are.';
COMMENT ON COLUMN truceline.followed_table.layer IS 'The layer.';
COMMENT ON COLUMN truceline.followed_table.relation IS 'The table.';
COMMENT ON COLUMN truceline.followed_table.key IS 'As in truceline.declared_table.';
COMMENT ON COLUMN truceline.followed_table.place IS 'As in truceline.declared_table.';
COMMENT ON COLUMN truceline.followed_table.shown IS 'As in truceline.declared_table.';
COMMENT ON COLUMN truceline.followed_table.kin IS 'As in truceline.declared_table.';

CREATE VIEW truceline.table_to_follow AS
WITH wanted AS MATERIALIZED (SELECT relation, event, arguments, true AS is_sound FROM truceline.wanted_trigger),
laid AS MATERIALIZED (SELECT relation, event, arguments, is_sound FROM truceline.feature_trigger)
SELECT DISTINCT other.relation
  FROM ((TABLE wanted EXCEPT TABLE laid) UNION ALL (TABLE laid EXCEPT TABLE wanted)) AS other
  JOIN pg_class c ON c.oid = other.relation
 WHERE pg_has_role(c.relowner, 'USAGE');
COMMENT ON VIEW truceline.table_to_follow IS 'The tables whose triggers aren''t those that the declarations ask for, as far as the server may change that.';
COMMENT ON COLUMN truceline.table_to_follow.relation IS 'The table.';

CREATE FUNCTION truceline.follow(relation oid) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp SET lock_timeout = '200ms' AS $$
DECLARE
    name text := relation::regclass;
    this record;
BEGIN
    EXECUTE format('LOCK TABLE ONLY %s IN SHARE ROW EXCLUSIVE MODE', name);
    FOR this IN SELECT t.name FROM truceline.feature_trigger t
                 WHERE t.relation = follow.relation
                   AND NOT EXISTS (SELECT FROM truceline.wanted_trigger w
                                    WHERE (w.relation, w.event, w.arguments) = (t.relation, t.event, t.arguments) AND t.is_sound) LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', this.name, name);
    END LOOP;
    FOR this IN SELECT w.* FROM truceline.wanted_trigger w
                 WHERE w.relation = follow.relation
                   AND NOT EXISTS (SELECT FROM truceline.feature_trigger t
                                    WHERE (t.relation, t.event, t.arguments) = (w.relation, w.event, w.arguments)) LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION truceline.log_features(%L, %L, %L, %L, %L)',
                       'truceline_' || this.suffix, this.event, name,
                       concat_ws(' ', CASE WHEN this.event <> 'INSERT' THEN 'OLD TABLE AS old_rows' END,
                                 CASE WHEN this.event <> 'DELETE' THEN 'NEW TABLE AS new_rows' END),
                       this.layer, this.key, coalesce(this.place, ''), coalesce(this.shown, ''),
                       coalesce(this.kin, ''));
        EXECUTE format('ALTER TABLE ONLY %s ENABLE ALWAYS TRIGGER %I', name, 'truceline_' || this.suffix);
    END LOOP;
    INSERT INTO truceline.change (relation, operation) VALUES (follow.relation, 'guard');
END $$;
COMMENT ON FUNCTION truceline.follow(oid) IS 'Gives a table the triggers that the declarations ask for, and no others. Needs the rights of its owner.';

-- Where features lie that a change of a part of theirs touched, which doesn't say it, and which features are kin of others: as
-- the reader's snapshot sees them. Who moves a feature at the same time writes both places down; who takes it to other kin,
-- both words.
CREATE FUNCTION truceline.places_of(of_layer text, features text[], words text[])
    RETURNS TABLE (feature text, box double precision[]) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    holder record;
    chosen text := '';
BEGIN
    SELECT f.relation::regclass AS name, f.key, f.place, f.shown, f.kin,
           format_type(a.atttypid, NULL) AS key_type INTO holder
      FROM truceline.followed_table f
      JOIN pg_attribute a ON a.attrelid = f.relation AND a.attname = f.key
     WHERE f.layer = of_layer AND f.place IS NOT NULL;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF holder.kin IS NOT NULL THEN
        EXECUTE format('SELECT $2 || array(SELECT unnest(r.%I) FROM %s r WHERE r.%I = ANY ($1::%s[]))',
                       holder.kin, holder.name, holder.key, holder.key_type) INTO words USING features, words;
        chosen := format(' OR r.%I::text = ANY ($2) OR r.%I && $2', holder.key, holder.kin);
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT r.%1$I::text, truceline.box_of(r.%2$I) FROM %3$s r WHERE (r.%1$I = ANY ($1::%4$s[])%5$s) AND %6$s',
        holder.key, holder.place, holder.name, holder.key_type, chosen,
        CASE WHEN holder.shown IS NULL THEN 'true' ELSE format('r.%I', holder.shown) END)
    USING features, words;
END $$;
COMMENT ON FUNCTION truceline.places_of(text, text[], text[]) IS 'Those that the layer shows of some features, of their kin and of the kin that the words name, with their boxes; null where one has no geometry.';


-- A change of definitions fires no trigger. The server compares, every few seconds, and writes down that a layer may be
-- another one altogether.
CREATE TABLE truceline.known_layer (
    layer      text PRIMARY KEY,
    definition text NOT NULL
);
COMMENT ON TABLE truceline.known_layer IS 'The layers as they were when the server last looked.';
COMMENT ON COLUMN truceline.known_layer.layer IS 'The layer.';
COMMENT ON COLUMN truceline.known_layer.definition IS 'Stands for all definitions that it rests on.';

CREATE FUNCTION truceline.know_layers(layers text[], definitions text[]) RETURNS bigint LANGUAGE sql SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH present AS (SELECT * FROM unnest(layers, definitions) AS p (layer, definition)),
    gone AS (
        DELETE FROM truceline.known_layer k WHERE NOT EXISTS (SELECT FROM present p WHERE p.layer = k.layer)
        RETURNING layer),
    other AS (
        INSERT INTO truceline.known_layer AS k (layer, definition) SELECT layer, definition FROM present
        ON CONFLICT (layer) DO UPDATE SET definition = excluded.definition WHERE k.definition <> excluded.definition
        RETURNING layer),
    moved AS (SELECT layer FROM gone UNION ALL SELECT layer FROM other),
    logged AS (
        INSERT INTO truceline.change (relation, operation) SELECT 0, 'definition' WHERE EXISTS (SELECT FROM moved)),
    told AS (
        INSERT INTO truceline.feature_change (relation, operation, layer, kind)
        SELECT 0, 'definition', layer, 'layer' FROM moved
        RETURNING 1)
    SELECT count(*) FROM told;
END;
COMMENT ON FUNCTION truceline.know_layers(text[], text[]) IS 'Writes into the log which layers came, went or have other definitions than when the server last looked, and tells how many.';


CREATE OR REPLACE FUNCTION truceline.forget_changes(older_than interval) RETURNS bigint LANGUAGE sql SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH forgotten AS (
        DELETE FROM truceline.change
         WHERE xid < (SELECT folded_below FROM truceline.change_epoch) AND recorded_at < now() - older_than
        RETURNING xid, relation),
    its_features AS (
        DELETE FROM truceline.feature_change f USING (SELECT DISTINCT xid, relation FROM forgotten) AS g
         WHERE f.xid = g.xid AND f.relation = g.relation),
    moved AS (
        UPDATE truceline.change_epoch
           SET remembered_from = (SELECT ((max(xid::text::numeric) + 1)::text)::xid8 FROM forgotten)
         WHERE EXISTS (SELECT FROM forgotten WHERE xid >= remembered_from))
    SELECT count(*) FROM forgotten;
END;
COMMENT ON FUNCTION truceline.forget_changes(interval) IS 'Deletes old changes from the log that change_total holds already, and tells how many.';

CREATE OR REPLACE FUNCTION truceline.fold_changes() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    epoch truceline.change_epoch;
    ended xid8;
BEGIN
    -- Each statement here has a snapshot of its own: those after this one see what the last one who held the lock did.
    SELECT * INTO epoch FROM truceline.change_epoch FOR UPDATE;
    -- All transactions before it have ended, and what they did is seen from here on.
    ended := pg_snapshot_xmin(pg_current_snapshot());
    IF epoch.cluster <> truceline.this_database() THEN
        DELETE FROM truceline.change;
        DELETE FROM truceline.feature_change;
        DELETE FROM truceline.change_total;
        UPDATE truceline.change_epoch
           SET id = gen_random_uuid(), cluster = truceline.this_database(), folded_below = ended, remembered_from = ended;
    ELSE
        INSERT INTO truceline.change_total AS t (relation, total)
        SELECT relation, sum(token) FROM truceline.change
         WHERE xid >= epoch.folded_below AND xid < ended
         GROUP BY relation
        ON CONFLICT (relation) DO UPDATE SET total = t.total + excluded.total;
        UPDATE truceline.change_epoch SET folded_below = ended;
    END IF;
END $$;


-- Our own layers. What a row is shown as is a column, so that a change of what nobody may see touches nothing.
ALTER TABLE ceasefire.incident
    ADD COLUMN is_shown_at_point boolean NOT NULL
        GENERATED ALWAYS AS (sensitivity = 'public' AND NOT is_embargoed AND area IS NULL) STORED,
    ADD COLUMN is_shown_as_area boolean NOT NULL
        GENERATED ALWAYS AS (sensitivity = 'public' AND NOT is_embargoed AND area IS NOT NULL) STORED;
COMMENT ON COLUMN ceasefire.incident.is_shown_at_point IS 'Whether the layer incidents shows it.';
COMMENT ON COLUMN ceasefire.incident.is_shown_as_area IS 'Whether the layer incident-areas shows it.';
-- Two accounts of one event don't count the same people twice: ceasefire.addable_casualties.
ALTER TABLE ceasefire.incident
    ADD COLUMN bears_on text[]
        GENERATED ALWAYS AS (CASE WHEN sensitivity = 'public' AND NOT is_embargoed
                                  THEN nullif(array_remove(ARRAY [event_group, supersedes_id], NULL), '{}') END) STORED;
COMMENT ON COLUMN ceasefire.incident.bears_on IS 'The event that it is one account of, and the incident that it replaces: what other accounts and that incident add to sums of casualties hangs on it. Null where nothing does, or nobody may see it.';
CREATE INDEX ON ceasefire.incident USING gin (bears_on) WHERE bears_on IS NOT NULL;
ALTER TABLE ceasefire.sighting
    ADD COLUMN is_shown_at_point boolean NOT NULL
        GENERATED ALWAYS AS (sensitivity = 'public' AND area IS NULL AND bearing_deg IS NULL) STORED,
    ADD COLUMN is_shown_as_area boolean NOT NULL
        GENERATED ALWAYS AS (sensitivity = 'public' AND (area IS NOT NULL OR bearing_deg IS NOT NULL)) STORED;
COMMENT ON COLUMN ceasefire.sighting.is_shown_at_point IS 'Whether the layer sightings shows it.';
COMMENT ON COLUMN ceasefire.sighting.is_shown_as_area IS 'Whether the layer sighting-areas shows it.';
SELECT history.keep('incident', 'id'), history.keep('sighting', 'id');

DO $$
DECLARE
    said record;
BEGIN
    FOR said IN SELECT * FROM (VALUES
        ('incidents', 'ceasefire.incident(id, point, is_shown_at_point, bears_on) ceasefire.incident_source(incident_id) ceasefire.incident_allegation(incident_id) ceasefire.incident_casualty(incident_id) ceasefire.incident_line(incident_id)'),
        ('incident-areas', 'ceasefire.incident(id, area, is_shown_as_area, bears_on) ceasefire.incident_source(incident_id) ceasefire.incident_allegation(incident_id) ceasefire.incident_casualty(incident_id) ceasefire.incident_line(incident_id)'),
        ('sightings', 'ceasefire.sighting(id, point, is_shown_at_point) ceasefire.sighting_source(sighting_id)'),
        ('sighting-areas', 'ceasefire.sighting(id, outline, is_shown_as_area) ceasefire.sighting_source(sighting_id)'),
        ('patrol-zones', 'ceasefire.patrol_zone(id, geom) ceasefire.patrol_zone_party(patrol_zone_id)'),
        ('boundary-lines', 'ceasefire.alignment(id, geom)'),
        ('territories', 'ceasefire.territory(id, geom)'),
        ('places', 'ceasefire.place(id, point) ceasefire.place_name(place_id) ceasefire.place_country(place_id)'),
        ('agreements', 'ceasefire.agreement(id, point) ceasefire.agreement_party(agreement_id)'),
        ('statements', 'ceasefire.statement(id, point) ceasefire.statement_party(statement_id)')) AS declared (layer, tables)
    LOOP
        EXECUTE format('COMMENT ON VIEW layer.%I IS %L', said.layer,
                       obj_description(format('layer.%I', said.layer)::regclass, 'pg_class') || E'\n@changes ' || said.tables);
    END LOOP;
END $$;

SELECT history.make_past();
