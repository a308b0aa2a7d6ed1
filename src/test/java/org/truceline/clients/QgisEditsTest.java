package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requests with which newer QGIS (3.34 to 4) edits a layer, in their order, and what it makes of the answers. Debian has
 * none of these versions, so they are told from QGIS's source ({@code qgsoapifprovider.cpp}, {@code qgsoapif*featurerequest.cpp},
 * {@code qgsbasenetworkrequest.cpp}). QGIS 3.22 in Debian 12 only reads, and shows errors as the newer ones do.
 */
class QgisEditsTest extends ServerTest {
    private static final String ITEMS = "/collections/incidents/items";
    private static final String AGENT = "Mozilla/5.0 QGIS/34409/Debian GNU/Linux 12 (bookworm)";
    private static final String GEO_JSON = "application/geo+json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** All fields of the layer without the id, also those that the server makes; names in the order of the alphabet. */
    private static final String DRAWN =
            "{\"geometry\":{\"coordinates\":[70.55,39.9],\"type\":\"Point\"},\"properties\":{"
                    + "\"actor_1\":null,\"casualties_note\":null,\"event_type\":\"Battles\",\"killed_best\":null,"
                    + "\"observed_count\":3,\"place_name\":null,\"rev\":null,\"sources\":null,\"status\":null,"
                    + "\"summary\":\"Drawn in QGIS\",\"time_precision\":\"unknown\",\"uncertainty_m\":250.0},\"type\":\"Feature\"}";

    private static final Program PYTHON = new Program(Path.of("/usr/bin/python3"), "python3-qgis");

    @Autowired
    private Accounts accounts;

    private String authorization = "";

    @BeforeEach
    void signIn() {
        String credentials = Accounts.ADMIN + ":" + accounts.renewAdmin();
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'incident-%'").update();
    }

    @Test
    void aLayerCanBeEditedInAllWays() throws Exception {
        assertThat(allowed(ITEMS)).contains("POST");
        assertThat(allowed(ITEMS + "/KT-2021-001")).contains("PUT", "PATCH", "DELETE");
    }

    @Test
    void whatIsDrawnIsSavedAndReadBack() throws Exception {
        HttpResponse<String> created = write("POST", ITEMS, GEO_JSON, DRAWN);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(uri(ITEMS + "/").toString());
        JsonNode read = read(path(location));
        assertThat(read.get("id").asString()).isEqualTo(location.substring(location.lastIndexOf("/items/") + 7));
        assertThat(read.at("/properties/summary").asString()).isEqualTo("Drawn in QGIS");
        assertThat(read.at("/properties/status").asString()).isEqualTo("reported");
        assertThat(read.at("/properties/rev").asLong()).isEqualTo(1);
    }

