package org.truceline.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Layers whose answers may change without a word to anybody: they have no revision, and an operator learns why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnfollowedLayersTest extends ServerTest {
    /** What a view says of a row of {@code unfollowed.thing t}, and a part of the reason that the operator is given. */
    private static final String EXPRESSIONS = """
            now() -> now()
            clock_timestamp() -> clock_timestamp()
            current_date -> current_date
            localtimestamp -> current_date
            current_user::text -> current_user
            session_user::text -> current_user
            current_schema::text -> current_user
            age(t.at) -> age(timestamp with time zone)
            random() -> random()
            gen_random_uuid() -> gen_random_uuid()
            current_setting('application_name') -> current_setting(text)
            pg_backend_pid() -> pg_backend_pid()
            pg_current_xact_id()::text -> pg_current_xact_id()
            version() -> version()
            nextval('unfollowed.numbers') -> nextval(regclass)
            (SELECT last_value FROM unfollowed.numbers) -> sequence unfollowed.numbers
            (SELECT count(*) FROM pg_class) -> pg_class
            (SELECT count(*) FROM information_schema.tables) -> information_schema.tables
            (SELECT count(*) FROM unfollowed.thing TABLESAMPLE system (50)) -> TABLESAMPLE
            (SELECT count(*) FROM unfollowed.secret) -> row security
            (SELECT count(*) FROM unfollowed.fleeting) -> not kept through a crash
            (SELECT count(*) FROM unfollowed.foreigner) -> changes without a word
            (SELECT count(*) FROM unfollowed.parted) -> changes without a word
            (SELECT count(*) FROM unfollowed.strange) -> belongs to postgres
            (SELECT count(*) FROM truceline.change) -> the server keeps itself
            'now'::text::timestamptz -> can mean the present
            t.word::timestamptz -> can mean the present
            t.word::date -> can mean the present
            t.word::time -> can mean the present
            t.word::timestamp -> can mean the present
            (ARRAY[t.word]::date[])[1] -> can mean the present
            t.word::date[] -> can mean the present
            t.word::unfollowed.day -> can mean the present
            t.word::unfollowed.span -> can mean the present
            t.word::daterange -> can mean the present
            (t.word::unfollowed.moment).at -> can mean the present
            timestamptz_in('now', 0, -1) -> timestamptz_in
            (json_populate_record(NULL::unfollowed.moment, '{"at": "now"}')).at -> json_populate_record
            (SELECT x.at FROM jsonb_to_record('{"at": "now"}') AS x(at timestamptz)) -> jsonb_to_record
            jsonb_path_exists_tz('"2021-04-29"', '$.datetime() < "2021-04-30T00:00:00Z".datetime()') -> jsonb_path_exists_tz
            (SELECT at FROM XMLTABLE('/a' PASSING '<a>now</a>' COLUMNS at timestamptz PATH '.')) -> TABLEFUNC
            xmlelement(name a, t.word)::text -> XMLEXPR
            to_tsvector(t.word)::text -> to_tsvector(text)
            to_tsvector('english', t.word)::text -> regconfig
            t.word @@ 'word' -> ts_match_tt
            t.oid::regclass::text -> regclass
            pg_typeof(t.word)::text -> pg_typeof
            has_table_privilege('layer.incidents', 'select') -> has_table_privilege
            pg_relation_size('unfollowed.thing') -> pg_relation_size
            lo_get(nullif(t.oid, 0)) -> lo_get
            unfollowed.in_words(1) -> doesn't know what unfollowed.in_words
            unfollowed.in_a_text(1) -> doesn't know what unfollowed.in_a_text
            unfollowed.deep(1) -> now()
            unfollowed.by_default() -> now()
            unfollowed.words_of('x') -> unfollowed.in_words
            (SELECT unfollowed.longest(word) FROM unfollowed.thing) -> unfollowed.longest
            t.word OPERATOR(unfollowed.<~>) 'x' -> unfollowed.alike
            (SELECT tint FROM unfollowed.odd) -> now()
            (SELECT shade FROM unfollowed.odd) -> what the type unfollowed.shade does
            (SELECT range_merge(bound, bound) FROM unfollowed.odd) -> unfollowed.canonical
            (SELECT name FROM unfollowed.odd) -> regclass
            ST_EstimatedExtent('unfollowed', 'thing', 'geom')::text -> st_estimatedextent""";

    /** What is followed, lest caution leaves nothing to caches. */
    private static final String FOLLOWED = """
            t.word COLLATE "C" < 'a'
            t.at::text
            t.at + '1 month'::interval
            to_char(date_trunc('day', t.at), 'YYYY')
            to_jsonb(t)
            CASE WHEN t.at > '2021-01-01' THEN (SELECT count(*) FROM layer.incidents) END
            row_number() OVER (ORDER BY t.id)
            (SELECT array_agg(word ORDER BY id) FROM unfollowed.thing)
            (WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT n + 1 FROM r WHERE n < 3) SELECT max(n) FROM r)
            ST_AsText(ST_Transform(t.geom, 3857))
            ST_Intersects(t.geom, ST_Buffer(t.geom, 1))
            ST_DWithin(t.geom::geography, t.geom::geography, 10)
            (SELECT ST_Union(geom) FROM unfollowed.thing)
            (SELECT ST_Collect(geom) FROM unfollowed.thing)
            ST_ClusterDBSCAN(t.geom, 1, 1) OVER ()
            unfollowed.longer(t.word, 'x')""";

    private final LayerFixture layers;
    private final RevisionFixture revisions;
    private final Map<String, String> reasonsByExpression = new LinkedHashMap<>();
    private int followed;

    UnfollowedLayersTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue,
            @Autowired DataSource dataSource,
            @Autowired Revisions revisions) {
        this.layers = new LayerFixture(jdbc, transactions, catalogue);
        this.revisions = new RevisionFixture(dataSource, catalogue, revisions);
    }

    @BeforeAll
    void makeLayers() throws SQLException, IOException {
        try (Connection connection = revisions.openAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(new ClassPathResource("unfollowed.sql", UnfollowedLayersTest.class)
                    .getContentAsString(StandardCharsets.UTF_8));
            connection.commit();
        }
        for (String line : EXPRESSIONS.lines().toList()) {
            String[] parts = line.split(" -> ", 2);
            reasonsByExpression.put(parts[0], parts[1]);
            layers.view(
                    "unfollowed-" + reasonsByExpression.size(),
                    "SELECT t.id, " + parts[0] + " AS answer, t.geom FROM unfollowed.thing t");
        }
        for (String expression : FOLLOWED.lines().toList()) {
            layers.view(
                    "followed-" + ++followed,
                    "SELECT t.id, " + expression + " AS answer, t.geom FROM unfollowed.thing t");
        }
        layers.awaitServed("unfollowed-" + reasonsByExpression.size());
    }

    @AfterAll
    void dropLayers() throws SQLException {
        try (Connection connection = revisions.openAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA unfollowed CASCADE; DROP EXTENSION file_fdw CASCADE");
            connection.commit();
        }
        layers.close();
    }

    @Test
    void haveNoRevisionAndAReason() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        int number = 0;
        for (Map.Entry<String, String> expected : reasonsByExpression.entrySet()) {
            String layer = "unfollowed-" + ++number;
            all.assertThat(revisions.find(layer)).as(expected.getKey()).isEmpty();
            all.assertThat(revisions.obstacles(layer))
                    .as(expected.getKey())
                    .anySatisfy(reason -> assertThat(reason).contains(expected.getValue()));
        }
        all.assertAll();
    }

    @Test
    void othersHaveOne() throws SQLException {
        for (int layer = 1; layer <= followed; layer++) {
            revisions.await("followed-" + layer);
        }
    }
}
