package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OGC API – Processes while the client waits: list, descriptions, execution and its three forms of answers. */
class ProcessesTest extends ServerTest {
    private static final String LINE = "{\"type\": \"LineString\", \"coordinates\": [[70, 40], [70.2, 40]]}";

    @Test
    void landingPageLeadsToTheProcessesAndTheseToTheirExecution() throws Exception {
        String list = ask("/").link("http://www.opengis.net/def/rel/ogc/1.0/processes");
        JsonAnswer processes = ask(list);
        JsonNode buffer = Stream.of(processes.body().get("processes"))
                .flatMap(JsonNode::valueStream)
                .filter(process -> process.get("id").asString().equals("buffer"))
                .findFirst()
                .orElseThrow();

        assertThat(buffer.get("version").asString()).isNotEmpty();
        String self = buffer.at("/links/0/href").asString().replaceFirst("^http://[^/]+", "");
        assertThat(ask(self).link("http://www.opengis.net/def/rel/ogc/1.0/execute"))
                .isEqualTo("/processes/buffer/execution");
    }

    @Test
    void listOfProcessesIsReadInPages() throws Exception {
        List<String> all = ids(ask("/processes"));
        List<String> found = new ArrayList<>();
        for (String page = "/processes?limit=1";
                !page.isEmpty();
                page = ask(page).link("next")) {
            List<String> ids = ids(ask(page));
            assertThat(ids).hasSize(1);
            found.addAll(ids);
        }

        assertThat(found).isEqualTo(all).contains("echo", "buffer");
    }

    private static List<String> ids(JsonAnswer list) {
        return list.body()
                .get("processes")
                .valueStream()
                .map(process -> process.get("id").asString())
                .toList();
    }

    @Test
    void everyInputIsDescribedWithASchemaAndWhatItsAbsenceMeans() throws Exception {
        JsonNode inputs = ask("/processes/buffer").body().get("inputs");

        assertThat(inputs.at("/distance/schema/type").asString()).isEqualTo("number");
        assertThat(inputs.at("/distance/minOccurs").asInt()).isEqualTo(1);
        assertThat(inputs.at("/edges/schema/enum").toString()).isEqualTo("[\"straight\",\"geodesic\"]");
        assertThat(inputs.at("/edges/schema/default").asString()).isEqualTo("straight");
        assertThat(inputs.at("/edges/minOccurs").asInt()).isZero();
    }

    @Test
    void everyProcessDoesWhatItsExamplesSay() throws Exception {
        for (String id : ids(ask("/processes"))) {
            var inputs = JsonMapper.shared().createObjectNode();
            ask("/processes/" + id).body().get("inputs").forEachEntry((input, description) -> {
                if (description.get("schema").has("example")) {
                    inputs.set(input, description.get("schema").get("example"));
                }
            });

            assertThat(execute(id, "{\"inputs\": " + inputs + "}").statusCode())
                    .as(id)
                    .isEqualTo(200);
        }
    }

