package org.truceline.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.truceline.editing.Writing.Answer;
import tools.jackson.databind.JsonNode;

/** Features are created, changed and deleted over HTTP. */
class EditingTest extends ServerTest {
    private static final String ITEMS = "/collections/incidents/items";
    /** Records go on counting their versions when they are made again: each test has its own. */
    private final String id = "ed-" + UUID.randomUUID();

    private final String item = ITEMS + "/" + id;
    private final String shots = "{\"type\":\"Feature\",\"id\":\"" + id + "\","
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[70.55,39.9]},\"properties\":{\"event_type\":\"Battles\","
            + "\"summary\":\"Shots were heard\",\"time_precision\":\"day\",\"time_start\":\"2021-04-29T00:00:00Z\","
            + "\"time_end\":\"2021-04-30T00:00:00Z\",\"observed_count\":3,\"uncertainty_m\":250.5}}";

    @Autowired
    private Accounts accounts;

    private Writing writing = new Writing("", "");

    @BeforeEach
    void signIn() {
        writing = new Writing(uri("").toString(), accounts.renewAdmin());
    }

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'ed-%' OR id LIKE 'incident-%'")
                .update();
    }

    @Test
    void aFeatureIsCreatedWhereItsLocationSays() throws Exception {
        Answer created = writing.send("POST", ITEMS, shots.replace("\"id\":\"" + id + "\",", ""));

        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
        assertThat(created.header("Location")).startsWith("http://127.0.0.1:").contains(ITEMS + "/incident-");
        JsonNode feature = feature(created.header("Location").replaceFirst("^http://[^/]+", ""));
        assertThat(feature.at("/properties/summary").asString()).isEqualTo("Shots were heard");
        assertThat(feature.at("/properties/observed_count").asInt()).isEqualTo(3);
        assertThat(feature.at("/properties/status").asString()).isEqualTo("reported");
        assertThat(feature.at("/properties/rev").asLong()).isEqualTo(1);
        assertThat(feature.get("geometry").toString()).isEqualTo("{\"type\":\"Point\",\"coordinates\":[70.55,39.9]}");
    }

    @Test
    void anIdIsKeptUnlessItIsTaken() throws Exception {
        assertThat(writing.send("POST", ITEMS, shots).header("Location")).endsWith("/" + id);

        Answer again = writing.send("POST", ITEMS, shots);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("detail").asString()).contains("\"" + id + "\" is taken");
    }

    @Test
    void aPutReplacesAllAndAPatchOnlyWhatItNames() throws Exception {
        create();

        Answer patched =
                writing.send("PATCH", item, "{\"properties\":{\"summary\":\"Shots\",\"observed_count\":null}}");
        assertThat(patched.status()).as(patched.response().body()).isEqualTo(204);
        JsonNode after = feature(item);
        assertThat(after.at("/properties/summary").asString()).isEqualTo("Shots");
        assertThat(after.at("/properties/observed_count").isNull()).isTrue();
        assertThat(after.at("/properties/uncertainty_m").asDouble()).isEqualTo(250.5);

        String whole = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"event_type\":\"Riots\","
                + "\"summary\":\"A quarrel\",\"time_precision\":\"unknown\",\"place_name\":\"read with it\"}}";
        assertThat(writing.send("PUT", item, whole).status()).isEqualTo(204);
        JsonNode replaced = feature(item);
        assertThat(replaced.at("/properties/event_type").asString()).isEqualTo("Riots");
        assertThat(replaced.at("/properties/time_start").isNull()).isTrue();
        assertThat(replaced.get("geometry").isNull()).isTrue();
        assertThat(replaced.at("/properties/rev").asLong()).isEqualTo(3);
    }

    @Test
    void whatIsDeletedIsGoneAndStaysInHistory() throws Exception {
        create();

        assertThat(writing.send("DELETE", item + "?correction_reason=Never%20happened", "")
                        .status())
                .isEqualTo(204);
        assertThat(get(item).statusCode()).isEqualTo(404);
        assertThat(writing.send("DELETE", item, "").status()).isEqualTo(404);
        assertThat(acts()).last().asString().contains("Never happened");
    }

    @Test
    void everyFaultIsNamedAtOnce() throws Exception {
        String faulty = "{\"type\":\"Feature\",\"id\":\"ed no slug\",\"geometry\":{\"type\":\"LineString\","
                + "\"coordinates\":[[70,39],[71,40]]},\"properties\":{\"event_type\":\"Quarrel\",\"observed_count\":2.5,"
                + "\"time_start\":\"yesterday\",\"where_prec\":9,\"place\":\"nowhere-at-all\",\"actor_1\":\"TJ\",\"actor_2\":\"KG\","
                + "\"time_precision\":\"unknown\",\"sumary\":\"misspelt\",\"status\":\"duplicate_of\"}}";

        Answer answer = writing.send("POST", ITEMS, faulty);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        List<String> pointers = StreamSupport.stream(answer.body().get("errors").spliterator(), false)
                .map(error -> error.get("pointer").asString())
                .toList();
        assertThat(pointers)
                .containsExactlyInAnyOrder(
                        "/id",
                        "/geometry",
                        "/properties/event_type",
                        "/properties/observed_count",
                        "/properties/time_start",
                        "/properties/where_prec",
                        "/properties/place",
                        "/properties/actor_1",
                        "/properties/sumary",
                        "/properties/summary",
                        "/properties/status");
        assertThat(answer.response().body()).contains("expected is one of Battles", "\\\"summary\\\"");
    }

    @Test
    void whatFollowsOnAStatusIsSaid() throws Exception {
        create();
        assertThat(patch("\"status\":\"disputed\"").status()).isEqualTo(204);

        Answer refused = patch("\"status\":\"verified\"");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/properties/status");
        assertThat(refused.response().body()).contains("Expected is one of: under_verification");
    }

    @Test
    void anEditOfAPassedStateFails() throws Exception {
        create();
        String tag = awaitTag(item);
        assertThat(get(item, "If-None-Match", tag).statusCode()).isEqualTo(304);
        jdbc().sql("INSERT INTO ceasefire.incident (id, event_type, summary, time_precision)"
                        + " VALUES ('ed-other', 'Riots', 'Another one', 'unknown')")
                .update();

        String patch = "{\"properties\":{\"summary\":\"Shots\"}}";
        assertThat(writing.send("PATCH", item, patch, "If-Match", tag).status())
                .as("another feature's edit makes no edit of this one fail")
                .isEqualTo(204);
        Answer late = writing.send("PATCH", item, patch, "If-Match", tag);
        assertThat(late.status()).isEqualTo(412);
        assertThat(writing.send("DELETE", item, "", "If-Match", tag).status()).isEqualTo(412);
        assertThat(writing.send("DELETE", item, "", "If-Match", "*").status()).isEqualTo(204);
    }

    @Test
    void editsOfAnOlderVersionAreMergedOrBothValuesTold() throws Exception {
        create();
        assertThat(patch("\"summary\":\"Shots from the east\"").status()).isEqualTo(204);

        assertThat(patch("\"observed_count\":5,\"rev\":1").status()).isEqualTo(204);
        JsonNode merged = feature(item);
        assertThat(merged.at("/properties/summary").asString()).isEqualTo("Shots from the east");
        assertThat(merged.at("/properties/observed_count").asInt()).isEqualTo(5);

        Answer conflict = patch("\"summary\":\"Shots from the west\",\"rev\":1");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body().get("conflicts").toString())
                .isEqualTo("[{\"pointer\":\"/properties/summary\",\"before\":\"Shots were heard\","
                        + "\"yours\":\"Shots from the west\",\"theirs\":\"Shots from the east\"}]");
        assertThat(conflict.body().get("rev").asLong()).isEqualTo(3);
        assertThat(patch("\"summary\":\"Shots from the east\",\"rev\":1").status())
                .as("both say the same")
                .isEqualTo(204);
        Answer unread = patch("\"summary\":\"x\",\"rev\":99");
        assertThat(unread.body().at("/errors/0/pointer").asString()).isEqualTo("/properties/rev");
    }

    @Test
    void historyTellsWhoAndWhy() throws Exception {
        create();
        patch("\"summary\":\"Shots\",\"correction_reason\":\"The source corrected itself\"");
        patch("\"summary\":\"Shots\"");

        assertThat(acts()).containsExactly("admin: null", "admin: The source corrected itself");
        assertThat(jdbc().sql("SELECT rev FROM ceasefire.incident WHERE id = '" + id + "'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    /** The numbers in the record are those of its versions, whoever edits. */
    @Test
    void editsInSqlAreNumberedToo() throws Exception {
        create();
        jdbc().sql("UPDATE ceasefire.incident SET summary = 'Corrected' WHERE id = '" + id + "'")
                .update();
        jdbc().sql("UPDATE ceasefire.incident SET summary = summary WHERE id = '" + id + "'")
                .update();
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id = '" + id + "'").update();
        assertThat(writing.send("POST", ITEMS, shots).status()).isEqualTo(201);

        assertThat(feature(item).at("/properties/rev").asLong()).isEqualTo(4);
        assertThat(jdbc().sql("SELECT count(*) FROM ceasefire.incident i WHERE i.rev IS DISTINCT FROM"
                                + " (SELECT max(h.rev) FROM history.incident h WHERE h.record = i.id)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void geometriesComeInTheReferenceSystemThatIsNamed() throws Exception {
        create();
        String latitudeFirst = "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[39.95,70.6]}}";
        Answer swapped = writing.send(
                "PATCH", item, latitudeFirst, "Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/4326>");
        assertThat(swapped.status()).as(swapped.response().body()).isEqualTo(204);
        assertThat(feature(item).at("/geometry/coordinates").toString()).isEqualTo("[70.6,39.95]");

        String utm = "http://www.opengis.net/def/crs/EPSG/0/32642";
        String projected = feature(item + "?crs=" + utm).get("geometry").toString();
        Answer moved = writing.send("PATCH", item, "{\"geometry\":" + projected + "}", "Content-Crs", "<" + utm + ">");
        assertThat(moved.status()).as(moved.response().body()).isEqualTo(204);
        JsonNode back = feature(item).at("/geometry/coordinates");
        assertThat(back.get(0).asDouble()).isCloseTo(70.6, offset(1e-8));
        assertThat(back.get(1).asDouble()).isCloseTo(39.95, offset(1e-8));

        Answer unknown = writing.send("PATCH", item, latitudeFirst, "Content-Crs", "<http://example.org/moon>");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().get("parameter").asString()).isEqualTo("Content-Crs");
    }

    /** An incident with an area is a feature of another collection. */
    @Test
    void aFeatureStaysInItsCollection() throws Exception {
        String area = shots.replace(
                "{\"type\":\"Point\",\"coordinates\":[70.55,39.9]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[70.5,39.9],[70.6,39.9],[70.6,40],[70.5,39.9]]]}");
        assertThat(writing.send("POST", "/collections/incident-areas/items", area)
                        .status())
                .isEqualTo(201);
        assertThat(feature("/collections/incident-areas/items/" + id)
                        .at("/geometry/type")
                        .asString())
                .isEqualTo("MultiPolygon");
        assertThat(patch("\"summary\":\"x\"").status()).isEqualTo(404);

        Answer nowhere = writing.send(
                "PATCH",
                "/collections/incident-areas/items/" + id,
                "{\"geometry\":null,\"properties\":{\"uncertainty_m\":null}}");
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.response().body()).contains("the collection wouldn't show the feature");
    }

    @Test
    void methodsAreThoseOfTheResource() throws Exception {
        assertThat(allow(ITEMS)).contains("GET", "HEAD", "OPTIONS", "POST").doesNotContain("PUT", "DELETE");
        assertThat(allow(ITEMS + "/KT-2021-001"))
                .contains("GET", "PUT", "PATCH", "DELETE")
                .doesNotContain("POST");
        assertThat(allow("/collections/compliance/items")).contains("GET").doesNotContain("POST");
        assertThat(allow("/collections/compliance/items/x")).contains("GET").doesNotContain("PUT", "PATCH", "DELETE");

        HttpResponse<String> refused = send(
                HttpRequest.newBuilder(uri("/collections/compliance/items")).POST(BodyPublishers.ofString(shots)));
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue("GET,HEAD,OPTIONS");
        assertThat(send(HttpRequest.newBuilder(uri(ITEMS)).POST(BodyPublishers.ofString(shots)))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, text/plain, x, 415",
        "PATCH, application/geo+json, {}, 415",
        "POST, application/geo+json, {, 400",
        "POST, application/geo+json, [], 422",
        "PATCH, application/merge-patch+json, '{\"properties\":{\"killed_best\":3}}', 422",
        "PATCH, application/merge-patch+json, '{\"properties\":{\"event_type\":null}}', 422"
    })
    void bodiesThatMakeNoSenseAreRefused(String method, String type, String body, int status) throws Exception {
        create();
        String path = method.equals("POST") ? ITEMS : item;

        assertThat(writing.send(method, path, body, "Content-Type", type).status())
                .isEqualTo(status);
    }

    @Test
    void bodiesAreBounded() throws Exception {
        String endless = shots.replace("Shots were heard", "x".repeat(9 * 1024 * 1024));
        assertThat(writing.send("POST", ITEMS, endless).status()).isEqualTo(413);
    }

    @Test
    void theSchemaTellsWhatCanBeEdited() throws Exception {
        JsonNode properties = feature("/collections/incidents/schema").get("properties");

        assertThat(properties.get("summary").has("readOnly")).isFalse();
        assertThat(properties.get("geom").has("readOnly")).isFalse();
        assertThat(properties.at("/killed_best/readOnly").asBoolean()).isTrue();
        assertThat(properties.at("/rev/readOnly").asBoolean()).isTrue();
    }

    private void create() throws Exception {
        Answer created = writing.send("POST", ITEMS, shots);
        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
    }

    private Answer patch(String properties) throws Exception {
        return writing.send("PATCH", item, "{\"properties\":{" + properties + "}}");
    }

    private List<String> acts() {
        return jdbc().sql(
                        "SELECT coalesce(a.editor, 'nobody') || ': ' || coalesce(a.reason, 'null') AS act FROM history.incident h"
                                + " JOIN history.act a ON a.id = h.act WHERE h.record = ? ORDER BY h.rev")
                .param(id)
                .query(String.class)
                .list();
    }

    private List<String> allow(String path) throws Exception {
        HttpResponse<String> options =
                send(HttpRequest.newBuilder(uri(path)).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isBetween(200, 204);
        return List.of(options.headers().firstValue("Allow").orElseThrow().split("\\s*,\\s*"));
    }

    private JsonNode feature(String path) throws Exception {
        return new Answer(get(path)).body();
    }
}
