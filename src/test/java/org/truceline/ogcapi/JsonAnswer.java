package org.truceline.ogcapi;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the server read as JSON. */
record JsonAnswer(int status, String contentType, JsonNode body) {
    static JsonAnswer of(HttpResponse<String> response) {
        return new JsonAnswer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                JsonMapper.shared().readTree(response.body()));
    }

    List<String> featureIds() {
        return StreamSupport.stream(body.get("features").spliterator(), false)
                .map(feature -> feature.get("id").asString())
                .toList();
    }

    JsonNode feature(int index) {
        return body.get("features").get(index);
    }

    /** The link's address without scheme, host and port; empty where there is no such link. */
    String link(String rel) {
        return StreamSupport.stream(body.get("links").spliterator(), false)
                .filter(link -> link.get("rel").asString().equals(rel))
                .map(link -> link.get("href").asString().replaceFirst("^http://[^/]+", ""))
                .findFirst()
                .orElse("");
    }
}
