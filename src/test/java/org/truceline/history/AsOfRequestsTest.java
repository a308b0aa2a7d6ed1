package org.truceline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Layers as they were known at a past moment, over HTTP: the parameter {@code asOf}. */
class AsOfRequestsTest extends ServerTest {
    /** What is compared byte for byte. */
    private static final List<String> WHOLE = List.of(
            "/collections/incidents/items?f=csv&sortby=id&limit=1000",
            "/collections/places/items?f=csv&limit=1000",
            "/collections/withdrawal-areas/items?f=csv&limit=1000",
            "/collections/incidents/items?f=csv&sortby=nearest(geom,POINT(70.6 39.95))&limit=5",
            "/collections/incident-areas/export.geojson?sortby=id",
            "/collections/incidents/export.csv?sortby=id&bbox=70,39,71,41",
            "/collections/patrol-zones/export.fgb?sortby=id",
            "/collections/incidents/tiles/WebMercatorQuad/8/96/178",
            "/collections/incidents/tiles/WebMercatorQuad/6/24/44?cells=6&by=event_type",
            "/collections/patrol-zones/tiles/WorldCRS84Quad/6/17/89?filter=name='Zone'",
            "/tiles/WebMercatorQuad/6/24/44?collections=incidents,incident-areas,patrol-zones");

    /** What says besides when it was made and where the same is found. */
    private static final List<String> DOCUMENTS = List.of(
            "/collections/incidents/items?limit=1000",
            "/collections/incidents/items?resultType=hits",
            "/collections/incidents/items?resultType=hits&filter=summary LIKE 'One%25'",
            "/collections/incidents/counts?by=event_type&step=P1D",
            "/collections/incidents/items/ao-1",
            "/collections/incidents/items/ao-2",
            "/collections/patrol-zones/items?resultType=hits&bbox=70.5,39.8,70.7,40");

    @BeforeEach
    void awaitAreas() {
        PastEdits.awaitAreas(jdbc());
    }

    @AfterEach
    void forget() {
        PastEdits.forget(jdbc());
    }

    @Test
    void tenPastMomentsEqualWhatWasAnsweredThen() throws Exception {
        Map<String, Map<String, Object>> seen = new LinkedHashMap<>();
        for (String edit : PastEdits.ALL) {
            jdbc().sql(edit).update();
            seen.put(PastEdits.moment(jdbc()), answers(""));
        }
        assertThat(seen).hasSize(10);
        assertThat(seen.values().stream().map(Object::toString).distinct()).hasSize(10);
        for (Map.Entry<String, Map<String, Object>> then : seen.entrySet()) {
            Map<String, Object> found = answers("asOf=" + then.getKey());
            then.getValue()
                    .forEach((question, answer) -> assertThat(found.get(question))
                            .as(question + " as of " + then.getKey())
                            .isEqualTo(answer));
        }
    }

