package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.truceline.ServerTest;

/** Areas from the example's rules and lines, computed by the server in the background. */
class WithdrawalAreasTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LAYER = "layer.\"withdrawal-areas\"";

    @Autowired
    private AreaQueue queue;

    @Autowired
    private AreaInputs inputs;

    @Autowired
    @Qualifier("areaWorker")
    private BackgroundWorker worker;

    @BeforeEach
    void awaitAreas() {
        awaitStatus("current", "true");
    }

    @Test
    void eachRuleHasAnAreaForEachClaimForTheirUnionAndForWhatIsUndisputed() {
        assertThat(strings("SELECT claim FROM " + LAYER + " WHERE rule = 'kt-heavy-10km-kg'"))
                .containsExactlyInAnyOrder("osm-2017-kg-tj", "natural-earth-4.1.0-kg-tj", "union", "intersection");
        assertThat(strings("SELECT claimed_by FROM " + LAYER + " WHERE rule = 'kt-heavy-10km-kg'"))
                .containsExactlyInAnyOrder(
                        "OpenStreetMap, 2017", "Natural Earth 4.1.0, 1:10m", "At least one claim", "Every claim");
        assertThat(strings("SELECT id FROM " + LAYER)).hasSize(4 * 4 + 6);
        assertThat(strings("SELECT id FROM " + LAYER + " WHERE max_error_m > 1 OR tolerance_m > 1 OR geom IS NULL"))
                .isEmpty();
    }

    @Test
    void theUndisputedPartIsInEveryClaimAndEveryClaimInTheUnion() {
        assertThat(strings("""
                                SELECT c.id
                                  FROM layer."withdrawal-areas" c
                                  JOIN layer."withdrawal-areas" u ON u.rule = c.rule AND u.reading = 'union'
                                  JOIN layer."withdrawal-areas" i ON i.rule = c.rule AND i.reading = 'intersection'
                                 WHERE c.reading = 'claim'
                                   -- Overlays round to the last digit.
                                   AND ST_Area(ST_Difference(c.geom, u.geom)::geography) < 1
                                   AND ST_Area(ST_Difference(i.geom, c.geom)::geography) < 1
                                   AND ST_Area(u.geom) > ST_Area(c.geom) AND ST_Area(c.geom) > ST_Area(i.geom)
                                   AND u.max_error_m >= c.max_error_m AND i.max_error_m >= c.max_error_m
                                """)).hasSize(8);
    }

    @Test
    void areasOfTheTwoSidesMeetAtTheLineWithoutOverlapOrGap() {
        assertThat(strings("""
                                SELECT k.id
                                  FROM layer."withdrawal-areas" k
                                  JOIN layer."withdrawal-areas" t ON t.alignment = k.alignment
                                   AND t.equipment_class = k.equipment_class AND t.party = 'TJ'
                                  JOIN ceasefire.alignment a ON a.id = k.alignment
                                 WHERE k.party = 'KG'
                                   AND NOT ST_Relate(k.geom, t.geom, '2********')
                                   AND ST_CoveredBy(a.geom, k.geom) AND ST_CoveredBy(a.geom, t.geom)
                                """)).hasSize(4);
    }

    @Test
    void anAreaFollowsItsRuleAndTheOldOneStaysWithItsPeriod() {
        String id = "kt-heavy-10km-tj~natural-earth-4.1.0-kg-tj";
        String versions = "SELECT computed_distance_m || CASE WHEN held_to IS NULL THEN ' now' ELSE ' until then' END"
                + " FROM layer.\"withdrawal-area-versions\" WHERE area = '" + id + "' ORDER BY held_from DESC, id DESC";
        double before = area(id);
        try {
            jdbc().sql("UPDATE ceasefire.withdrawal_rule SET distance_m = 5000 WHERE id = 'kt-heavy-10km-tj'")
                    .update();
            assertThat(strings("SELECT DISTINCT status FROM " + LAYER + " WHERE rule = 'kt-heavy-10km-tj'"))
                    .containsAnyOf("stale", "current");
            awaitStatus("current", "computed_distance_m = 5000 AND rule = 'kt-heavy-10km-tj'");
            assertThat(area(id)).isBetween(before * 0.4, before * 0.6);
            assertThat(strings(versions)).startsWith("5000 now", "10000 until then");
        } finally {
            jdbc().sql("UPDATE ceasefire.withdrawal_rule SET distance_m = 10000 WHERE id = 'kt-heavy-10km-tj'")
                    .update();
        }
        awaitStatus("current", "computed_distance_m = 10000 AND rule = 'kt-heavy-10km-tj'");
        awaitStatus("current", "rule = 'kt-heavy-10km-tj'");
        assertThat(area(id)).isEqualTo(before);
        assertThat(strings(versions)).startsWith("10000 now", "5000 until then", "10000 until then");
        assertThat(strings("""
                                SELECT a.id FROM ceasefire.withdrawal_area a
                                  JOIN ceasefire.withdrawal_area b
                                    ON b.rule_id = a.rule_id AND b.claim = a.claim AND b.id > a.id
                                 WHERE tstzrange(a.held_from, a.held_to) && tstzrange(b.held_from, b.held_to)
                                """)).isEmpty();
    }

    @Test
    void anEditThatMovesNothingMakesNoAreaStale() {
        for (String edit : List.of(
                "UPDATE ceasefire.withdrawal_rule SET reference = reference || '.'",
                "UPDATE ceasefire.alignment SET note = note || '.', geom = geom",
                "UPDATE ceasefire.territory SET name = name, geom = geom")) {
            jdbc().sql(edit).update();
            assertThat(strings("SELECT id FROM " + LAYER + " WHERE status <> 'current'"))
                    .isEmpty();
        }
    }

    @Test
    void aFailureIsToldAndWaitsForAnInputToMove() {
        String id = "kt-posts-3km-kg~t-claim";
        try {
            jdbc().sql("INSERT INTO ceasefire.dataset (id, title, licence) VALUES ('t-claim', 'Test', 'None')")
                    .update();
            jdbc().sql(
                            "INSERT INTO ceasefire.alignment (id, dataset_id, boundary_line_id, status, geom)"
                                    + " VALUES ('t-claim', 't-claim', 'kg-tj', 'claimed', 'SRID=4326;MULTILINESTRING ((70 40, 70.1 40))')")
                    .update();
            assertThat(strings("SELECT status FROM " + LAYER + " WHERE id = '" + id + "'"))
                    .containsAnyOf("pending", "failed");
            awaitStatus("failed", "alignment = 't-claim'");
            OffsetDateTime failedAt = computedAt(id);
            queue.refresh();
            assertThat(strings("SELECT rule_id FROM ceasefire.withdrawal_area_job WHERE claim = 't-claim'"))
                    .isEmpty();
            assertThat(computedAt(id)).isEqualTo(failedAt);
            jdbc().sql("INSERT INTO ceasefire.territory (id, dataset_id, party_id, kind, name, geom) VALUES"
                            + " ('t-claim', 't-claim', 'KG', 'country', 'T',"
                            + " 'SRID=4326;MULTIPOLYGON (((70 40, 70.1 40, 70.1 41, 70 41, 70 40)))')")
                    .update();
            awaitStatus("current", "id = '" + id + "'");
        } finally {
            jdbc().sql("DELETE FROM ceasefire.territory WHERE id = 't-claim'").update();
            jdbc().sql("DELETE FROM ceasefire.alignment WHERE id = 't-claim'").update();
            jdbc().sql("DELETE FROM ceasefire.dataset WHERE id = 't-claim'").update();
        }
        queue.refresh();
        assertThat(strings("SELECT id FROM " + LAYER + " WHERE claim = 't-claim'"))
                .isEmpty();
        assertThat(
                        strings(
                                "SELECT id FROM layer.\"withdrawal-area-versions\" WHERE claim = 't-claim' AND held_to IS NULL"))
                .isEmpty();
    }

    @Test
    void twoServersShareTheWorkWithoutATransactionThatStaysOpen() {
        worker.stop();
        try {
            makeStale();
            queue.refresh();
            AreaJob first = queue.claim().orElseThrow();
            AreaJob second = queue.claim().orElseThrow();
            assertThat(first.area()).isNotEqualTo(second.area());
            // Others' transactions are over in a moment; one that came with the jobs would stay.
            await(
                    "no transaction open",
                    () -> strings("SELECT state FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'")
                            .isEmpty());
            AreaInput input = inputs.find(first.area()).orElseThrow();
            assertThat(queue.finish(first, input, new AreaResult.Failure("test")))
                    .isTrue();
            assertThat(strings("SELECT id FROM " + LAYER + " WHERE status = 'failed' AND failure = 'test'"))
                    .containsExactly(first.area().toString());
            queue.giveBack(second);
        } finally {
            forgetTestFailures();
            worker.start();
        }
    }

    @Test
    void aJobWhoseWorkerDiedIsFreeWhenItsLeaseIsOver() {
        worker.stop();
        try {
            makeStale();
            queue.refresh();
            AreaJob dead = queue.claim().orElseThrow();
            AreaInput input = inputs.find(dead.area()).orElseThrow();
            jdbc().sql(
                            "UPDATE ceasefire.withdrawal_area_job SET leased_until = now() - interval '1 s' WHERE worker = ?")
                    .param(dead.worker())
                    .update();
            AreaJob next = queue.claim().orElseThrow();
            assertThat(next.area()).isEqualTo(dead.area());
            assertThat(queue.renew(dead)).isFalse();
            assertThat(queue.renew(next)).isTrue();
            assertThat(queue.finish(dead, input, new AreaResult.Failure("test")))
                    .as("what comes after the lease is not stored")
                    .isFalse();
            assertThat(queue.finish(next, input, new AreaResult.Failure("test")))
                    .isTrue();
        } finally {
            forgetTestFailures();
            worker.start();
        }
    }

    @Test
    void aResultWhoseInputsHaveMovedIsNotStored() {
        worker.stop();
        try {
            makeStale();
            queue.refresh();
            AreaJob job = queue.claim().orElseThrow();
            AreaInput input = inputs.find(job.area()).orElseThrow();
            makeStale();
            assertThat(queue.finish(job, input, new AreaResult.Failure("test"))).isFalse();
            assertThat(strings("SELECT status FROM " + LAYER + " WHERE id = '" + job.area() + "'"))
                    .containsExactly("stale");
            queue.refresh();
            assertThat(strings("SELECT rule_id || '~' || claim FROM ceasefire.withdrawal_area_job"))
                    .contains(job.area().toString());
        } finally {
            worker.start();
        }
    }

    @Test
    void healthTellsHowManyAreReady() throws Exception {
        assertThat(get("/actuator/health").body()).contains("\"total\":22", "\"ready\":22", "\"atWork\":0");
    }

    /** Moves the versions of all rules. */
    private void makeStale() {
        jdbc().sql("UPDATE ceasefire.withdrawal_rule SET distance_m = distance_m + 1")
                .update();
        jdbc().sql("UPDATE ceasefire.withdrawal_rule SET distance_m = distance_m - 1")
                .update();
    }

    private void forgetTestFailures() {
        jdbc().sql("DELETE FROM ceasefire.withdrawal_area WHERE reason = 'test'")
                .update();
    }

    private void awaitStatus(String status, String which) {
        BooleanSupplier reached = () -> strings(
                                "SELECT id FROM " + LAYER + " WHERE (" + which + ") AND status <> '" + status + "'")
                        .isEmpty()
                && !strings("SELECT id FROM " + LAYER + " WHERE " + which).isEmpty();
        await(status, reached);
    }

    private void await(String what, BooleanSupplier reached) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not " + what + " within " + PATIENCE.toSeconds() + " s: "
                        + strings("SELECT id || ' ' || status || coalesce(' ' || failure, '') FROM " + LAYER));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private double area(String id) {
        return jdbc().sql("SELECT ST_Area(geom::geography) FROM " + LAYER + " WHERE id = ?")
                .param(id)
                .query(Double.class)
                .single();
    }

    private OffsetDateTime computedAt(String id) {
        return jdbc().sql("SELECT computed_at FROM " + LAYER + " WHERE id = ?")
                .param(id)
                .query(OffsetDateTime.class)
                .single();
    }

    private List<String> strings(String query) {
        return jdbc().sql(query).query(String.class).list();
    }
}
