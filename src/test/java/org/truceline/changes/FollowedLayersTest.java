package org.truceline.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Ways in which a layer's answer becomes another one: each moves the layer's revision, or takes it away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowedLayersTest extends ServerTest {
    private final LayerFixture layers;
    private final RevisionFixture revisions;
    private final JdbcClient jdbc;

    FollowedLayersTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue,
            @Autowired DataSource dataSource,
            @Autowired Revisions revisions) {
        this.jdbc = jdbc;
        this.layers = new LayerFixture(jdbc, transactions, catalogue);
        this.revisions = new RevisionFixture(dataSource, catalogue, revisions);
    }

    @BeforeAll
    void makeLayers() {
        layers.sql("DROP SCHEMA IF EXISTS followed CASCADE")
                .sql("CREATE SCHEMA followed")
                .sql("CREATE TABLE followed.kind (code int PRIMARY KEY, word text)")
                .sql("INSERT INTO followed.kind VALUES (1, 'post'), (2, 'gate')")
                .sql("CREATE TYPE followed.mood AS ENUM ('calm', 'tense')")
                .sql("CREATE TYPE followed.pair AS (low int, high int)")
                .sql("CREATE FUNCTION followed.inner(n int) RETURNS text RETURN 'inner ' || n")
                .sql("CREATE FUNCTION followed.outer(n int, suffix text DEFAULT '!') RETURNS text"
                        + " RETURN followed.inner(n) || suffix")
                .sql("CREATE FUNCTION followed.word(c int) RETURNS text"
                        + " BEGIN ATOMIC SELECT word FROM followed.kind WHERE code = c; END")
                .sql("CREATE FUNCTION followed.plus(a text, b text) RETURNS text RETURN a || '+' || b")
                .sql("CREATE OPERATOR followed.&&& (LEFTARG = text, RIGHTARG = text, FUNCTION = followed.plus)")
                .table(
                        "plain",
                        "id int PRIMARY KEY, kind int REFERENCES followed.kind ON DELETE CASCADE ON UPDATE CASCADE,"
                                + " name text, mood followed.mood, pair followed.pair, geom geometry(Point, 4326)",
                        "(1, 1, 'a', 'calm', '(1,2)'), (2, 2, 'b', 'tense', '(3,4)')")
                .table("other", "LIKE layer.plain INCLUDING ALL", "(1, 1, 'A', 'calm', '(1,2)')")
                .view(
                        "built",
                        "SELECT p.id, followed.outer(p.id) AS o, followed.word(p.kind) AS w,"
                                + " name OPERATOR(followed.&&&) 'x' AS both, geom FROM layer.plain p")
                .sql("CREATE MATERIALIZED VIEW followed.kept AS SELECT * FROM layer.plain")
                .sql("CREATE UNIQUE INDEX ON followed.kept (id)")
                .view("kept", "SELECT id, name, geom FROM followed.kept")
                .sql("CREATE TABLE followed.part (id int, name text, geom geometry(Point, 4326), PRIMARY KEY (id))"
                        + " PARTITION BY RANGE (id)")
                .sql("CREATE TABLE followed.part_1 PARTITION OF followed.part FOR VALUES FROM (0) TO (10)")
                .sql("CREATE TABLE followed.part_2 PARTITION OF followed.part FOR VALUES FROM (10) TO (20)"
                        + " PARTITION BY RANGE (id)")
                .sql("CREATE TABLE followed.part_2_a PARTITION OF followed.part_2 FOR VALUES FROM (10) TO (15)")
                .sql("CREATE TABLE followed.loose (id int NOT NULL, name text, geom geometry(Point, 4326))")
                .sql("INSERT INTO followed.part VALUES (1, 'a', NULL), (11, 'b', NULL)")
                .sql("INSERT INTO followed.loose VALUES (21, 'c', NULL)")
                .view("parted", "SELECT * FROM followed.part")
                .sql("CREATE TABLE followed.old (id int PRIMARY KEY, name text, geom geometry(Point, 4326))")
                .sql("CREATE TABLE followed.middle () INHERITS (followed.old)")
                .sql("CREATE TABLE followed.young () INHERITS (followed.middle)")
                .sql("INSERT INTO followed.old VALUES (1, 'a', NULL)")
                .sql("INSERT INTO followed.young VALUES (3, 'c', NULL)")
                .view("inherited", "SELECT * FROM followed.middle")
                .view("ancestral", "SELECT * FROM followed.old")
                .awaitServed("ancestral");
    }

    @AfterAll
    void dropLayers() {
        jdbc.sql("DROP SCHEMA followed CASCADE").update();
        layers.close();
    }

    /** Each is one transaction, as psql, QGIS or another program makes it. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            plain     ~ INSERT INTO layer.plain VALUES (100, 1) ~
            plain     ~ UPDATE layer.plain SET name = name || '!' WHERE id = 1 ~
            plain     ~ INSERT INTO layer.plain VALUES (101); DELETE FROM layer.plain WHERE id = 101 ~
            plain     ~ MERGE INTO layer.plain p USING layer.other o ON o.id = p.id WHEN MATCHED THEN UPDATE SET name = o.name || random() ~
            plain     ~ INSERT INTO layer.plain VALUES (1, 1, 'z') ON CONFLICT (id) DO UPDATE SET name = 'z' || random() ~
            plain     ~ WITH moved AS (UPDATE layer.plain SET name = 'w' || random() RETURNING id) SELECT count(*) FROM moved ~
            plain     ~ RESET ROLE; COPY layer.plain (id) FROM PROGRAM 'echo 102' ~
            plain     ~ TRUNCATE layer.plain ~
            plain     ~ INSERT INTO layer.plain VALUES (1, 1, 'a'), (2, 2, 'b') ~
            plain     ~ RESET ROLE; SET LOCAL session_replication_role = replica; UPDATE layer.plain SET name = 'replicated' ~
            plain     ~ RESET ROLE; SET LOCAL session_replication_role = replica; COPY layer.plain (id) FROM PROGRAM 'echo 103' ~
            plain     ~ RESET ROLE; ALTER TABLE layer.plain DISABLE TRIGGER ALL; UPDATE layer.plain SET name = 'silent'; ALTER TABLE layer.plain ENABLE ALWAYS TRIGGER truceline_change; ALTER TABLE layer.plain ENABLE REPLICA TRIGGER truceline_replicated ~
            plain     ~ DROP TRIGGER truceline_change ON layer.plain; UPDATE layer.plain SET name = 'unseen' ~
            plain     ~ CREATE OR REPLACE TRIGGER truceline_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON layer.plain FOR EACH STATEMENT WHEN (false) EXECUTE FUNCTION truceline.log_change(); ALTER TABLE layer.plain ENABLE ALWAYS TRIGGER truceline_change ~
            plain     ~ UPDATE followed.kind SET code = 3 WHERE code = 1 ~
            plain     ~ DELETE FROM followed.kind WHERE code = 3 ~
            plain     ~ ALTER TABLE layer.plain ADD COLUMN extra text DEFAULT 'x' ~
            plain     ~ UPDATE layer.plain SET extra = 'y' ~
            plain     ~ ALTER TABLE layer.plain RENAME COLUMN extra TO more ~
            plain     ~ ALTER TABLE layer.plain ALTER COLUMN more TYPE varchar USING upper(more) ~
            plain     ~ ALTER TABLE layer.plain DROP COLUMN more ~
            plain     ~ ALTER TYPE followed.mood RENAME VALUE 'calm' TO 'quiet' ~
            plain     ~ ALTER TYPE followed.pair RENAME ATTRIBUTE low TO least CASCADE ~
            plain     ~ ALTER TABLE layer.plain RENAME TO aside; ALTER TABLE layer.other RENAME TO plain; ALTER TABLE layer.aside RENAME TO other ~
            plain     ~ ALTER TABLE layer.plain RENAME TO aside; ALTER TABLE layer.other RENAME TO plain; ALTER TABLE layer.aside RENAME TO other; UPDATE layer.plain SET name = 'back' ~
            plain     ~ ALTER TABLE layer.plain SET UNLOGGED ~ ALTER TABLE layer.plain SET LOGGED
            plain     ~ ALTER TABLE layer.plain ENABLE ROW LEVEL SECURITY ~ ALTER TABLE layer.plain DISABLE ROW LEVEL SECURITY
            built     ~ UPDATE layer.plain SET name = 'below' || random() ~
            built     ~ UPDATE followed.kind SET word = 'named' || random() ~
            built     ~ CREATE OR REPLACE FUNCTION followed.inner(n int) RETURNS text RETURN 'other ' || n ~
            built     ~ CREATE OR REPLACE FUNCTION followed.outer(n int, suffix text DEFAULT '?') RETURNS text RETURN followed.inner(n) || '.' || suffix ~
            built     ~ CREATE OR REPLACE FUNCTION followed.plus(a text, b text) RETURNS text RETURN b || a ~
            built     ~ CREATE OR REPLACE FUNCTION followed.inner(n int) RETURNS text RETURN now()::text ~ CREATE OR REPLACE FUNCTION followed.inner(n int) RETURNS text RETURN 'third ' || n
            built     ~ CREATE OR REPLACE FUNCTION followed.inner(n int) RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN n; END' ~ CREATE OR REPLACE FUNCTION followed.inner(n int) RETURNS text RETURN 'fourth ' || n
            built     ~ CREATE OR REPLACE VIEW layer.built AS SELECT p.id, followed.outer(p.id) AS o, followed.word(p.kind) AS w, name AS both, geom FROM layer.plain p ~
            kept      ~ REFRESH MATERIALIZED VIEW followed.kept ~
            kept      ~ REFRESH MATERIALIZED VIEW CONCURRENTLY followed.kept ~
            parted    ~ INSERT INTO followed.part VALUES (2, 'x', NULL) ~
            parted    ~ INSERT INTO followed.part_1 VALUES (3, 'x', NULL) ~
            parted    ~ INSERT INTO followed.part_2 VALUES (12, 'x', NULL) ~
            parted    ~ DELETE FROM followed.part_2_a ~
            parted    ~ UPDATE followed.part SET id = 13 WHERE id = 3 ~
            parted    ~ ALTER TABLE followed.loose ADD PRIMARY KEY (id); ALTER TABLE followed.part ATTACH PARTITION followed.loose FOR VALUES FROM (20) TO (30) ~
            parted    ~ UPDATE followed.loose SET name = 'attached' ~
            parted    ~ ALTER TABLE followed.part DETACH PARTITION followed.loose ~
            parted    ~ TRUNCATE followed.part_1 ~
            inherited ~ INSERT INTO followed.young VALUES (4, 'x', NULL) ~
            inherited ~ UPDATE followed.old SET name = 'by the eldest' ~
            inherited ~ UPDATE ONLY followed.middle SET name = 'itself'; INSERT INTO followed.middle VALUES (5) ~
            inherited ~ ALTER TABLE followed.young NO INHERIT followed.middle ~
            inherited ~ ALTER TABLE followed.young INHERIT followed.middle ~
            ancestral ~ INSERT INTO followed.young VALUES (6, 'x', NULL) ~
            ancestral ~ CREATE TABLE followed.late () INHERITS (followed.old); INSERT INTO followed.late VALUES (7, 'x', NULL) ~
            ancestral ~ UPDATE followed.late SET name = 'latest' ~
            """)
    void movesTheRevision(String layer, String edit, @Nullable String undo) throws SQLException {
        Revision before = revisions.await(layer);
        execute(edit);
        Optional<Revision> after = revisions.find(layer);
        if (undo != null) {
            execute(undo);
        }

        assertThat(after).isNotEqualTo(Optional.of(before));
        assertThat(revisions.await(layer)).isNotEqualTo(before);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = revisions.openAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL ROLE truceline");
            statement.execute(sql);
            connection.commit();
        }
    }
}