    private Map<String, Object> answers(String moment) throws Exception {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String question : WHOLE) {
            HttpResponse<byte[]> answer = getBytes(encoded(question, moment));
            assertThat(answer.statusCode()).as(question).isEqualTo(200);
            answers.put(question, new String(answer.body(), StandardCharsets.ISO_8859_1));
        }
        for (String question : DOCUMENTS) {
            JsonNode document =
                    JsonMapper.shared().readTree(get(encoded(question, moment)).body());
            Map<String, String> members = new LinkedHashMap<>();
            document.properties().forEach(member -> members.put(member.getKey(), String.valueOf(member.getValue())));
            members.keySet().removeAll(List.of("links", "timeStamp"));
            answers.put(question, members);
        }
        return answers;
    }

    private static String encoded(String question, String more) {
        String separator = more.isEmpty() ? "" : question.contains("?") ? "&" : "?";
        return (question + separator + more).replace(" ", "%20").replace("'", "%27");
    }

    /** Restricted, it is restricted in what was known before as well; deleted, it was there before. */
    @Test
    void whatIsWithheldNowIsWithheldInThePastToo() throws Exception {
        jdbc().sql(PastEdits.ALL.get(0)).update();
        String moment = PastEdits.moment(jdbc());
        String feature = "/collections/incidents/items/ao-1?asOf=" + moment;
        String count = "/collections/incidents/items?resultType=hits&id=ao-1&asOf=" + moment;
        String tile = "/collections/incidents/tiles/WebMercatorQuad/8/96/178?id=ao-1&asOf=" + moment;
        assertThat(get(feature).statusCode()).isEqualTo(200);
        assertThat(get(count).body()).contains("\"numberMatched\":1");
        assertThat(getBytes(tile).body()).isNotEmpty();

        jdbc().sql("UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = 'ao-1'")
                .update();
        assertThat(get(feature).statusCode()).isEqualTo(404);
        assertThat(get(count).body()).contains("\"numberMatched\":0");
        assertThat(getBytes(tile).body()).isEmpty();
        assertThat(get("/collections/incidents/export.csv?id=ao-1&asOf=" + moment)
                        .body())
                .doesNotContain("ao-1");

        jdbc().sql("UPDATE ceasefire.incident SET sensitivity = 'public' WHERE id = 'ao-1'")
                .update();
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id = 'ao-1'").update();
        assertThat(get("/collections/incidents/items/ao-1").statusCode()).isEqualTo(404);
        assertThat(get(feature).statusCode()).isEqualTo(200);
        assertThat(get(count).body()).contains("\"numberMatched\":1");
    }

    /** The past has tags of its own, which hold until something changes; of patrol zones nothing is computed meanwhile. */
    @Test
    void pastHasItsOwnTags() throws Exception {
        jdbc().sql(PastEdits.ALL.get(4)).update();
        String present = "/collections/patrol-zones/items?id=ao-z";
        String past = present + "&asOf=" + PastEdits.moment(jdbc());
        String tag = awaitTag(past);

        assertThat(awaitTag(present)).isNotEqualTo(tag);
        assertThat(get(past, "If-None-Match", tag).statusCode()).isEqualTo(304);
        jdbc().sql(PastEdits.ALL.get(7)).update();
        HttpResponse<String> after = get(past, "If-None-Match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("[70.5,39.8]");
        assertThat(get(present).body()).contains("[75.5,39.8]").doesNotContain("[70.5,39.8]");
    }

    @Test
    void pagesAndSearchesKeepTheMoment() throws Exception {
        jdbc().sql(PastEdits.ALL.get(0)).update();
        String moment = PastEdits.moment(jdbc());
        jdbc().sql(PastEdits.ALL.get(2)).update();

        HttpRequest.Builder search = HttpRequest.newBuilder(uri("/collections/incidents/search"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"asOf\":\"" + moment + "\",\"id\":\"ao-1\"}"));
        assertThat(send(search).body()).contains("\"summary\":\"One\"").contains("asOf=" + encoded(moment));
        String table = get("/collections/incidents/items?id=ao-1&f=html&asOf=" + moment)
                .body();
        assertThat(table).contains("One").doesNotContain("One, corrected").contains("/items/ao-1?asOf=");
        String page =
                get("/collections/incidents/items/ao-1?f=html&asOf=" + moment).body();
        assertThat(page).contains("One").doesNotContain("One, corrected").contains("/items/ao-1?asOf=");
        assertThat(get("/collections/incidents/items/ao-1?asOf=" + moment).body())
                .contains("/items/ao-1?asOf=" + encoded(moment));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /collections/compliance/items?asOf=2021-05-01T00:00:00Z                | The past of the collection "compliance" is not kept
            /collections/compliance/export.csv?asOf=2021-05-01T00:00:00Z           | is not kept
            /tiles/WebMercatorQuad/0/0/0?asOf=2021-05-01T00:00:00Z&collections=compliance | is not kept
            /collections/incidents/items?asOf=2999-01-01T00:00:00Z                 | has not come yet
            /collections/incidents/items/x?asOf=yesterday                          | expected is an instant, as 2021-05-01T12:00:00Z
            /collections/incidents/items?asOf=2021-05-01                           | expected is an instant, as 2021-05-01T12:00:00Z
            /collections/incidents/items?asOf=2021-05-01T00:00:00Z&sortby=distance_to_line(geom) | as they are now
            """)
    void askingForAPastThatThereIsNotIsRefused(String question, String reason) throws Exception {
        HttpResponse<String> answer = get(question);
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("detail").asString()).contains(reason);
        assertThat(problem.get("parameter").asString()).isEqualTo("asOf");
    }
}
