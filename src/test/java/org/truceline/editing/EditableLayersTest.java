package org.truceline.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.truceline.editing.Writing.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is true of the features of all layers that can be edited. */
class EditableLayersTest extends ServerTest {
    private final String id = "ed-" + UUID.randomUUID();

    @Autowired
    private Accounts accounts;

    private Writing writing = new Writing("", "");

    static Stream<EditableLayer> layers() {
        return Stream.of(
                EditableLayer.places(),
                EditableLayer.patrolZones(),
                EditableLayer.boundaryLines(),
                EditableLayer.territories(),
                EditableLayer.agreements(),
                EditableLayer.sightings(),
                EditableLayer.sightingAreas(),
                EditableLayer.withdrawalRules(),
                EditableLayer.patrols());
    }

    @BeforeEach
    void signIn() {
        writing = new Writing(uri("").toString(), accounts.renewAdmin());
    }

    @AfterEach
    void forget() {
        layers().forEach(layer -> jdbc().sql("DELETE FROM ceasefire." + layer.table() + " WHERE id LIKE 'ed-%'")
                .update());
        jdbc().sql("DELETE FROM ceasefire.withdrawal_area WHERE rule_id LIKE 'ed-%'")
                .update();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aFeatureIsWhatWasWritten(EditableLayer layer) throws Exception {
        create(layer);

        JsonNode created = feature(layer);
        assertThat(created.get("geometry").toString()).isEqualTo(layer.geometry());
        assertHolds(created, layer.properties());
        long first = rev(layer);

        ok(writing.send("PATCH", item(layer), "{\"properties\":{" + layer.changed() + "}}"));
        JsonNode patched = feature(layer);
        assertHolds(patched, layer.changed());
        assertThat(patched.get("geometry")).isEqualTo(created.get("geometry"));
        ok(writing.send("PATCH", item(layer), "{\"geometry\":" + layer.moved() + "}"));
        assertThat(feature(layer).get("geometry").toString()).isEqualTo(layer.moved());

        ok(writing.send("PUT", item(layer), whole(layer)));
        assertHolds(feature(layer), layer.properties());
        assertThat(rev(layer)).isGreaterThan(first + 1);
    }

    /** With all that can't be edited, as it was read. */
    @ParameterizedTest
    @MethodSource("layers")
    void whatIsSentBackAsItWasReadChangesNothing(EditableLayer layer) throws Exception {
        create(layer);

        long first = rev(layer);

        ok(writing.send("PUT", item(layer), get(item(layer)).body()));
        assertThat(rev(layer)).isEqualTo(first);
        String example = "/collections/" + layer.id() + "/items?limit=1";
        for (JsonNode loaded : new Answer(get(example)).body().get("features")) {
            String loadedItem =
                    "/collections/" + layer.id() + "/items/" + loaded.get("id").asString();
            ok(writing.send("PUT", loadedItem, get(loadedItem).body()));
            assertThat(new Answer(get(loadedItem)).body().at("/properties/rev"))
                    .isEqualTo(loaded.at("/properties/rev"));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void editsOfAnOlderVersionAreMergedOrRefused(EditableLayer layer) throws Exception {
        create(layer);
        String first = ",\"rev\":" + rev(layer);
        ok(patch(layer, layer.changed()));

        ok(patch(layer, layer.disjoint() + first));
        assertHolds(feature(layer), layer.changed());
        assertHolds(feature(layer), layer.disjoint());
        Answer conflict = patch(layer, layer.changedAgain() + first);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body().at("/conflicts/0/pointer").asString())
                .isEqualTo("/properties/"
                        + properties(layer.changed()).propertyNames().iterator().next());
        assertHolds(feature(layer), layer.changed());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aPassedStateIsNotChanged(EditableLayer layer) throws Exception {
        create(layer);
        String tag = awaitTag(item(layer));
        String body = "{\"properties\":{" + layer.changed() + "}}";

        ok(writing.send("PATCH", item(layer), body, "If-Match", tag));
        assertThat(writing.send("PATCH", item(layer), body, "If-Match", tag).status())
                .isEqualTo(412);
        assertThat(writing.send("DELETE", item(layer), "", "If-Match", tag).status())
                .isEqualTo(412);
        assertHolds(feature(layer), layer.changed());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyFaultIsNamed(EditableLayer layer) throws Exception {
        Answer answer = writing.send(
                "POST",
                "/collections/" + layer.id() + "/items",
                "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"geometry\":null,\"properties\":{" + layer.faulty()
                        + "}}");

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        List<String> pointers = StreamSupport.stream(answer.body().get("errors").spliterator(), false)
                .map(error -> error.get("pointer").asString())
                .toList();
        assertThat(String.join(" ", pointers.stream().sorted().toList()))
                .as(answer.response().body())
                .isEqualTo(layer.pointers());
        for (JsonNode error : answer.body().get("errors")) {
            assertThat(error.get("detail").asString())
                    .contains("expected")
                    .doesNotContain("ceasefire.", "for which this is so");
        }
        assertThat(get(item(layer)).statusCode()).isEqualTo(404);
    }

    /** Each version as it was, also when there is none any more, and the ways to them. */
    @ParameterizedTest
    @MethodSource("layers")
    void historyHoldsEveryVersion(EditableLayer layer) throws Exception {
        String since = cursor(layer);
        create(layer);
        String moment = moment();
        String then = shown(item(layer));
        ok(patch(layer, layer.changed() + ",\"correction_reason\":\"A better source\""));
        assertThat(shown(item(layer))).isNotEqualTo(then);
        assertThat(shown(item(layer) + "?asOf=" + moment)).isEqualTo(then);

        assertThat(writing.send("DELETE", item(layer), "").status()).isEqualTo(204);
        assertThat(get(item(layer)).statusCode()).isEqualTo(404);
        assertThat(writing.send("DELETE", item(layer), "").status()).isEqualTo(404);
        assertThat(shown(item(layer) + "?asOf=" + moment)).isEqualTo(then);
        JsonNode versions = new Answer(get(item(layer) + "/versions")).body().get("versions");
        List<String> told = new ArrayList<>();
        versions.forEach(version -> told.add(version.get("change").asString()));
        assertThat(told).containsExactly("removed", "changed", "added");
        assertThat(versions.at("/1/reason").asString()).isEqualTo("A better source");
        HttpResponse<String> changes = get(
                "/collections/" + layer.id() + "/changes?since=" + URLEncoder.encode(since, StandardCharsets.UTF_8));
        if (layer.geometry().equals("null")) {
            // Of layers without a place the log doesn't name features: whoever has a copy reads it anew.
            assertThat(changes.statusCode()).isEqualTo(410);
        } else {
            assertThat(changes.body()).contains("{\"id\":\"" + id + "\",\"feature\":null}");
        }
    }

    static Stream<EditableLayer> layersThatWithhold() {
        return Stream.of(EditableLayer.sightings(), EditableLayer.sightingAreas(), EditableLayer.patrols());
    }

    /** Now and in the past, and nobody learns by an edit that there is one. */
    @ParameterizedTest
    @MethodSource("layersThatWithhold")
    void whatIsWithheldIsNotThere(EditableLayer layer) throws Exception {
        create(layer);
        String past = item(layer) + "?asOf=" + moment();
        assertThat(get(past).statusCode()).isEqualTo(200);
        jdbc().sql("UPDATE ceasefire." + layer.table() + " SET sensitivity = 'restricted' WHERE id = '" + id + "'")
                .update();

        for (String path : List.of(item(layer), past, item(layer) + "/versions")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        Answer hidden = patch(layer, layer.changed());
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.response().body().replace(id, "ed-none"))
                .isEqualTo(writing.send(
                                "PATCH",
                                "/collections/" + layer.id() + "/items/ed-none",
                                "{\"properties\":{" + layer.changed() + "}}")
                        .response()
                        .body());
        assertThat(writing.send("DELETE", item(layer), "").status()).isEqualTo(404);
        assertThat(jdbc().sql("SELECT count(*) FROM ceasefire." + layer.table() + " WHERE id = '" + id + "'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theServerSaysWhatCanBeEdited(EditableLayer layer) throws Exception {
        String items = "/collections/" + layer.id() + "/items";
        assertThat(allow(items)).contains("POST");
        assertThat(allow(items + "/" + id)).contains("PUT", "PATCH", "DELETE");
        JsonNode schema =
                new Answer(get("/collections/" + layer.id() + "/schema")).body().get("properties");
        properties(layer.properties())
                .propertyNames()
                .forEach(name ->
                        assertThat(schema.get(name).has("readOnly")).as(name).isFalse());
        assertThat(schema.at("/rev/readOnly").asBoolean()).isTrue();
        HttpResponse<String> unsigned =
                send(HttpRequest.newBuilder(uri(items)).POST(BodyPublishers.ofString(whole(layer))));
        assertThat(unsigned.statusCode()).isEqualTo(401);
    }

    private void create(EditableLayer layer) throws Exception {
        Answer created = writing.send("POST", "/collections/" + layer.id() + "/items", whole(layer));
        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(item(layer));
    }

    private String whole(EditableLayer layer) {
        return "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"geometry\":" + layer.geometry() + ",\"properties\":{"
                + layer.properties() + "}}";
    }

    private Answer patch(EditableLayer layer, String properties) throws Exception {
        return writing.send("PATCH", item(layer), "{\"properties\":{" + properties + "}}");
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(204);
    }

    private String item(EditableLayer layer) {
        return "/collections/" + layer.id() + "/items/" + id;
    }

    private JsonNode feature(EditableLayer layer) throws Exception {
        return new Answer(get(item(layer))).body();
    }

    private long rev(EditableLayer layer) throws Exception {
        long numbered = jdbc().sql("SELECT max(rev) FROM history." + layer.table() + " WHERE record = '" + id + "'")
                .query(Long.class)
                .single();
        assertThat(feature(layer).at("/properties/rev").asLong()).isEqualTo(numbered);
        return numbered;
    }

    /** Without links, which name the moment that was asked for. */
    private String shown(String path) throws Exception {
        JsonNode feature = new Answer(get(path)).body();
        return feature.get("properties") + " " + feature.get("geometry");
    }

    /** That of the last act: what is seen now is known as of then. */
    private String moment() {
        return jdbc().sql(
                        "SELECT to_char(recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM history.chain_head")
                .query(String.class)
                .single();
    }

    private String cursor(EditableLayer layer) throws Exception {
        return new Answer(get("/collections/" + layer.id() + "/changes"))
                .body()
                .get("cursor")
                .asString();
    }

    private String allow(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).method("OPTIONS", BodyPublishers.noBody()))
                .headers()
                .firstValue("Allow")
                .orElseThrow();
    }

    private static JsonNode properties(String members) {
        return JsonMapper.shared().readTree("{" + members + "}");
    }

    private static void assertHolds(JsonNode feature, String members) {
        JsonNode properties = properties(members);
        for (String name : properties.propertyNames()) {
            assertThat(feature.at("/properties/" + name)).as(name).isEqualTo(properties.get(name));
        }
    }
}
