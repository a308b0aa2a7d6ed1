package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.Truceline;
import org.truceline.database.UnwatchedDatabase;

/** A database that dies, and that is not the server's own to start again, is a 503 that says so, never an empty answer. */
class OutageTest {
    private static final Path HOME = Path.of("target", "outage");

    @Test
    void deadDatabaseIsServiceUnavailable() throws Exception {
        try (UnwatchedDatabase database = UnwatchedDatabase.start("outage-database");
                ConfigurableApplicationContext server = new SpringApplicationBuilder(Truceline.class)
                        .run(Stream.concat(
                                        Stream.of("--server.port=0", "--truceline.home=" + HOME),
                                        database.settings().stream())
                                .toArray(String[]::new))) {
            int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            assertThat(get(port, "/collections/places/items").statusCode()).isEqualTo(200);
            assertThat(get(port, "/collections/places/tiles/WebMercatorQuad/0/0/0")
                            .statusCode())
                    .isEqualTo(200);

            killPostmaster(server.getBean(JdbcClient.class));

            for (String path : new String[] {
                "/collections",
                "/collections/incidents",
                "/collections/places/items",
                "/collections/places/items/x",
                "/jobs",
                "/jobs/3e9cba9c-5f8a-4b7e-9a2b-0123456789ab",
                "/collections/places/tiles/WebMercatorQuad/0/0/0",
                "/tiles/WebMercatorQuad/8/0/0"
            }) {
                HttpResponse<String> answer = get(port, path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("can't be reached");
            }
            assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(503);
        }
    }

    /** Wherever the server keeps its data, the process that serves a connection is a child of the postmaster. */
    private static void killPostmaster(JdbcClient jdbc) {
        long backend = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
        ProcessHandle postmaster =
                ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
