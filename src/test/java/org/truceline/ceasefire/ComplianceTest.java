package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;

/** Verdicts on a set of sightings made by hand, as computed by hand. All of it in one transaction that is undone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplianceTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private AreaInputs inputs;

    @Autowired
    private AreaStore areas;

    @Autowired
    private FindingStore findings;

    @Autowired
    private VerdictStore verdicts;

    private TransactionStatus transaction;

    @BeforeAll
    void setTheStage() throws IOException {
        awaitExample();
        transaction = transactions.getTransaction(new TransactionTemplate());
        for (String statement : new ClassPathResource("compliance-stage.sql", ComplianceTest.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .split(";\\R", -1)) {
            if (!statement.isBlank()) {
                jdbc().sql(statement.replaceAll("(?m)^--.*$", "")).update();
            }
        }
        new RegimeStage(jdbc()).computeAreas(inputs, areas);
        for (StagedSighting sighting : sightings()) {
            sighting.save(jdbc());
        }
        assertThat(jdbc().sql("SELECT DISTINCT status FROM layer.compliance WHERE agreement = 'stage'")
                        .query(String.class)
                        .list())
                .containsExactly("pending");
        computeFindings();
    }

    @AfterAll
    void undo() {
        transactions.rollback(transaction);
    }

    private static List<StagedSighting> sightings() {
        return List.of(
                see("clear").west(5000, 500),
                see("far").west(15_000, 500),
                see("near-the-limit").west(9800, 500),
                see("under-one-claim").west(9000, 500),
                see("beyond-both-lines").west(-3000, 500),
                see("between-the-lines").west(-1000, 500),
                see("ring-on-the-limit").sector(10_000, 0, 180, 0, 1000),
                see("sector-inside").sector(10_000, 90, 10, 4000, 6000),
                see("strip-over-the-limit").strip(9500, 10_500),
                see("too-many")
                        .with("equipment_class_id", "air_defence")
                        .west(5000, 100)
                        .counted(12, "exact")
                        .from("2022-02-01Z", "2022-02-01Z"),
                see("as-many-as-allowed")
                        .with("equipment_class_id", "air_defence")
                        .west(5000, 100)
                        .counted(10, "exact")
                        .from("2022-02-02Z", "2022-02-02Z"),
                see("about-as-many")
                        .with("equipment_class_id", "air_defence")
                        .west(5000, 100)
                        .counted(11, "about")
                        .from("2022-02-03Z", "2022-02-03Z"),
                see("at-least-some")
                        .with("equipment_class_id", "air_defence")
                        .west(5000, 100)
                        .counted(4, "at_least")
                        .from("2022-02-04Z", "2022-02-04Z"),
                see("not-counted")
                        .with("equipment_class_id", "air_defence")
                        .west(5000, 100)
                        .from("2022-02-05Z", "2022-02-05Z"),
                see("some-here")
                        .with("equipment_class_id", "air_defence")
                        .west(5000, 100)
                        .counted(6, "exact")
                        .from("2022-02-06Z", "2022-02-06Z"),
                see("some-there")
                        .with("equipment_class_id", "air_defence")
                        .west(3000, 100)
                        .counted(6, "exact")
                        .from("2022-02-06Z", "2022-02-06Z"),
                see("evacuating").with("purpose", "medical_evacuation").west(5000, 500),
                see("at-the-depot").west(7000, 100),
                see("perhaps-at-the-depot").west(7950, 100),
                see("before").west(5000, 500).from("2021-06-01Z", "2021-06-01Z"),
                see("after").west(5000, 500).from("2023-06-01Z", "2023-06-01Z"),
                see("around-the-beginning").west(5000, 500).from("2021-12-31Z", "2022-01-02Z"),
                see("of-nobody-known").west(5000, 500).without("party_id"),
                see("of-the-other-side").west(5000, 500).with("party_id", "east"),
                see("not-sure-how-sure").west(5000, 500).without("uncertainty_m"),
                see("nowhere-told"),
                see("of-a-wider-class").west(5000, 500).with("equipment_class_id", "any_force"),
                see("by-a-rule-in-words").west(5000, 500).with("equipment_class_id", "uav"),
                see("of-another-class").west(5000, 500).with("equipment_class_id", "small_arms"),
                see("exactly-there").west(10_000, 0),
                see("exactly-too-near").west(10_000, 0).with("equipment_class_id", "mine_or_ied"),
                see("taken-back").west(5000, 500).with("status", "retracted"),
                see("repeated").west(5000, 500).with("status", "duplicate_of").with("duplicate_of_id", "clear"),
                see("confidential").west(5000, 500).with("sensitivity", "confidential"),
                see("on-the-road").of("border_post").at(21.1, 0, 2000),
                see("near-the-end-of-the-road").of("border_post").at(21.2, -400, 0),
                see("past-the-end-of-the-road").of("border_post").at(21.2, 500, 0),
                see("off-the-road").of("border_post").at(21.1, 0, -3500),
                see("left-of-the-road").of("grenade").at(21.1, 0, 1000),
                see("right-of-the-road").of("grenade").at(21.1, 0, -1000),
                see("beside-the-corridor").of("combat_aircraft").at(21.1, 0, -4500),
                see("within-the-corridor").of("combat_aircraft").at(21.1, 0, -1000),
                see("square-off-the-corridor").of("combat_aircraft").at(21.2, 700, 4500),
                see("in-the-band").of("anti_tank").west(16_000, 100),
                see("before-the-band").of("anti_tank").west(5000, 100),
                see("band-of-the-other-side").of("anti_tank").west(-16_000, 100),
                see("by-a-bare-line").of("heavy_machine_gun").at(22, -4000, 0),
                see("beyond-a-bare-line").of("heavy_machine_gun").at(22, 4000, 0),
                see("far-from-a-bare-line").of("heavy_machine_gun").at(22, -11_000, 0),
                see("across-a-bare-line").of("patrol").at(22, 1000, 0),
                see("not-across-a-bare-line").of("patrol").at(22, -1000, 0));
    }

    /** Depths are 10,000 m less the distance to either line; 2226.390 m lie between them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "clear                | violation                    | 2773.610  | 5000     | 1      | 1",
                "far                  | compliant                    | -7226.390 | -5000    | 0      | 0",
                // One claim's limit is 200 m away: Φ(200 · 2.44775/500) = Φ(0.97910).
                "near-the-limit       | indeterminate                | -2026.390 | 200      | 0      | 0.83623",
                "under-one-claim      | violation under claim one    | -1226.390 | 1000     | 0      | 1",
                "beyond-both-lines    | violation                    | 7000      | 9226.390 | 1      | 1",
                "between-the-lines    | violation                    | 8773.610  | 9000     | 1      | 1",
                "ring-on-the-limit    | indeterminate                | -2226.390 | 0        | 0      | 0.5",
                // In the middle, at √((4000² + 6000²)/2) = 5099.02 m from the observer.
                "sector-inside        | violation                    | 2872.630  | 5099.020 | 1      | 1",
                "strip-over-the-limit | indeterminate                | -2226.390 | 0        | 0      | 0.5",
                "too-many             | violation                    | 2773.610  | 5000     | 1      | 1",
                "as-many-as-allowed   | compliant                    | 2773.610  | 5000     | 1      | 1",
                "about-as-many        | indeterminate                | 2773.610  | 5000     | 1      | 1",
                "at-least-some        | indeterminate                | 2773.610  | 5000     | 1      | 1",
                "not-counted          | indeterminate                | 2773.610  | 5000     | 1      | 1",
                "some-here            | indeterminate                | 2773.610  | 5000     | 1      | 1",
                "evacuating           | compliant                    | 2773.610  | 5000     | 1      | 1",
                "at-the-depot         | compliant                    | 773.610   | 3000     | 1      | 1",
                "perhaps-at-the-depot | indeterminate                | -176.390  | 2050     | 0      | 1",
                "around-the-beginning | indeterminate                | 2773.610  | 5000     | 1      | 1",
                "of-nobody-known      | indeterminate                | 2773.610  | 5000     | 1      | 1",
                "not-sure-how-sure    | indeterminate                | 2773.610  | 5000     | -      | -",
                "nowhere-told         | indeterminate                | -         | -        | -      | -",
                "exactly-there        | compliant                    | -2226.390 | 0        | 0      | 0",
                "exactly-too-near     | violation under claim one    | -2226.390 | 0        | 0      | 1",
            })
    void verdictsAreAsComputedByHand(
            String sighting,
            String verdict,
            @Nullable Double least,
            @Nullable Double greatest,
            @Nullable Double leastLikely,
            @Nullable Double mostLikely) {
        Map<String, Object> row = jdbc().sql("SELECT * FROM layer.compliance WHERE sighting = ?")
                .param(sighting)
                .query()
                .singleRow();
        assertThat(row).containsEntry("verdict", verdict).containsEntry("status", "current");
        assertNear(row.get("depth_min_m"), least, 0.01);
        assertNear(row.get("depth_max_m"), greatest, 0.01);
        assertNear(row.get("probability_min"), leastLikely, 0.001);
        assertNear(row.get("probability_max"), mostLikely, 0.001);
    }

    /** Corridors and bands are left by crossing their boundary, which may be off by half a metre on this stage. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on-the-road             | lane       | violation | 1000   | 1000",
                "near-the-end-of-the-road | lane       | violation | 400    | 400",
                "past-the-end-of-the-road | lane       | compliant | -500   | -500",
                "off-the-road            | lane       | compliant | -500   | -500",
                "left-of-the-road        | lane-left  | violation | 1000   | 1000",
                "right-of-the-road       | lane-left  | compliant | -1000  | -1000",
                "beside-the-corridor     | lane-band  | violation | 500    | 500",
                "within-the-corridor     | lane-band  | compliant | -2000  | -2000",
                "square-off-the-corridor | lane-band  | compliant | -700   | -700",
                "in-the-band             | far-band   | violation | 1773.610 | 4000",
                "before-the-band         | far-band   | compliant | -5000  | -2773.610",
                "band-of-the-other-side  | far-band   | compliant | -26000 | -23773.610",
                "by-a-bare-line          | bare       | violation | 6000   | 6000",
                "beyond-a-bare-line      | bare       | violation | 6000   | 6000",
                "far-from-a-bare-line    | bare       | compliant | -1000  | -1000",
                "across-a-bare-line      | bare-other | violation | 1000   | 1000",
                "not-across-a-bare-line  | bare-other | compliant | -1000  | -1000",
            })
    void shapesThatAreNotRoundAreAsDeepAsTheyAreDrawn(
            String sighting, String rule, String verdict, double least, double greatest) {
        Map<String, Object> row = jdbc().sql("SELECT * FROM layer.compliance WHERE id = ?")
                .param(sighting + "~" + rule)
                .query()
                .singleRow();
        assertThat(row).containsEntry("verdict", verdict);
        assertNear(row.get("depth_min_m"), least, 0.5);
        assertNear(row.get("depth_max_m"), greatest, 0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before",
                "after",
                "of-the-other-side",
                "of-another-class",
                "taken-back",
                "repeated",
                "confidential"
            })
    void whatNoRuleSpeaksOfHasNoVerdict(String sighting) {
        assertThat(strings("SELECT verdict FROM layer.compliance WHERE sighting = '" + sighting + "'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evacuating | exempt",
                "as-many-as-allowed | no more than are allowed",
                "perhaps-at-the-depot | it may be exempt",
                "around-the-beginning | the report allows a time at which the rule did not hold",
                "of-nobody-known | whose it was is not known",
                "by-a-rule-in-words | the rule was agreed for a part of the line that is not drawn",
                "of-a-wider-class | what was seen may be of another class",
                "not-sure-how-sure | how sure the position is, is not told; it may be exempt",
                "nowhere-told | where it was is not told; it may be exempt",
                "not-counted | how many there were is not known well enough",
                "about-as-many | how many there were is not known well enough",
                "some-there | several sightings together are more than are allowed, if none was counted twice",
                "near-the-limit | the limit passes within the uncertainty of the position",
                "strip-over-the-limit | the limit passes through the sector or area",
            })
    void theReasonIsTold(String sighting, String reason) {
        assertThat(strings("SELECT DISTINCT reason FROM layer.compliance WHERE sighting = '" + sighting + "'"))
                .contains(reason);
    }

    @Test
    void whatStandsInsideTogetherIsCountedTogether() {
        assertThat(strings("SELECT sighting || ' ' || count_at_once || ' of ' || allowed FROM layer.compliance"
                        + " WHERE sighting IN ('some-here', 'some-there', 'too-many') ORDER BY sighting"))
                .containsExactly("some-here 12 of 10", "some-there 12 of 10", "too-many 12 of 10");
    }

    @Test
    void eachClaimSaysWhoseItIsHowFarItsLineIsAndWhereItIsNearest() {
        List<Map<String, Object>> claims = jdbc().sql("SELECT claim, claimed_by, published_by, verdict, distance_m,"
                        + " ST_X(ST_EndPoint(geom)) AS x, ST_Y(ST_EndPoint(geom)) AS y"
                        + " FROM layer.\"compliance-claims\" WHERE sighting = 'under-one-claim' ORDER BY claim")
                .query()
                .listOfRows();
        assertThat(claims).extracting(row -> row.get("claimed_by")).containsExactly("Map One", "Map Two");
        assertThat(claims).extracting(row -> row.get("published_by")).containsExactly("One", "Two");
        assertThat(claims).extracting(row -> row.get("verdict")).containsExactly("violation", "compliant");
        assertNear(claims.get(0).get("distance_m"), 9000.0, 0.001);
        assertNear(claims.get(1).get("distance_m"), 11_226.390, 0.001);
        assertNear(claims.get(0).get("x"), 20.0, 1e-9);
        assertNear(claims.get(1).get("x"), 20.02, 1e-9);
        assertNear(claims.get(1).get("y"), 0.0, 1e-7);
        assertThat(
                        strings(
                                "SELECT nearest_longitude::numeric(9, 6) FROM layer.compliance WHERE sighting = 'under-one-claim'"))
                .containsExactly("20.000000");
    }

    @Test
    void aVerdictIsStaleFromAnEditOnUntilItIsComputedAnew() {
        Object savepoint = transaction.createSavepoint();
        jdbc().sql("UPDATE ceasefire.sighting SET summary = summary || '.' WHERE id = 'clear'")
                .update();
        assertThat(verdict("clear")).isEqualTo("violation, current");
        jdbc().sql("UPDATE ceasefire.sighting SET point = 'SRID=4326;POINT (19.8 0)' WHERE id = 'clear'")
                .update();
        assertThat(verdict("clear")).isEqualTo("violation, stale");
        computeFindings();
        assertThat(verdict("clear")).isEqualTo("compliant, current");

        jdbc().sql("UPDATE ceasefire.alignment SET geom = ST_Translate(geom, -0.01, 0) WHERE id = 'one'")
                .update();
        assertThat(verdict("near-the-limit")).isEqualTo("indeterminate, stale");
        new RegimeStage(jdbc()).computeAreas(inputs, areas);
        computeFindings();
        assertThat(verdict("near-the-limit")).isEqualTo("violation under claim one, current");

        jdbc().sql("DELETE FROM ceasefire.withdrawal_rule WHERE id = 'farther'").update();
        computeFindings();
        assertThat(strings("SELECT sighting_id FROM ceasefire.sighting_finding WHERE rule_id = 'farther'"))
                .isEmpty();
        transaction.rollbackToSavepoint(savepoint);
    }

    private void computeFindings() {
        ComplianceWork work = new ComplianceWork(findings, verdicts);
        boolean more = true;
        while (more) {
            more = work.work(() -> true);
        }
    }

    private String verdict(String sighting) {
        return strings("SELECT verdict || ', ' || status FROM layer.compliance WHERE sighting = '" + sighting + "'")
                .get(0);
    }

    /** So that the server's worker and this test do not do the same at the same time. */
    private void awaitExample() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!strings("SELECT id FROM layer.\"withdrawal-areas\" WHERE status <> 'current'")
                        .isEmpty()
                || strings("SELECT id FROM layer.compliance").isEmpty()
                || !strings("SELECT id FROM layer.compliance WHERE status <> 'current'")
                        .isEmpty()) {
            assertThat(Instant.now())
                    .as("verdicts on the example are not there")
                    .isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void assertNear(@Nullable Object found, @Nullable Double expected, double slack) {
        if (expected == null) {
            assertThat(found).isNull();
        } else {
            assertThat(found).asInstanceOf(DOUBLE).isCloseTo(expected, within(slack));
        }
    }

    private static StagedSighting see(String id) {
        return new StagedSighting(id);
    }

    private List<String> strings(String query) {
        return jdbc().sql(query).query(String.class).list();
    }
}
