package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;

/** Features counted by the step of time in which they begin: instants, days and periods, known or not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountStepsTest extends ServerTest {
    private final LayerFixture layers;

    CountStepsTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayers() {
        layers.table("moments", "id int PRIMARY KEY, kind text, at timestamptz, geom geometry(Point,4326)", """
                        (1, 'a', '2021-04-28T23:59:59.999999Z', NULL), (2, 'b', '2021-04-29T00:00:00Z', NULL),
                        (3, 'a', '2021-04-29T00:00:00+06:00', NULL), (4, 'a', '2021-05-02T23:59:59Z', NULL),
                        (5, 'a', '2021-05-03T00:00:00Z', NULL), (6, 'a', '2000-12-31T23:59:59Z', NULL),
                        (7, 'a', '1999-12-31T00:00:00Z', NULL), (8, 'b', NULL, NULL), (9, 'a', 'infinity', NULL),
                        (10, 'a', '-infinity', NULL)""")
                .sql("COMMENT ON COLUMN layer.moments.at IS 'When\n@instant'")
                .table("ancient", "id int PRIMARY KEY, at timestamp, geom geometry(Point,4326)", """
                        (1, '0001-01-01 00:00:00', NULL), (2, '0001-12-31 23:00:00 BC', NULL),
                        (3, '4713-01-01 00:00:00 BC', NULL), (4, '294276-12-31 23:59:59', NULL)""")
                .sql("COMMENT ON COLUMN layer.ancient.at IS 'When\n@instant'")
                .table("periods", "id int PRIMARY KEY, valid_from date, valid_to date, geom geometry(Point,4326)", """
                        (1, '2021-01-01', '2021-03-31', NULL), (2, '2021-02-01', NULL, NULL),
                        (3, NULL, '2021-02-15', NULL), (4, NULL, NULL, NULL), (5, '2021-02-28', 'infinity', NULL)""")
                .sql("COMMENT ON COLUMN layer.periods.valid_from IS 'From\n@start'")
                .sql("COMMENT ON COLUMN layer.periods.valid_to IS 'To\n@end'")
                .awaitServed("periods");
    }

    @AfterAll
    void dropLayers() {
        layers.close();
    }

    /** A week from Monday: 3 May 2021 was one. What isn't known, or has no bound, is in no step. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P1D    | 1999-12-31: 1, 2000-12-31: 1, 2021-04-28: 2, 2021-04-29: 1, 2021-05-02: 1, 2021-05-03: 1, null: 3
            P2D    | 1999-12-30: 1, 2000-12-30: 1, 2021-04-28: 3, 2021-05-02: 2, null: 3
            P1W    | 1999-12-27: 1, 2000-12-25: 1, 2021-04-26: 4, 2021-05-03: 1, null: 3
            P7D    | 1999-12-27: 1, 2000-12-25: 1, 2021-04-26: 4, 2021-05-03: 1, null: 3
            P1M    | 1999-12-01: 1, 2000-12-01: 1, 2021-04-01: 3, 2021-05-01: 2, null: 3
            P3M    | 1999-10-01: 1, 2000-10-01: 1, 2021-04-01: 5, null: 3
            P1Y    | 1999-01-01: 1, 2000-01-01: 1, 2021-01-01: 5, null: 3
            P1Y6M  | 1999-07-01: 2, 2020-07-01: 5, null: 3
            P10Y   | 1991-01-01: 2, 2021-01-01: 5, null: 3
            P100Y  | 1901-01-01: 2, 2001-01-01: 5, null: 3
            P1000000D | -0737-02-04: 2, 2001-01-01: 5, null: 3
            P80000Y | -77999-01-01: 2, 2001-01-01: 5, null: 3
            """)
    void instantsAreCountedInDaysOfUtcWeeksMonthsAndYears(String step, String expected) throws Exception {
        assertThat(steps("/collections/moments/counts?step=" + step)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P1D   | -4712-01-01: 1, 0000-12-31: 1, 0001-01-01: 1, +294276-12-31: 1
            P1M   | -4712-01-01: 1, 0000-12-01: 1, 0001-01-01: 1, +294276-12-01: 1
            P1Y   | -4712-01-01: 1, 0000-01-01: 1, 0001-01-01: 1, +294276-01-01: 1
            P100Y | -4799-01-01: 1, -0099-01-01: 1, 0001-01-01: 1, +294201-01-01: 1
            """)
    void fromTheFirstToTheLastDayThatTheDatabaseKnows(String step, String expected) throws Exception {
        assertThat(steps("/collections/ancient/counts?step=" + step)).isEqualTo(expected);
    }

    /** Where one side of a period is open, the other one stands for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P1D | 2021-01-01: 1, 2021-02-01: 1, 2021-02-15: 1, 2021-02-28: 1, null: 1
            P1M | 2021-01-01: 1, 2021-02-01: 3, null: 1
            """)
    void periodsAreCountedWhereTheyBegin(String step, String expected) throws Exception {
        assertThat(steps("/collections/periods/counts?step=" + step)).isEqualTo(expected);
    }

    @Test
    void propertiesSplitEachStep() throws Exception {
        JsonNode counts = counts("/collections/moments/counts?by=kind&step=P1Y&datetime=2021-01-01/2022-01-01");

        assertThat(counts.toString())
                .isEqualTo("[{\"by\":{\"kind\":\"a\"},\"time\":\"2021-01-01\",\"count\":4},"
                        + "{\"by\":{\"kind\":\"b\"},\"time\":\"2021-01-01\",\"count\":1}]");
    }

    @Test
    void theIntervalTellsOfMomentsAndLeavesOpenWhatHasNone() throws Exception {
        assertThat(counts("/collections/moments/counts").toString())
                .isEqualTo("[{\"by\":{},\"interval\":[\"1999-12-31T00:00:00Z\",\"2021-05-03T00:00:00Z\"],"
                        + "\"undated\":1,\"count\":10}]");
        assertThat(counts("/collections/ancient/counts").toString())
                .contains("[\"-4712-01-01T00:00:00Z\",\"+294276-12-31T23:59:59Z\"]");
        assertThat(counts("/collections/periods/counts").toString())
                .contains("\"interval\":[\"2021-01-01T00:00:00Z\",\"2021-03-31T00:00:00Z\"],\"undated\":1");
        assertThat(counts("/collections/periods/counts?id=5").toString())
                .contains("\"interval\":[\"2021-02-28T00:00:00Z\",null],\"undated\":0");
        assertThat(counts("/collections/periods/counts?id=4").toString()).contains("\"interval\":null,\"undated\":1");
    }

    private String steps(String path) throws Exception {
        return String.join(
                ", ",
                StreamSupport.stream(counts(path).spliterator(), false)
                        .map(row -> (row.get("time").isNull()
                                        ? "null"
                                        : row.get("time").asString()) + ": " + row.get("count"))
                        .toList());
    }

    private JsonNode counts(String path) throws Exception {
        JsonAnswer answer = JsonAnswer.of(get(path));
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        assertThat(List.copyOf(answer.body().propertyNames())).containsExactly("counts", "links");
        return answer.body().get("counts");
    }
}
