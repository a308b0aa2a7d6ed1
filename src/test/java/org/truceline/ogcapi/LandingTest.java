package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;

class LandingTest extends ServerTest {
    @Test
    void landingPageLeadsToEverything() throws Exception {
        JsonAnswer landing = JsonAnswer.of(get("/"));

        assertThat(landing.link("conformance")).isEqualTo("/conformance");
        assertThat(landing.link("data")).isEqualTo("/collections");
        assertThat(landing.link("service-desc")).isEqualTo("/api");
        assertThat(get("/").body()).contains("\"application/vnd.oai.openapi+json;version=3.0\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/conformance/", "/collections/", "/api/", "/collections/incidents/", "/collections?f=json"})
    void resourcesAnswerWithASlashAtTheEndToo(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnlistedHostIsNotRepeated() throws Exception {
        // The Java client does not let a test choose the Host header.
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri("/").getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
            assertThat(answer).contains("200").doesNotContain("evil").contains("http://localhost:");
        }
    }

    @Test
    void apiDefinitionDescribesEachCollectionByItself() throws Exception {
        JsonAnswer api = JsonAnswer.of(get("/api"));

        assertThat(api.contentType()).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
        assertThat(api.body().get("openapi").asString()).startsWith("3.0.");
        assertThat(api.body().at("/servers/0/url").asString()).doesNotEndWith("/");
        JsonNode limit = api.body().at("/components/parameters/limit/schema");
        assertThat(limit.get("maximum").asInt()).isEqualTo(10_000);
        JsonNode items = api.body().at("/paths/~1collections~1incidents~1items/get/parameters");
        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .filter(parameter -> parameter.has("name"))
                        .map(parameter -> parameter.get("name").asString()))
                .contains("event_type", "reported_by")
                .doesNotContain("geom");
        JsonNode export = api.body().at("/paths/~1collections~1incidents~1export.{extension}/get");
        assertThat(export.at("/responses/200/content").propertyNames()).contains("application/geopackage+sqlite3");
        assertThat(StreamSupport.stream(export.get("parameters").spliterator(), false)
                        .map(parameter -> parameter.path("$ref").asString("")))
                .contains("#/components/parameters/extension", "#/components/parameters/bbox")
                .doesNotContain("#/components/parameters/limit");
        assertThat(api.body().at("/components/parameters/extension/schema/enum").toString())
                .isEqualTo("[\"geojson\",\"geojsons\",\"csv\",\"fgb\",\"gpkg\"]");
    }
}
