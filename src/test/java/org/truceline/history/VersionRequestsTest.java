package org.truceline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The versions of a feature over HTTP. */
class VersionRequestsTest extends ServerTest {
    @Autowired
    private TransactionTemplate transactions;

    @AfterEach
    void forget() {
        PastEdits.forget(jdbc());
    }

    /** Each is what asOf shows of its moment; the source, which is a record of its own, belongs to the incident. */
    @Test
    void versionsTellWhatBecameOfAFeatureAndWhy() throws Exception {
        String versions = "/collections/incidents/items/ao-told/versions";
        edit("", of("ao-told", 0));
        edit("", of("ao-told", 1));
        edit("The source corrected the place", of("ao-told", 2));
        edit("", "UPDATE ceasefire.incident SET recorded_at = now() WHERE id = 'ao-told'");
        edit("Twice the same", "DELETE FROM ceasefire.incident WHERE id = 'ao-told'");

        JsonNode answer = json(versions);
        List<JsonNode> told = list(answer.get("versions"));
        assertThat(told.stream().map(version -> version.get("change").asString()))
                .containsExactly("removed", "changed", "changed", "added");
        assertThat(told.get(0).has("reason")).isFalse();
        JsonNode corrected = told.get(1);
        assertThat(corrected.get("reason").asString()).isEqualTo("The source corrected the place");
        JsonNode summary = list(corrected.get("differences")).stream()
                .filter(difference -> difference.get("property").asString().equals("summary"))
                .findFirst()
                .orElseThrow();
        assertThat(summary.get("before").asString()).isEqualTo("One");
        assertThat(summary.get("after").asString()).isEqualTo("One, corrected");
        assertThat(corrected.get("differences").toString())
                .contains("{\"property\":\"geometry\",\"before\":{\"type\":\"Point\",\"coordinates\":[70.55,39.9]},"
                        + "\"after\":{\"type\":\"Point\",\"coordinates\":[70.6,39.95]}}");
        assertThat(told.get(2).get("differences").toString())
                .contains("{\"property\":\"reported_by\",\"before\":null,\"after\":\"KG\"}");
        String then = corrected.get("href").asString().replaceFirst("^http://[^/]+", "");
        assertThat(json(then).at("/properties/summary").asString()).isEqualTo("One, corrected");
        assertThat(json(versions + "?limit=1").toString())
                .contains("\"rel\":\"next\"")
                .contains("before=");
        String page = get(versions + "?f=html").body();
        assertThat(page)
                .contains("The source corrected the place", "One, corrected", "<th scope=\"row\">geometry</th>");
    }

    @Test
    void versionsFollowEachOtherInParts() throws Exception {
        String versions = "/collections/incidents/items/ao-parts/versions";
        for (int i = 0; i < 3; i++) {
            edit("", of("ao-parts", i));
        }
        String all = json(versions).get("versions").toString();
        StringBuilder parts = new StringBuilder();
        String next = versions + "?limit=1";
        while (!next.isEmpty()) {
            JsonNode part = json(next);
            assertThat(part.get("versions").size()).isEqualTo(1);
            parts.append(parts.isEmpty() ? "" : ",").append(part.at("/versions/0"));
            next = list(part.get("links")).stream()
                    .filter(link -> link.get("rel").asString().equals("next"))
                    .map(link -> link.get("href").asString().replaceFirst("^http://[^/]+", ""))
                    .findFirst()
                    .orElse("");
        }
        assertThat("[" + parts + "]").isEqualTo(all);
    }

    /** While it is restricted nobody learns that there is one; after it, not what was restricted. */
    @Test
    void whatIsWithheldHasNoVersions() throws Exception {
        String versions = "/collections/incidents/items/ao-withheld/versions";
        edit("", of("ao-withheld", 0));
        assertThat(get(versions).statusCode()).isEqualTo(200);
        edit(
                "Somebody is in danger",
                "UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = 'ao-withheld'");
        edit("Secret", "UPDATE ceasefire.incident SET summary = 'Secret' WHERE id = 'ao-withheld'");
        HttpResponse<String> withheld = get(versions);
        assertThat(withheld.statusCode()).isEqualTo(404);
        assertThat(withheld.body().replace("ao-withheld", "ao-x"))
                .isEqualTo(get("/collections/incidents/items/ao-x/versions").body());
        edit("", "UPDATE ceasefire.incident SET sensitivity = 'public', summary = 'One' WHERE id = 'ao-withheld'");
        assertThat(get(versions).body())
                .doesNotContain("Secret", "danger")
                .contains("\"change\":\"removed\"", "\"change\":\"added\"");
    }

    @Test
    void featuresLeadToTheirVersions() throws Exception {
        edit("", of("ao-leads", 0));
        assertThat(get("/collections/incidents/items/ao-leads").body())
                .contains("/items/ao-leads/versions\",\"rel\":\"version-history\"");
        assertThat(get("/collections/incidents/items/ao-leads?f=html").body())
                .contains("/items/ao-leads/versions\">Versions</a>");
    }

    /** Layers whose comment names the table of their records: ids of the one are ids of the other. */
    @ParameterizedTest
    @CsvSource({
        "incidents",
        "sightings",
        "patrol-zones",
        "boundary-lines",
        "territories",
        "places",
        "agreements",
        "statements",
        "casualty-statements"
    })
    void eachFeatureOfTheExampleHasAFirstVersion(String collection) throws Exception {
        PastEdits.awaitAreas(jdbc());
        JsonNode features =
                json("/collections/" + collection + "/items?limit=1").get("features");
        String id = features.at("/0/id").asString();
        JsonNode versions = json("/collections/" + collection + "/items/" + id + "/versions")
                .get("versions");
        assertThat(versions.at("/" + (versions.size() - 1) + "/change").asString())
                .isEqualTo("added");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /collections/compliance/items/x/versions                   | 404 | does not tell versions
            /collections/incidents/items/nowhere/versions              | 404 | There is no feature "nowhere"
            /collections/incidents/items/nowhere/versions?limit=0      | 400 | expected is a whole number
            /collections/incidents/items/nowhere/versions?before=noon  | 400 | expected is an instant
            /collections/incidents/items/nowhere/versions?bbox=1,2,3,4 | 400 | is not known here
            """)
    void faultsAreNamed(String question, int status, String reason) throws Exception {
        HttpResponse<String> answer = get(question);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("detail").asString())
                .contains(reason);
    }

    /** An edit of a record of its own: what became of it in other tests stays in its history. */
    private static String of(String id, int edit) {
        return PastEdits.ALL.get(edit).replace("ao-1", id).replace("ao-2", id + "-2");
    }

    private void edit(String reason, String sql) {
        transactions.executeWithoutResult(status -> {
            jdbc().sql("SELECT set_config('truceline.correction_reason', ?, true)")
                    .param(reason)
                    .query()
                    .singleRow();
            jdbc().sql(sql).update();
        });
    }

    private JsonNode json(String question) throws Exception {
        return JsonMapper.shared().readTree(get(question).body());
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
