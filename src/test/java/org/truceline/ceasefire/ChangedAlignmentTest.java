package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line is drawn anew, and its areas and verdicts follow: over HTTP, as clients see it. */
class ChangedAlignmentTest extends ServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AREA = "/collections/withdrawal-areas/items?rule=t-moved";
    private static final String VERSIONS = "/collections/withdrawal-area-versions/items?rule=t-moved";
    private static final String VERDICT = "/collections/compliance/items?rule=t-moved";

    @Autowired
    @Qualifier("areaWorker")
    private BackgroundWorker areas;

    @BeforeEach
    void drawALine() {
        for (String statement : List.of(
                "INSERT INTO ceasefire.dataset (id, title, licence) VALUES ('t-moved', 'Test', 'None')",
                "INSERT INTO ceasefire.boundary_line (id, dataset_id, name, party_a_id, party_b_id)"
                        + " VALUES ('t-moved', 't-moved', 'Test', 'KG', 'TJ')",
                "INSERT INTO ceasefire.alignment (id, dataset_id, boundary_line_id, status, left_party_id, geom)"
                        + " VALUES ('t-moved', 't-moved', 't-moved', 'claimed', 'KG', 'SRID=4326;MULTILINESTRING ((60 -40, 60.1 -40))')",
                "INSERT INTO ceasefire.agreement (id, dataset_id, name, kind) VALUES ('t-moved', 't-moved', 'Test', 'withdrawal')",
                "INSERT INTO ceasefire.agreement_party (agreement_id, party_id) VALUES ('t-moved', 'KG')",
                "INSERT INTO ceasefire.withdrawal_rule (id, dataset_id, agreement_id, party_id, boundary_line_id, distance_m, comparator)"
                        + " VALUES ('t-moved', 't-moved', 't-moved', 'KG', 't-moved', 2000, '>=')",
                "INSERT INTO ceasefire.withdrawal_rule_class (rule_id, equipment_class_id) VALUES ('t-moved', 'tank')",
                "INSERT INTO ceasefire.sighting (id, dataset_id, party_id, equipment_class_id, summary, time_precision,"
                        + " time_start, time_end, point, uncertainty_m) VALUES ('t-moved', 't-moved', 'KG', 'tank', 'Test', 'day',"
                        + " '2022-06-01Z', '2022-06-02Z', 'SRID=4326;POINT (60.05 -39.99)', 50)")) {
            jdbc().sql(statement).update();
        }
    }

    @AfterEach
    void forgetIt() {
        for (String table : List.of(
                "sighting",
                "withdrawal_rule",
                "withdrawal_area",
                "agreement",
                "alignment",
                "boundary_line",
                "dataset")) {
            String key = table.equals("withdrawal_area") ? "rule_id" : "id";
            jdbc().sql("DELETE FROM ceasefire." + table + " WHERE " + key + " = 't-moved'")
                    .update();
        }
    }

    @Test
    void theOldAreaStaysReadableWithItsPeriodAndTheNewOneComesByItself() throws Exception {
        await(AREA, "current");
        await(VERDICT, "current");
        JsonNode old = only(AREA);
        assertThat(verdict()).isEqualTo("violation");
        areas.stop();
        try {
            jdbc().sql("UPDATE ceasefire.alignment SET geom = ST_Translate(geom, 0, 0.1) WHERE id = 't-moved'")
                    .update();
            JsonNode stale = only(AREA);
            assertThat(status(stale)).isEqualTo("stale");
            assertThat(stale.get("geometry")).isEqualTo(old.get("geometry"));
            assertThat(status(only(VERDICT))).isEqualTo("stale");
            assertThat(verdict()).as("the old verdict is shown").isEqualTo("violation");
        } finally {
            areas.start();
        }
        await(AREA, "current");
        await(VERDICT, "current");
        assertThat(only(AREA).get("geometry")).isNotEqualTo(old.get("geometry"));
        assertThat(verdict()).isEqualTo("compliant");

        assertThat(features(VERSIONS)).hasSize(2);
        String then = old.get("properties").get("computed_at").asString();
        JsonNode earlier = only(VERSIONS + "&datetime=" + then);
        assertThat(earlier.get("geometry")).isEqualTo(old.get("geometry"));
        assertThat(earlier.get("properties").get("held_to").isNull()).isFalse();
        JsonNode now = only(VERSIONS + "&datetime=" + Instant.now());
        assertThat(now.get("geometry")).isEqualTo(only(AREA).get("geometry"));
        assertThat(now.get("properties").get("held_from"))
                .isEqualTo(earlier.get("properties").get("held_to"));
    }

    private void await(String path, String status) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (features(path).isEmpty() || !status(only(path)).equals(status)) {
            assertThat(Instant.now()).as(path + " is not " + status).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private String verdict() throws IOException, InterruptedException {
        return only(VERDICT).get("properties").get("verdict").asString();
    }

    private static String status(JsonNode feature) {
        return feature.get("properties").get("status").asString();
    }

    private JsonNode only(String path) throws IOException, InterruptedException {
        List<JsonNode> features = features(path);
        assertThat(features).as(path).hasSize(1);
        return features.get(0);
    }

    private List<JsonNode> features(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body()).get("features").valueStream().toList();
    }
}
