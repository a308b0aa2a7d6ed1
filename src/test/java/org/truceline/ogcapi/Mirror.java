package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A copy of a collection, kept as docs/changes.md tells: read once, then brought up to date by what became of it. */
final class Mirror {
    /** Asks the server. */
    interface Source {
        HttpResponse<String> get(String path) throws IOException, InterruptedException;
    }

    private final Source source;
    private final String collection;
    private final Map<String, String> features = new TreeMap<>();
    private String cursor = "";
    private int timesRead;
    private int tombstones;

    Mirror(Source source, String collection) {
        this.source = source;
        this.collection = "/collections/" + collection;
    }

    /** Gets what has become of the collection until now. */
    void follow() throws IOException, InterruptedException {
        boolean isMore = true;
        while (isMore) {
            JsonAnswer answer = JsonAnswer.of(source.get(changes(cursor)));
            if (cursor.isEmpty() || answer.status() == 410) {
                readAnew();
            } else {
                assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
                answer.body().get("changes").forEach(this::take);
                cursor = answer.body().get("cursor").asString();
                isMore = !answer.link("next").isEmpty();
            }
        }
    }

    private void readAnew() throws IOException, InterruptedException {
        JsonAnswer present = JsonAnswer.of(source.get(changes("")));
        assertThat(present.body().get("changes")).isEmpty();
        features.clear();
        features.putAll(read());
        cursor = present.body().get("cursor").asString();
        timesRead++;
    }

    private void take(JsonNode change) {
        String id = change.get("id").asString();
        if (change.get("feature").isNull()) {
            features.remove(id);
            tombstones++;
        } else {
            features.put(id, change.get("feature").toString());
        }
    }

    /** What the collection holds now. */
    Map<String, String> read() throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>();
        String page = collection + "/items?limit=10000";
        while (!page.isEmpty()) {
            JsonAnswer answer = JsonAnswer.of(source.get(page));
            answer.body()
                    .get("features")
                    .forEach(feature -> all.put(feature.get("id").asString(), feature.toString()));
            page = answer.link("next");
        }
        return all;
    }

    private String changes(String since) {
        return collection + "/changes"
                + (since.isEmpty() ? "" : "?since=" + URLEncoder.encode(since, StandardCharsets.UTF_8));
    }

    Map<String, String> features() {
        return features;
    }

    /** How often all of it had to be read. */
    int timesRead() {
        return timesRead;
    }

    int tombstones() {
        return tombstones;
    }
}
