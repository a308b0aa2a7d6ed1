package org.truceline.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.truceline.editing.Writing.Answer;
import tools.jackson.databind.JsonNode;

/** The features of a FeatureCollection are created at once: all or none. */
class BatchTest extends ServerTest {
    private static final String ITEMS = "/collections/incidents/items";

    private final String batch = "ba-" + UUID.randomUUID();

    @Autowired
    private Accounts accounts;

    private Writing writing = new Writing("", "");

    @BeforeEach
    void signIn() {
        writing = new Writing(uri("").toString(), accounts.renewAdmin());
    }

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'ba-%'").update();
    }

    @Test
    void allAreCreatedInOrderAsOneAct() throws Exception {
        Answer answer = writing.send(
                "POST",
                ITEMS,
                collection(shots(0, ""), shots(1, ",\"correction_reason\":\"Found in a notebook\""), shots(2, "")));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JsonNode created = answer.body().get("created");
        assertThat(texts(created, "id")).containsExactly(batch + "-0", batch + "-1", batch + "-2");
        assertThat(created.at("/0/rev").asLong()).isEqualTo(1);
        for (String href : texts(created, "href")) {
            assertThat(href).startsWith("http://127.0.0.1:");
            assertThat(get(URI.create(href).getPath()).statusCode()).isEqualTo(200);
        }
        assertThat(jdbc().sql("SELECT a.editor || ': ' || a.reason FROM history.act a WHERE a.id IN"
                                + " (SELECT h.act FROM history.incident h WHERE h.record LIKE ? || '-%')")
                        .param(batch)
                        .query(String.class)
                        .list())
                .containsExactly("admin: Found in a notebook");
    }

    @Test
    void idsAreMadeUpWhereThereAreNone() throws Exception {
        Answer answer = writing.send(
                "POST",
                ITEMS,
                collection(shots(0, ""), shots(1, "").replace("\"id\":\"" + batch + "-1\",", "")),
                "Content-Type",
                "application/json");

        List<String> ids = texts(answer.body().get("created"), "id");
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id = ?")
                .param(ids.get(1))
                .update();
        assertThat(ids.get(0)).isEqualTo(batch + "-0");
        assertThat(ids.get(1)).startsWith("incident-");
    }

    /** Also those that only the database finds as it writes, and those of features after one that is at fault. */
    @Test
    void allFaultsOfAllFeaturesAreNamedAndNoneIsCreated() throws Exception {
        assertThat(writing.send("POST", ITEMS, shots(9, "")).status()).isEqualTo(201);
        String taken = shots(9, "");
        String nowhere = shots(1, "").replace("{\"type\":\"Point\",\"coordinates\":[70.55,39.9]}", "null");

        Answer answer = writing.send(
                "POST",
                ITEMS,
                collection(
                        shots(0, ""),
                        shots(2, "").replace("Battles", "Quarrel").replace("\"unknown\"", "\"sometimes\""),
                        taken,
                        "{\"type\":\"Something\"}",
                        shots(3, ",\"status\":\"duplicate_of\""),
                        shots(0, ""),
                        nowhere,
                        shots(4, ",\"correction_reason\":\"One\""),
                        shots(5, ",\"correction_reason\":\"Another\"")));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        assertThat(answer.body().get("detail").asString()).contains("none was created");
        assertThat(texts(answer.body().get("errors"), "pointer"))
                .containsExactlyInAnyOrder(
                        "/features/1/properties/event_type",
                        "/features/1/properties/time_precision",
                        "/features/2/id",
                        "/features/3",
                        "/features/4/properties/status",
                        "/features/5/id",
                        "/features/8/properties/correction_reason");
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void aFeatureMayReferToOneBeforeIt() throws Exception {
        String again = shots(1, ",\"status\":\"duplicate_of\",\"duplicate_of\":\"" + batch + "-0\"");

        assertThat(writing.send("POST", ITEMS, collection(shots(0, ""), again)).status())
                .isEqualTo(201);
    }

    @Test
    void positionsAreInTheReferenceSystemThatIsNamed() throws Exception {
        Answer answer = writing.send(
                "POST",
                ITEMS,
                collection(shots(0, "").replace("[70.55,39.9]", "[39.9,70.55]"), shots(1, "")),
                "Content-Crs",
                "<http://www.opengis.net/def/crs/EPSG/0/4326>");

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        JsonNode feature = new Answer(get(ITEMS + "/" + batch + "-0")).body();
        assertThat(feature.at("/geometry/coordinates").toString()).isEqualTo("[70.55,39.9]");
    }

    @Test
    void aRepeatedBatchIsCreatedOnce() throws Exception {
        String body = collection(shots(0, ""), shots(1, ""));
        Answer first = writing.send("POST", ITEMS, body, "Idempotency-Key", batch);
        Answer second = writing.send("POST", ITEMS, body, "Idempotency-Key", batch);

        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(second.status()).as(second.response().body()).isEqualTo(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void batchesAreBounded() throws Exception {
        assertThat(writing.send("POST", ITEMS, many(1000)).status()).isEqualTo(201);
        assertThat(made()).isEqualTo(1000);

        Answer answer = writing.send("POST", ITEMS, many(1001));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().get("detail").asString())
                .isEqualTo("The FeatureCollection holds 1001 features; expected are at most 1000 at once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"features\":[]", ",\"features\":{}", ",\"features\":null"})
    void aBatchOfNothingIsRefused(String features) throws Exception {
        Answer answer = writing.send("POST", ITEMS, "{\"type\":\"FeatureCollection\"" + features + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asString()).contains("has no features");
    }

    /** Many at once are created, not changed. */
    @Test
    void aFeatureIsReplacedByNoBatch() throws Exception {
        assertThat(writing.send("POST", ITEMS, shots(0, "")).status()).isEqualTo(201);

        assertThat(writing.send("PUT", ITEMS + "/" + batch + "-0", collection(shots(0, "")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theApiTellsOfBatches() throws Exception {
        JsonNode post = new Answer(get("/api"))
                .body()
                .at("/paths")
                .get("/collections/incidents/items")
                .get("post");

        assertThat(post.at("/requestBody/content/application~1geo+json/schema/oneOf")
                        .toString())
                .contains("/Feature\"", "/FeatureCollection\"");
        assertThat(post.at("/responses/201/content/application~1json/schema/properties/created/items/required")
                        .toString())
                .isEqualTo("[\"id\",\"rev\",\"href\"]");
        assertThat(post.at("/responses/413/description").asString()).contains("more than 1000 features");
        assertThat(texts(post.get("parameters"), "name"))
                .contains("Idempotency-Key", "Content-Crs", "correction_reason");
    }

    private String shots(int number, String properties) {
        return "{\"type\":\"Feature\",\"id\":\"" + batch + "-" + number + "\",\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":[70.55,39.9]},\"properties\":{\"event_type\":\"Battles\",\"summary\":\"Shots "
                + number
                + "\",\"time_precision\":\"unknown\"" + properties + "}}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private String many(int features) {
        return IntStream.range(0, features)
                .mapToObj(number -> shots(number, ""))
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    private long made() {
        return jdbc().sql("SELECT count(*) FROM ceasefire.incident WHERE id LIKE ? || '-%'")
                .param(batch)
                .query(Long.class)
                .single();
    }

    private static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.path(member).asString(""))
                .toList();
    }
}