    @Test
    void unknownProcessIsNotFoundByItsProperName() throws Exception {
        for (HttpResponse<String> response :
                List.of(get("/processes/nonsense"), execute("nonsense", "{\"inputs\": {}}"))) {
            JsonAnswer answer = JsonAnswer.of(response);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.body().get("type").asString())
                    .isEqualTo("http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process");
        }
    }

    @Test
    void oneOutputComesAsItIs() throws Exception {
        HttpResponse<String> response = execute("echo", """
                {"inputs": {"text": "«hello»"}, "outputs": {"text": {"transmissionMode": "value"}}}""");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(response.body()).isEqualTo("«hello»");
    }

    @Test
    void severalOutputsComeAsPartsOfOneMessage() throws Exception {
        HttpResponse<String> response = execute("echo", "{\"inputs\": {\"text\": \"a\", \"integers\": [1, 2]}}");

        String type = response.headers().firstValue("Content-Type").orElse("");
        assertThat(type).startsWith("multipart/related; ");
        String boundary = type.replaceFirst(".*boundary=\"([^\"]+)\".*", "$1");
        String[] parts = response.body().split("--" + boundary);
        assertThat(parts).hasSize(5);
        assertThat(parts[1]).isEqualTo("\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-ID: <text>\r\n\r\na\r\n");
        assertThat(parts[2]).contains("<integers>").endsWith("\r\n\r\n[1,2]\r\n");
        assertThat(parts[4]).isEqualTo("--\r\n");
    }

    @Test
    void documentHoldsAllOutputsById() throws Exception {
        HttpResponse<String> response = execute("echo", """
                {"inputs": {"text": {"value": "a"}, "bbox": {"bbox": [1, 2, 3, 4]}}, "response": "document"}""");

        JsonNode document = JsonAnswer.of(response).body();
        assertThat(document.get("text").asString()).isEqualTo("a");
        assertThat(document.at("/bbox/value/bbox").toString()).isEqualTo("[1.0,2.0,3.0,4.0]");
        assertThat(document.has("number")).as("an output without a value").isFalse();
    }

    @Test
    void bufferOfAPointIsACircleOnTheEllipsoidWithinItsBound() throws Exception {
        JsonNode feature = buffer("{\"type\": \"Point\", \"coordinates\": [70.5, 39.9]}", "\"distance\": 25000");

        double bound = feature.at("/properties/max_error_m").asDouble();
        assertThat(bound).isPositive().isLessThanOrEqualTo(0.1);
        JsonNode ring = feature.at("/geometry/coordinates/0");
        assertThat(ring.size()).isGreaterThan(100);
        assertThat(Orientation.isCCW(Rings.read(feature.get("geometry")).getCoordinates()))
                .as("the right-hand rule of RFC 7946")
                .isTrue();
        for (JsonNode vertex : ring) {
            double meters = Geodesic.WGS84.Inverse(
                            39.9, 70.5, vertex.get(1).asDouble(), vertex.get(0).asDouble())
                    .s12;
            assertThat(meters).isCloseTo(25_000, within(bound));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "side": "left", "caps": "flat"        | 70.1  | 40.005 | true
            "side": "left", "caps": "flat"        | 70.1  | 39.995 | false
            "side": "right", "caps": "round"      | 70.1  | 39.995 | true
            "side": "right"                       | 70.1  | 40.005 | false
            "caps": "flat"                        | 69.995 | 40    | false
            "caps": "round"                       | 69.995 | 40    | true
            """)
    void sidesAndCapsOfLines(String options, double longitude, double latitude, boolean isInside) throws Exception {
        JsonNode feature = buffer(LINE, "\"distance\": 1000, " + options);

        assertThat(Rings.hold(feature.get("geometry"), longitude, latitude)).isEqualTo(isInside);
    }

    @Test
    void unwrappedLongitudesCrossTheAntimeridian() throws Exception {
        JsonNode feature =
                buffer("{\"type\": \"LineString\", \"coordinates\": [[179.9, 10], [180.1, 10]]}", "\"distance\": 100");

        assertThat(feature.at("/geometry/type").asString()).isEqualTo("MultiPolygon");
        assertThat(Rings.hold(feature.get("geometry"), -179.95, 10)).isTrue();
        assertThat(Rings.hold(feature.get("geometry"), 0, 10)).isFalse();
    }

    @Test
    void featuresAreReadForTheirGeometries() throws Exception {
        JsonNode feature = buffer("""
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": [70, 40, 812]}},
                  {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [71, 40]}}]}""", "\"distance\": 10");

        assertThat(Rings.hold(feature.get("geometry"), 71, 40)).isTrue();
    }

    @Test
    void computationEndsWhenItsClientLeaves() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(uri("/processes/echo/execution"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"inputs\": {\"text\": \"a\", \"pause\": 30}}"))
                                .build(),
                        BodyHandlers.ofString());
        awaitThreads(true);

        waiting.cancel(true);

        awaitThreads(false);
    }

    /** Threads that compute while somebody waits. */
    private static void awaitThreads(boolean areThere) {
        Instant deadline = Instant.now().plusSeconds(15);
        while (areThere
                != Thread.getAllStackTraces().entrySet().stream()
                        .filter(thread -> thread.getKey().getName().equals("process"))
                        .anyMatch(thread -> Stream.of(thread.getValue())
                                .anyMatch(frame -> frame.getClassName().endsWith("EchoProcess")))) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void featureOfTheServerIsReferredTo() throws Exception {
        JsonNode referred = buffer("{\"href\": \"/collections/places/items/kok-tash\"}", "\"distance\": 1000");
        JsonNode written = buffer(
                ask("/collections/places/items/kok-tash").body().get("geometry").toString(), "\"distance\": 1000");

        assertThat(referred).isEqualTo(written);
        String absolute = uri("/collections/places/items/kok-tash").toString();
        assertThat(buffer("{\"href\": \"" + absolute + "\"}", "\"distance\": 1000"))
                .isEqualTo(written);
    }

    private JsonNode buffer(String geometry, String further) throws IOException, InterruptedException {
        HttpResponse<String> response =
                execute("buffer", "{\"inputs\": {\"geometry\": " + geometry + ", " + further + "}}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        JsonNode feature = JsonAnswer.of(response).body();
        assertThat(feature.get("type").asString()).isEqualTo("Feature");
        return feature;
    }

    private JsonAnswer ask(String path) throws IOException, InterruptedException {
        return JsonAnswer.of(get(path));
    }

    private HttpResponse<String> execute(String process, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/processes/" + process + "/execution"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