    /** Older versions drop the offset of the times that they read, show them as they came, in UTC, and write them so. */
    @ParameterizedTest
    @CsvSource({"2021-04-29T10:00:00.000", "2021-04-29T10:00:00.000Z", "2021-04-29T16:00:00+06:00"})
    void timesAreInUtcUnlessTheySayOtherwise(String time) throws Exception {
        String item = draw();
        HttpResponse<String> changed =
                write("PATCH", item, MERGE_PATCH, "{\"properties\":{\"time_start\":\"" + time + "\"}}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        assertThat(read(item).at("/properties/time_start").asString()).isEqualTo("2021-04-29T10:00:00Z");
    }

    /** One request for what was moved, one for what was typed, one after the other, and neither undoes the other. */
    @Test
    void geometryAndAttributesComeApart() throws Exception {
        String item = draw();

        assertThat(write("PATCH", item, MERGE_PATCH, "{\"geometry\":{\"coordinates\":[70.6,39.95],\"type\":\"Point\"}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(write(
                                "PATCH",
                                item,
                                MERGE_PATCH,
                                "{\"properties\":{\"observed_count\":null,\"summary\":\"Typed in QGIS\"}}")
                        .statusCode())
                .isEqualTo(204);

        JsonNode read = read(item);
        assertThat(read.at("/geometry/coordinates").toString()).isEqualTo("[70.6,39.95]");
        assertThat(read.at("/properties/summary").asString()).isEqualTo("Typed in QGIS");
        assertThat(read.at("/properties/observed_count").isNull()).isTrue();
        assertThat(read.at("/properties/uncertainty_m").asDouble()).isEqualTo(250);
    }

    /** A server without PATCH gets the whole feature as it was read, with one thing changed: here with its rev. */
    @Test
    void aWholeFeatureIsMergedWithWhatOthersChanged() throws Exception {
        String item = draw();
        JsonNode mine = read(item);
        write("PATCH", item, MERGE_PATCH, "{\"properties\":{\"observed_count\":5}}");

        String whole = "{\"geometry\":" + mine.get("geometry") + ",\"id\":" + mine.get("id") + ",\"properties\":"
                + mine.get("properties").toString().replace("Drawn in QGIS", "Typed in QGIS")
                + ",\"type\":\"Feature\"}";
        HttpResponse<String> replaced = write("PUT", item, GEO_JSON, whole);

        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(204);
        JsonNode read = read(item);
        assertThat(read.at("/properties/summary").asString()).isEqualTo("Typed in QGIS");
        assertThat(read.at("/properties/observed_count").asInt()).isEqualTo(5);
    }

    @Test
    void aLayerInAnotherReferenceSystemNamesIt() throws Exception {
        String item = draw();
        String projected = "{\"geometry\":{\"coordinates\":[7859156.0,4858796.5],\"type\":\"Point\"}}";

        HttpResponse<String> moved = write(
                "PATCH", item, MERGE_PATCH, projected, "Content-Crs", "http://www.opengis.net/def/crs/EPSG/0/3857");

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(204);
        assertThat(read(item).at("/geometry/coordinates/0").asDouble()).isBetween(70.59, 70.61);
    }

    @Test
    void whatIsDeletedIsGone() throws Exception {
        String item = draw();

        assertThat(send(request(item).method("DELETE", BodyPublishers.noBody())).statusCode())
                .isEqualTo(204);
        assertThat(exception(get(item, "User-Agent", AGENT)).text()).contains("There is no feature");
    }

    @Test
    void allThatIsWrongIsShown() throws Exception {
        HttpResponse<String> refused = write(
                "POST",
                ITEMS,
                GEO_JSON,
                DRAWN.replace("Battles", "<Quarrel & more>").replace("\"unknown\"", "null"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(exception(refused).text())
                .startsWith("The feature can't be kept as it is")
                .contains("\nevent_type: expected is one of Battles, ", "\ntime_precision: there is no value");
    }

    @Test
    void whatOthersChangedIsShownBesideOnesOwn() throws Exception {
        String item = draw();
        write("PATCH", item, MERGE_PATCH, "{\"properties\":{\"summary\":\"From the <east>\",\"observed_count\":5}}");

        HttpResponse<String> refused = write(
                "PATCH",
                item,
                MERGE_PATCH,
                "{\"properties\":{\"summary\":\"From the west\",\"observed_count\":null,\"rev\":1}}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(exception(refused).text())
                .contains(
                        "Somebody else has changed the same since",
                        "\nsummary: it was \"Drawn in QGIS\", yours is \"From the west\", theirs is \"From the <east>\"",
                        "\nobserved_count: it was \"3\", yours is nothing, theirs is \"5\"");
    }

    /** QGIS asks for a password where the challenge is there, and shows the text where the user gives none. */
    @Test
    void whoHasNotSignedInIsAskedToDoSo() throws Exception {
        HttpResponse<String> refused = send(HttpRequest.newBuilder(uri(ITEMS))
                .headers("User-Agent", AGENT, "Content-Type", GEO_JSON)
                .POST(BodyPublishers.ofString(DRAWN)));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
        assertThat(exception(refused).text()).contains("expected are a name and a password");
    }

    /** Also errors of requests that read, and those of requests that never reach the application. */
    @ParameterizedTest
    @CsvSource({
        "/collections/nothing, NoApplicableCode, '', There is no collection",
        "/collections/incidents/items?limit=x, InvalidParameterValue, limit, limit",
        "/collections/incidents/items?filter=(, InvalidParameterValue, filter, The expression ends",
        "/nowhere, NoApplicableCode, '', There is nothing at /nowhere",
        "/collections/%ff/items, NoApplicableCode, '', can't make sense"
    })
    void errorsOfReadingAreShownToo(String path, String code, String locator, String text) throws Exception {
        OwsException told =
                exception(get(path, "User-Agent", AGENT, "Accept", "application/geo+json, application/json"));

        assertThat(told.code()).isEqualTo(code);
        assertThat(told.locator()).isEqualTo(locator);
        assertThat(told.text()).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml                                                  | application/xml",
                "text/xml, */*;q=0.1                                              | application/xml",
                "application/json, application/xml;q=0.9                          | application/problem+json",
                "*/*                                                              | application/problem+json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8  | text/html"
            })
    void othersGetReportsWhereTheyAskForXml(String accept, String type) throws Exception {
        assertThat(get("/collections/nothing", "Accept", accept).headers().firstValue("Content-Type"))
                .hasValueSatisfying(given -> assertThat(given).startsWith(type));
    }

    @Test
    void realQgisShowsWhatIsWrong(@TempDir Path folder) throws Exception {
        Path script = folder.resolve("fail_with_qgis.py");
        try (var source = new ClassPathResource("fail_with_qgis.py", QgisEditsTest.class).getInputStream()) {
            Files.copy(source, script);
        }
        Map<String, String> environment =
                Map.of("QT_QPA_PLATFORM", "offscreen", "XDG_RUNTIME_DIR", folder.toString(), "HOME", folder.toString());
        String told = PYTHON.run(folder, environment, List.of(script.toString(), uri("/").toString(), "nothing"))
                .answer();

        assertThat(told).contains("text=There is no collection \\\"nothing\\\"; /collections lists those there are.");
    }

    private String draw() throws Exception {
        HttpResponse<String> created = write("POST", ITEMS, GEO_JSON, DRAWN);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return path(created.headers().firstValue("Location").orElseThrow());
    }

    private HttpResponse<String> write(String method, String path, String type, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                request(path).method(method, BodyPublishers.ofString(body)).header("Content-Type", type);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .headers("Authorization", authorization, "User-Agent", AGENT, "Accept-Language", "en-US,*");
    }

    private List<String> allowed(String path) throws Exception {
        HttpResponse<String> options = send(request(path).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(200);
        return List.of(options.headers().firstValue("Allow").orElseThrow().split("\\s*,\\s*"));
    }

    private JsonNode read(String path) throws Exception {
        HttpResponse<String> answer =
                get(path, "User-Agent", AGENT, "Accept", "application/geo+json, application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String path(String location) {
        return URI.create(location).getPath();
    }

    private record OwsException(String code, String locator, String text) {}

    /** As QGIS reads it: by names without a prefix, the first text of the first exception. */
    private static OwsException exception(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element report = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())))
                .getDocumentElement();
        assertThat(report.getTagName()).isEqualTo("ExceptionReport");
        assertThat(report.getNamespaceURI()).isEqualTo("http://www.opengis.net/ows/1.1");
        Element exception = (Element) report.getElementsByTagName("Exception").item(0);
        return new OwsException(
                exception.getAttribute("exceptionCode"),
                exception.getAttribute("locator"),
                exception.getElementsByTagName("ExceptionText").item(0).getTextContent());
    }
}
