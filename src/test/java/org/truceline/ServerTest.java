package org.truceline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test of the whole server, over HTTP, on a private cluster that it starts under {@code target/} as it would for a
 * user. All subclasses share one server. One with configuration of its own gets a second server, beside
 * the first, and so has to set {@code truceline.home} to another folder under {@code target/}. Without PostGIS they fail.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "truceline.home=target/truceline",
            // Tests that make layers need not wait for them as long as a user may.
            "truceline.layers.refresh=200ms",
            // Never the database that the developer's shell may name: the tests begin by emptying theirs.
            "truceline.database.url=",
            "truceline.database.user=",
            "truceline.database.password="
        })
@Import(EmptyDatabase.class)
public abstract class ServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    /** Straight to the server's database. */
    protected JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * The address of a resource of this server.
     *
     * @param path from the root on, with the query, percent-encoded
     */
    protected URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /**
     * Asks for a resource.
     *
     * @param headers names and values in turn
     */
    protected HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The same for what is no text. */
    protected HttpResponse<byte[]> getBytes(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return CLIENT.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    /**
     * Asks until an answer has an ETag: a layer that was just made has none before its tables are watched.
     *
     * @return the ETag
     */
    protected String awaitTag(String path) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(10);
        Optional<String> tag = Optional.empty();
        while (tag.isEmpty()) {
            assertThat(Instant.now()).as(path + " is still without an ETag").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            tag = get(path).headers().firstValue("ETag");
        }
        return tag.get();
    }

    /** Waits until edits of a layer are told by its features, which begins when its tables are watched. */
    protected void awaitFollowed(String layer, int tables) {
        Instant deadline = Instant.now().plusSeconds(10);
        while (jdbc.sql("SELECT count(*) FROM truceline.followed_table WHERE layer = ?")
                        .param(layer)
                        .query(Integer.class)
                        .single()
                < tables) {
            assertThat(Instant.now()).as(layer + " is still not followed").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** For methods other than GET; begin the request with {@link #uri}. */
    protected HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /**
     * Writes an answer to a file, byte for byte.
     *
     * @param headers names and values in turn
     */
    protected HttpResponse<Path> download(String path, Path file, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return CLIENT.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofFile(file));
    }
}
