package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Counts at the limits of their types, and on a machine that writes numbers otherwise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountLimitsTest extends ServerTest {
    private final LayerFixture layers;

    CountLimitsTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayers() {
        layers.table("far", "id int PRIMARY KEY, seen date, geom geometry(Point,4326)", """
                        (1, '2021-04-29', ST_Point(70, 40, 4326)), (2, '300000-01-01', ST_Point(70, 40, 4326)),
                        (3, '0044-03-15 BC', ST_Point(70, 40, 4326)), (4, 'infinity', ST_Point(70, 40, 4326)),
                        (5, NULL, ST_Point(70, 40, 4326))""")
                .sql("COMMENT ON COLUMN layer.far.seen IS 'Seen\n@instant'")
                .table(
                        "heavy",
                        "id int PRIMARY KEY, kind text, weight float8, mass numeric, price real, people int8,"
                                + " geom geometry(Point,4326)",
                        """
                        (1, 'a', 1, 1, 1, 9007199254740992, NULL), (2, 'a', 2, 2, 2, 1, NULL),
                        (3, 'a', 'NaN', 'NaN', 'NaN', NULL, NULL), (4, 'b', 'infinity', 'infinity', 'infinity', 9223372036854775807, NULL),
                        (5, 'b', '-infinity', '-infinity', '-infinity', 9223372036854775807, NULL)""")
                .sql("COMMENT ON COLUMN layer.heavy.weight IS 'Weight\n@sum'")
                .sql("COMMENT ON COLUMN layer.heavy.mass IS 'Mass\n@sum'")
                .sql("COMMENT ON COLUMN layer.heavy.price IS 'Price\n@sum'")
                .sql("COMMENT ON COLUMN layer.heavy.people IS 'People\n@sum'")
                .awaitServed("heavy");
    }

    @AfterAll
    void dropLayers() {
        layers.close();
    }

    private String counts(String question) throws Exception {
        JsonAnswer answer = JsonAnswer.of(get(question));
        assertThat(answer.status()).as(question + " " + answer.body()).isEqualTo(200);
        return answer.body().get("counts").toString();
    }

    @Test
    void daysTooFarAwayForAMomentAreCountedAllTheSame() throws Exception {
        assertThat(counts("/collections/far/counts"))
                .contains(
                        "\"interval\":[\"-0043-03-15T00:00:00Z\",\"+300000-01-01T00:00:00Z\"],\"undated\":1,\"count\":5");
        assertThat(counts("/collections/far/counts?step=P1Y"))
                .contains("\"time\":\"-0043-01-01\"", "\"time\":\"2021-01-01\"", "\"time\":\"+300000-01-01\"");
        assertThat(counts("/collections/far/counts?step=P1D"))
                .contains("\"time\":\"-0043-03-15\"", "\"time\":\"+300000-01-01\"")
                .contains("\"time\":null,\"count\":2");
    }

    @Test
    void whatIsNotANumberIsNotKnown() throws Exception {
        String two = "{\"sum\":3.0,\"unknown\":1}";
        String none = "{\"sum\":null,\"unknown\":2}";
        assertThat(counts("/collections/heavy/counts?by=kind&sum=weight,mass,price"))
                .contains("{\"weight\":" + two + ",\"mass\":" + two + ",\"price\":" + two + "}")
                .contains("{\"weight\":" + none + ",\"mass\":" + none + ",\"price\":" + none + "}");
    }

    @Test
    void wholeNumbersAreAddedExactly() throws Exception {
        assertThat(counts("/collections/heavy/counts?by=kind&sum=people"))
                .contains("{\"people\":{\"sum\":9007199254740993,\"unknown\":1}}")
                .as("beyond what the type holds")
                .contains("{\"people\":{\"sum\":1.8446744073709552E19,\"unknown\":0}}");
    }

    @Test
    void theMachinesDigitsAreNotTheDatabases() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat("%d".formatted(7)).isEqualTo("٧");
            assertThat(counts("/collections/far/counts?step=P7D")).contains("\"time\":\"2021-04-26\"");
            assertThat(getBytes("/collections/far/tiles/WebMercatorQuad/0/0/0").statusCode())
                    .isEqualTo(200);
            assertThat(getBytes("/collections/far/tiles/WebMercatorQuad/0/0/0?cells=4&by=seen")
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            Locale.setDefault(before);
        }
    }
}
