package org.truceline.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.truceline.editing.Writing.Answer;
import tools.jackson.databind.JsonNode;

/** Agreements, their parties and their rules, edited over HTTP and in SQL, and what follows from them. */
class ListEditsTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String id = "ed-" + UUID.randomUUID();
    private final String agreement = "/collections/agreements/items/" + id;
    private final String rule = "/collections/withdrawal-rules/items/" + id;

    @Autowired
    private Accounts accounts;

    private Writing writing = new Writing("", "");

    @BeforeEach
    void agree() throws Exception {
        writing = new Writing(uri("").toString(), accounts.renewAdmin());
        create("agreements", "\"name\":\"Of the post\",\"kind\":\"withdrawal\",\"parties\":\" TJ ,KG,TJ\"");
    }

    @AfterEach
    void forget() {
        for (String table : List.of("withdrawal_rule", "withdrawal_area", "agreement", "alignment")) {
            String column = table.equals("withdrawal_area") ? "rule_id" : "id";
            jdbc().sql("DELETE FROM ceasefire." + table + " WHERE " + column + " LIKE 'ed-%'")
                    .update();
        }
    }

    @Test
    void aListIsTheSameInItsTable() throws Exception {
        assertThat(property(agreement, "parties")).isEqualTo("KG, TJ");
        assertThat(parties()).containsExactly("KG", "TJ");

        patch(agreement, "\"parties\":\"UZ,KG\"", 204);
        assertThat(parties()).containsExactly("KG", "UZ");
        long rev = rev();
        jdbc().sql("INSERT INTO ceasefire.agreement_party (agreement_id, party_id) VALUES ('" + id + "', 'TJ')")
                .update();
        assertThat(property(agreement, "parties")).isEqualTo("KG, TJ, UZ");
        assertThat(rev()).isEqualTo(rev + 1);
        Answer late = writing.send("PATCH", agreement, "{\"properties\":{\"parties\":\"KG\",\"rev\":" + rev + "}}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().at("/conflicts/0/theirs").asString()).isEqualTo("KG, TJ, UZ");

        patch(agreement, "\"parties\":null", 204);
        assertThat(parties()).isEmpty();
        assertThat(feature(agreement).at("/properties/parties").isNull()).isTrue();
    }

    @Test
    void whatCannotBeListedIsSaid() throws Exception {
        Answer unknown = patch(agreement, "\"parties\":\"KG, Atlantis\"", 422);
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/properties/parties");
        assertThat(unknown.body().at("/errors/0/detail").asString()).contains("there is no Atlantis", "expected");
        assertThat(parties()).containsExactly("KG", "TJ");

        makeRule("\"site\":\"kt-post-ak-say\",\"side\":\"both\",\"distance_m\":250");
        Answer bound = patch(agreement, "\"parties\":\"TJ\"", 422);
        assertThat(bound.body().at("/errors/0/pointer").asString()).isEqualTo("/properties/parties");
        assertThat(writing.send("DELETE", agreement, "").status()).isEqualTo(409);
        assertThat(parties()).containsExactly("KG", "TJ");
    }

    /** Until 1991, as claimed by a line that is drawn for it: the example's rules begin later. */
    @Test
    void areasFollowAnEditedRuleAndAnEditedLine() throws Exception {
        create(
                "boundary-lines",
                "\"line\":\"kg-tj\",\"status\":\"claimed\",\"claimant\":\"KG\",\"dataset\":\"kt-agreements\",\"left_party\":\"KG\","
                        + "\"valid_from\":\"1990-01-01\",\"valid_to\":\"1990-12-31\"",
                "{\"type\":\"MultiLineString\",\"coordinates\":[[[70.5,39.9],[70.6,39.9]]]}");
        makeRule("\"line\":\"kg-tj\",\"alignment\":\"" + id
                + "\",\"distance_m\":2000,\"valid_to\":\"1991-01-01T00:00:00Z\"");
        JsonNode first = awaitArea("");
        assertThat(first.at("/properties/equipment_class").asString()).isEqualTo("tank");

        patch(rule, "\"distance_m\":1000", 204);
        JsonNode narrower = awaitArea(first.get("geometry").toString());
        assertThat(narrower.at("/properties/computed_distance_m").asDouble()).isEqualTo(1000);
        Answer moved = writing.send(
                "PATCH",
                "/collections/boundary-lines/items/" + id,
                "{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[70.5,39.95],[70.6,39.95]]}}");
        assertThat(moved.status()).as(moved.response().body()).isEqualTo(204);
        JsonNode elsewhere = awaitArea(narrower.get("geometry").toString());
        assertThat(elsewhere.at("/geometry/coordinates").toString()).contains("39.95");

        assertThat(writing.send("DELETE", rule, "").status()).isEqualTo(204);
        assertThat(new Answer(get("/collections/withdrawal-areas/items?rule=" + id))
                        .body()
                        .get("features"))
                .isEmpty();
    }

    @Test
    void aRuleHasNoPlaceOfItsOwn() throws Exception {
        makeRule("\"site\":\"kt-post-ak-say\",\"side\":\"both\",\"distance_m\":250");

        Answer placed = writing.send("PATCH", rule, "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[70.5,39.9]}}");
        assertThat(placed.status()).isEqualTo(422);
        assertThat(placed.body().at("/errors/0/pointer").asString()).isEqualTo("/geometry");
        assertThat(new Answer(get("/collections/withdrawal-rules/schema"))
                        .body()
                        .at("/properties/geom/readOnly")
                        .asBoolean())
                .isTrue();
    }

    private void makeRule(String place) throws Exception {
        create(
                "withdrawal-rules",
                "\"agreement\":\"" + id + "\",\"party\":\"KG\",\"equipment_class\":\"tank\",\"comparator\":\">=\","
                        + place);
    }

    private void create(String collection, String properties) throws Exception {
        create(collection, properties, "null");
    }

    private void create(String collection, String properties, String geometry) throws Exception {
        Answer created = writing.send(
                "POST",
                "/collections/" + collection + "/items",
                "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"geometry\":" + geometry + ",\"properties\":{"
                        + properties + "}}");
        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
    }

    private Answer patch(String item, String properties, int status) throws Exception {
        Answer answer = writing.send("PATCH", item, "{\"properties\":{" + properties + "}}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        return answer;
    }

    /** The rule's area when it is current and another one. */
    private JsonNode awaitArea(String before) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode features = new Answer(get("/collections/withdrawal-areas/items?rule=" + id))
                    .body()
                    .get("features");
            assertThat(features).hasSize(1);
            JsonNode area = features.get(0);
            if (area.at("/properties/status").asString().equals("current")
                    && !area.get("geometry").toString().equals(before)) {
                return area;
            }
            assertThat(Instant.now()).as(area.get("properties").toString()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private List<String> parties() {
        return jdbc().sql("SELECT party_id FROM ceasefire.agreement_party WHERE agreement_id = '" + id + "' ORDER BY 1")
                .query(String.class)
                .list();
    }

    private long rev() throws Exception {
        return feature(agreement).at("/properties/rev").asLong();
    }

    private String property(String item, String name) throws Exception {
        return feature(item).at("/properties/" + name).asString();
    }

    private JsonNode feature(String path) throws Exception {
        return new Answer(get(path)).body();
    }
}
