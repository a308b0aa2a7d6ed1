package org.truceline.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.Truceline;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.generated.Header;

/** A million features in each format from a server with a quarter of a gigabyte: memory doesn't grow with the layer. */
@TestInstance(Lifecycle.PER_CLASS)
class LargeExportTest extends ServerTest {
    private static final int MILLION = 1_000_000;
    private static final String LAYER = "million";
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.a-z]+:(\\d+)");

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private HikariDataSource database;

    @TempDir
    private static Path folder;

    private LayerFixture fixture;
    private Process server;
    private URI export;

    /** A second server on the database of the first. */
    @BeforeAll
    void startSmallServer() throws IOException {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .view(
                        LAYER,
                        "SELECT id, 'A report of shooting near post ' || id AS summary, id % 500 AS people, id * 0.37 AS n,"
                                + " ST_SetSRID(ST_MakePoint(id % 1000 * 0.36 - 180, id / 1000 * 0.18 - 90), 4326)"
                                + "::geometry(Point,4326) AS geom"
                                + " FROM (SELECT generate_series(1, 1000000) AS id) AS ids")
                .awaitServed(LAYER);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Truceline.class.getName(),
                        "--server.port=0",
                        "--truceline.home=" + folder.resolve("home")))
                .redirectErrorStream(true);
        builder.environment()
                .put("TRUCELINE_DATABASE_URL", database.getJdbcUrl().replaceFirst("^jdbc:postgresql", "postgres"));
        builder.environment().put("TRUCELINE_DATABASE_USER", database.getUsername());
        builder.environment().put("TRUCELINE_DATABASE_PASSWORD", database.getPassword());
        server = builder.start();
        export = URI.create("http://127.0.0.1:" + port(server) + "/collections/" + LAYER + "/export.");
    }

    private static String port(Process server) throws IOException {
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                // What else it says is read, so that it can go on saying it.
                new Thread(() -> output.lines().forEach(more -> {}), "small-server-output").start();
                return address.group(1);
            }
        }
        throw new IOException("The server ended before it was ready:\n" + said);
    }

    @AfterAll
    void stopServer() {
        server.destroy();
        server.onExit().join();
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "geojsons", "csv"})
    void linesComeAMillionTimes(String extension) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(export + extension)).build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (BufferedReader lines =
                new BufferedReader(new java.io.InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines()
                            .filter(line -> line.contains("A report of shooting near post"))
                            .count())
                    .isEqualTo(MILLION);
        }
    }

    @Test
    void flatGeobufHoldsAMillion() throws Exception {
        Path file = download("fgb");

        byte[] beginning = new byte[16_384];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(beginning, 0, beginning.length);
        }
        int root = Constants.MAGIC_BYTES.length + Integer.BYTES;
        Header header = Header.getRootAsHeader(
                java.nio.ByteBuffer.wrap(beginning).position(root).slice());
        assertThat(header.featuresCount()).isEqualTo(MILLION);
        assertThat(header.indexNodeSize()).isEqualTo(16);
    }

    @Test
    void geoPackageHoldsAMillion() throws Exception {
        Path file = download("gpkg");

        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*), (SELECT count(*) FROM rtree_million_geom) FROM million")) {
            assertThat(row.getInt(1)).isEqualTo(MILLION);
            assertThat(row.getInt(2)).isEqualTo(MILLION);
        }
    }

    private Path download(String extension) throws Exception {
        Path file = folder.resolve("million." + extension);
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(export + extension)).build(), BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Files.size(file))
                .isEqualTo(answer.headers().firstValueAsLong("Content-Length").orElseThrow());
        return file;
    }
}
