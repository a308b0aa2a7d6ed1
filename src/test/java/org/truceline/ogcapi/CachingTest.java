package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** What caches are told, on layers made as an operator makes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachingTest extends ServerTest {
    private static final String POSTS = "/collections/cached-posts/items";

    private final LayerFixture layers;

    CachingTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayers() throws IOException, InterruptedException {
        layers.table(
                        "cached-posts",
                        "id int PRIMARY KEY, name text, geom geometry(Point, 4326)",
                        "(1, 'North', ST_Point(70, 40, 4326)), (2, 'South', ST_Point(71, 39, 4326))")
                .view("by-the-clock", "SELECT *, now() AS seen_at FROM layer.\"cached-posts\"")
                .awaitServed("by-the-clock");
        awaitTag(POSTS);
    }

    @AfterAll
    void dropLayers() {
        layers.close();
    }

    @Test
    void answersWhatTheClientHasBy304WithoutABody() throws Exception {
        HttpResponse<String> first = get(POSTS);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get(POSTS, "If-None-Match", tag);

        assertThat(tag).matches("\"[\\w-]+\"");
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(again.headers().allValues("Vary")).isEqualTo(first.headers().allValues("Vary"));
    }

    @Test
    void findsTheTagAmongOthersAndWhenACacheMadeItWeak() throws Exception {
        String tag = tag(POSTS);

        assertThat(get(POSTS, "If-None-Match", "\"other\", W/" + tag).statusCode())
                .isEqualTo(304);
        assertThat(get(POSTS, "If-None-Match", "\"other\", \"another\"").statusCode())
                .isEqualTo(200);
        assertThat(get(POSTS, "If-None-Match", tag.replace("\"", "")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEditInTheDatabaseChangesTheTagAtOnce() throws Exception {
        String before = tag(POSTS);
        String featureBefore = tag(POSTS + "/1");
        jdbc().sql("UPDATE layer.\"cached-posts\" SET name = name || '!' WHERE id = 1")
                .update();
        HttpResponse<String> answer = get(POSTS, "If-None-Match", before);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("North!");
        assertThat(get(POSTS + "/1", "If-None-Match", featureBefore).body()).contains("North!");
    }

    @Test
    void countsAndExtentsAreTrueAfterEachEdit() throws Exception {
        for (int id = 10; id < 13; id++) {
            jdbc().sql("INSERT INTO layer.\"cached-posts\" VALUES (?, 'East', ST_Point(?, 40, 4326))")
                    .params(id, 70 + id)
                    .update();
            assertThat(get(POSTS + "?name=East&limit=1").body()).contains("\"numberMatched\":" + (id - 9));
            assertThat(get(POSTS + "?name=East&limit=1").body()).contains("\"numberMatched\":" + (id - 9));
        }
        jdbc().sql("DELETE FROM layer.\"cached-posts\" WHERE name = 'East'").update();
        assertThat(get(POSTS + "?name=East").body()).contains("\"numberMatched\":0");
    }

    @Test
    void everyAnswerHasATagOfItsOwn() throws Exception {
        Set<String> tags = new TreeSet<>();
        tags.add(tag(POSTS));
        tags.add(tag(POSTS + "?limit=1"));
        tags.add(tag(POSTS + "?f=html"));
        tags.add(tag(POSTS + "?f=csv"));
        tags.add(tag(POSTS, "Accept", "text/html"));
        tags.add(tag(POSTS + "?crs=http://www.opengis.net/def/crs/EPSG/0/4326"));
        tags.add(tag(POSTS + "?filter=id=1"));
        tags.add(tag(POSTS + "/1"));
        tags.add(tag(POSTS + "/2"));
        tags.add(tag(POSTS + "/1?f=html"));

        assertThat(tags).hasSize(10);
    }

    @Test
    void noCacheMayKeepWhatChangesByItself() throws Exception {
        awaitNamedInHealth("by-the-clock");
        HttpResponse<String> answer = get("/collections/by-the-clock/items");

        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get("/actuator/health").body())
                .contains("\"by-the-clock\":[\"the answer of now() changes by itself\"]");
    }

    @Test
    void noCacheMayKeepAFailure() throws Exception {
        for (String path : Set.of(POSTS + "/3", POSTS + "?limit=none", "/collections/none")) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(answer.headers().firstValue("ETag")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-store");
        }
    }

    @Test
    void anAnswerToABodyHasNoTag() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/collections/cached-posts/search"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private String tag(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers()
                .firstValue("ETag")
                .orElseThrow(
                        () -> new AssertionError("no tag: " + answer.headers().map()));
    }

    private void awaitNamedInHealth(String layer) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(10);
        while (!get("/actuator/health").body().contains('"' + layer + "\":[")) {
            assertThat(Instant.now()).as("%s is not named", layer).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
