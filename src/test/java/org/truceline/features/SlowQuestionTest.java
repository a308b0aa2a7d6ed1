package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.features.ReadFailure.Busy;
import org.truceline.features.ReadFailure.TookTooLong;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** A question that takes too long ends, says so, and is in nobody's way. */
class SlowQuestionTest extends ServerTest {
    /** More than the server answers at a time, and more than it has connections. */
    private static final int MANY = 12;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private AbandonedReads abandonedReads;

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void endsAtTheLimitAndGivesBackPlaceAndConnection() throws Exception {
        Snapshots snapshots = snapshots(Duration.ofMillis(50));

        for (int i = 0; i < MANY; i++) {
            assertThatThrownBy(() -> ask(snapshots, "SELECT pg_sleep(60)::text"))
                    .isInstanceOf(TookTooLong.class);
        }

        // The limit is the question's, not the connection's, which others get next.
        assertThat(ask(snapshots, "SELECT current_setting('transaction_read_only')"))
                .isEqualTo("on");
        try (Connection connection = dataSource.getConnection()) {
            assertThat(ask(connection, "SELECT current_setting('statement_timeout')"))
                    .isEqualTo("0");
        }
    }

    @Test
    void whoeverComesWhileAllPlacesAreTakenIsToldSo() throws Exception {
        Snapshots snapshots = snapshots(Duration.ofSeconds(30));

        snapshots.read(ReadFailure::of, (connection, failures) -> {
            assertThatThrownBy(() -> ask(snapshots, "SELECT 'x'")).isInstanceOf(Busy.class);
            return true;
        });

        assertThat(ask(snapshots, "SELECT 'x'")).isEqualTo("x");
    }

    /** What the limit cancels and what says that it was cancelled is the same to the server. */
    @Test
    void isAGatewayTimeoutToTheClient() throws Exception {
        try (LayerFixture layers = new LayerFixture(jdbc(), transactions, catalogue)) {
            layers.table("endless", "id int PRIMARY KEY, geom geometry(Point, 4326)", "(1, NULL)")
                    .sql("CREATE OR REPLACE FUNCTION public.too_long() RETURNS boolean LANGUAGE plpgsql"
                            + " AS 'BEGIN RAISE query_canceled; END'")
                    .view("endless-view", "SELECT * FROM layer.endless WHERE public.too_long()")
                    .awaitServed("endless-view");

            for (int i = 0; i < MANY; i++) {
                HttpResponse<String> answer = get("/collections/endless-view/items");
                assertThat(answer.statusCode()).isEqualTo(504);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.body()).contains("takes too long", "by a box or a filter");
            }
            assertThat(get("/collections/endless/items").statusCode()).isEqualTo(200);
        }
        jdbc().sql("DROP FUNCTION public.too_long()").update();
    }

    /** Of one place, for which nobody waits long. */
    private Snapshots snapshots(Duration limit) {
        return new Snapshots(dataSource, abandonedReads, new FeatureSettings(limit, 1, Duration.ofMillis(10)));
    }

    private static String ask(Snapshots snapshots, String sql) throws Exception {
        Function<SQLException, ReadFailure> failures = ReadFailure::of;
        return snapshots.read(failures, (connection, ofStatement) -> ask(connection, sql));
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
