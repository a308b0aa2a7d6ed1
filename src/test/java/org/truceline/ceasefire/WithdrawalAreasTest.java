package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;

/** Areas from the example's rules and lines, computed by the server in the background. */
class WithdrawalAreasTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LAYER = "layer.\"withdrawal-areas\"";

    @Autowired
    private AreaQueue queue;

    @Autowired
    private AreaWorker worker;

    @BeforeEach
    void awaitAreas() {
        awaitStatus("current", "true");
    }

    @Test
    void eachRuleHasAnAreaAlongEachAlignmentOfItsLine() {
        assertThat(strings("SELECT id FROM " + LAYER))
                .hasSize(8)
                .contains("kt-heavy-10km-kg~osm-2017-kg-tj", "kt-posts-3km-tj~natural-earth-4.1.0-kg-tj");
        assertThat(strings("SELECT id FROM " + LAYER + " WHERE max_error_m > 1 OR tolerance_m > 1 OR geom IS NULL"))
                .isEmpty();
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
    void anAreaFollowsItsRule() {
        String id = "kt-heavy-10km-tj~natural-earth-4.1.0-kg-tj";
        double before = area(id);
        try {
            jdbc().sql("UPDATE ceasefire.withdrawal_rule SET distance_m = 5000 WHERE id = 'kt-heavy-10km-tj'")
                    .update();
            awaitStatus("current", "computed_distance_m = 5000 AND rule = 'kt-heavy-10km-tj'");
            assertThat(area(id)).isBetween(before * 0.4, before * 0.6);
        } finally {
            jdbc().sql("UPDATE ceasefire.withdrawal_rule SET distance_m = 10000 WHERE id = 'kt-heavy-10km-tj'")
                    .update();
        }
        awaitStatus("current", "computed_distance_m = 10000 AND rule = 'kt-heavy-10km-tj'");
        assertThat(area(id)).isEqualTo(before);
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
            assertThat(strings("SELECT rule_id FROM ceasefire.withdrawal_area_job WHERE alignment_id = 't-claim'"))
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
        assertThat(strings("SELECT rule_id FROM ceasefire.withdrawal_area WHERE alignment_id = 't-claim'"))
                .isEmpty();
    }

    @Test
    void twoServersShareTheWork() {
        worker.stop();
        try {
            // Moves the versions of all four rules.
            jdbc().sql("UPDATE ceasefire.withdrawal_rule SET distance_m = distance_m + 1")
                    .update();
            jdbc().sql("UPDATE ceasefire.withdrawal_rule SET distance_m = distance_m - 1")
                    .update();
            queue.refresh();
            List<String> taken = new ArrayList<>();
            queue.work(first -> {
                taken.add(first.rule() + "~" + first.alignment());
                CompletableFuture.runAsync(() -> queue.work(second -> {
                            taken.add(second.rule() + "~" + second.alignment());
                            return new AreaResult.Failure("test");
                        }))
                        .join();
                return new AreaResult.Failure("test");
            });
            assertThat(taken).hasSize(2).doesNotHaveDuplicates();
            assertThat(strings("SELECT id FROM " + LAYER + " WHERE status = 'failed' AND failure = 'test'"))
                    .containsExactlyInAnyOrderElementsOf(taken);
        } finally {
            jdbc().sql("DELETE FROM ceasefire.withdrawal_area WHERE failure = 'test'")
                    .update();
            worker.start();
        }
    }

    @Test
    void aJobWhoseWorkerDiedIsFreeAgain() {
        worker.stop();
        try {
            jdbc().sql("DELETE FROM ceasefire.withdrawal_area WHERE rule_id = 'kt-heavy-10km-kg'")
                    .update();
            queue.refresh();
            List<String> jobs = strings("SELECT alignment_id FROM ceasefire.withdrawal_area_job");
            try {
                queue.work(input -> {
                    throw new IllegalStateException("the server dies here");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("the server dies here");
            }
            assertThat(strings("SELECT alignment_id FROM ceasefire.withdrawal_area_job"))
                    .containsExactlyInAnyOrderElementsOf(jobs)
                    .isNotEmpty();
        } finally {
            worker.start();
        }
    }

    private void awaitStatus(String status, String which) {
        BooleanSupplier reached = () -> strings(
                                "SELECT id FROM " + LAYER + " WHERE (" + which + ") AND status <> '" + status + "'")
                        .isEmpty()
                && !strings("SELECT id FROM " + LAYER + " WHERE " + which).isEmpty();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not " + status + " within " + PATIENCE.toSeconds() + " s: "
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
