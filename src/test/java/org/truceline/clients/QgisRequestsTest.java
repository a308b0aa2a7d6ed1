package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The requests that newer QGIS (3.34 to 4) sends when a layer is added and read, and what it looks for in the answers.
 * Debian has none of these versions, so they are told from QGIS's source (provider WFS, {@code qgsoapif*.cpp}).
 */
class QgisRequestsTest extends ClientTest {
    private static final String JSON = "application/json";
    private static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
    private static final String OPEN_API_ACCEPTED = OPEN_API + ", application/openapi+json;version=3.0, " + JSON;
    private static final String SCHEMA = "application/schema+json";
    private static final String GEO_JSON = "application/geo+json";
    private static final String GEO_JSON_ACCEPTED = GEO_JSON + ", " + JSON;
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String WEB_MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void landingPageLeadsOn(String path) throws Exception {
        JsonNode landing = ask(path, "Accept", JSON);

        assertThat(link(landing, "service-desc").get("type").asString()).isEqualTo(OPEN_API);
        assertThat(link(landing, "data").get("href").asString()).endsWith("/collections");
        assertThat(ask(path(link(landing, "conformance")), "Accept", JSON)
                        .get("conformsTo")
                        .toString())
                .contains(
                        "\"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core\"",
                        "\"http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs\"",
                        "\"http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas\"");
    }

    @Test
    void apiDocumentAllowsPagesOfAThousand() throws Exception {
        var response = get("/api", "Accept", OPEN_API_ACCEPTED);
        JsonNode limit = ask("/api", "Accept", OPEN_API_ACCEPTED).at("/components/parameters/limit/schema");

        assertThat(response.headers().firstValue("Content-Type")).hasValue(OPEN_API);
        int wanted = Math.max(1000, limit.get("default").asInt());
        assertThat(Math.min(wanted, limit.get("maximum").asInt())).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/collections/incidents", "/collections/incidents/"})
    void collectionTellsItsCrsAndWhereItsFeaturesAre(String path) throws Exception {
        JsonNode collection = ask(path, "Accept", JSON);

        assertThat(collection.get("storageCrs").asString()).isEqualTo(CRS84);
        assertThat(collection.at("/crs/0").asString()).isEqualTo(CRS84);
        assertThat(collection.get("crs").toString()).contains(WEB_MERCATOR);
        assertThat(path(link(collection, "items"))).isEqualTo("/collections/incidents/items");
        assertThat(link(collection, "items").get("type").asString()).isEqualTo(GEO_JSON);
    }

    @Test
    void schemaTellsTitlesOrderAndGeometry() throws Exception {
        JsonNode collection = ask("/collections/withdrawal-areas", "Accept", JSON);
        JsonNode link = link(collection, "http://www.opengis.net/def/rel/ogc/1.0/schema");
        JsonNode properties = ask(path(link), "Accept", SCHEMA).get("properties");

        assertThat(link.get("type").asString()).isEqualTo(SCHEMA);
        assertThat(properties).allSatisfy(property -> {
            assertThat(property.get("title").asString()).isNotEmpty();
            assertThat(property.get("x-ogc-propertySeq").isInt()).isTrue();
        });
        assertThat(properties)
                .filteredOn(property -> property.path("x-ogc-role").asString("").equals("primary-geometry"))
                .singleElement()
                .satisfies(geometry ->
                        assertThat(geometry.get("format").asString()).isEqualTo("geometry-multipolygon"));
    }

    @Test
    void queryablesHaveOneTypeEachAndTheGeometryNone() throws Exception {
        for (String id : collectionIds()) {
            JsonNode properties =
                    ask("/collections/" + id + "/queryables", "Accept", SCHEMA).get("properties");

            assertThat(properties)
                    .as(id)
                    .allSatisfy(property -> assertThat(
                                    property.has("type")
                                            ? property.get("type").isString()
                                            : property.get("$ref").asString().startsWith("https://geojson.org/schema/"))
                            .isTrue());
        }
    }

    @Test
    void nothingCanBeWrittenOfWhatIsWorkedOut() throws Exception {
        for (String path : List.of("/collections/compliance/items", "/collections/compliance/items/KT-2021-007")) {
            var response = send(HttpRequest.newBuilder(uri(path)).method("OPTIONS", BodyPublishers.noBody()));

            assertThat(response.statusCode()).isBetween(200, 204);
            assertThat(response.headers().firstValue("Allow").orElseThrow().split("\\s*,\\s*"))
                    .contains("GET", "OPTIONS")
                    .doesNotContain("POST", "PUT", "PATCH", "DELETE");
        }
    }

    @Test
    void pagesFollowUntilTheLast() throws Exception {
        ServedLayer incidents = served("incidents");
        List<String> ids = new ArrayList<>();
        String path = "/collections/incidents/items?limit=10";
        while (!path.isEmpty()) {
            JsonNode page = ask(path, "Accept", GEO_JSON_ACCEPTED);
            page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
            List<JsonNode> next = links(page, "next");
            assertThat(next).allSatisfy(link -> {
                assertThat(link.get("type").asString()).isEqualTo(GEO_JSON);
                assertThat(link.get("href").asString()).startsWith(uri("/").toString());
            });
            path = next.isEmpty() ? "" : path(next.get(0));
        }

        assertThat(ids).containsExactlyElementsOf(incidents.features().keySet());
        assertThat(ask("/collections/incidents/items?limit=1", "Accept", GEO_JSON_ACCEPTED)
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(ids.size());
    }

    /** QGIS clamps a view to the world, however far it is zoomed out. */
    @Test
    void wholeWorldIsABox() throws Exception {
        JsonNode page = ask("/collections/places/items?limit=1000&bbox=-180,-90,180,90", "Accept", GEO_JSON_ACCEPTED);

        assertThat(page.get("features").size()).isEqualTo(count("places", ""));
    }

    @Test
    void aMapInWebMercatorGetsItsOwnCoordinates() throws Exception {
        // 70.4 to 70.7 east, 39.8 to 40.1 north.
        String box = "7836892.150,4837927.345,7870287.997,4881457.098";
        String query = "?limit=1000&bbox=" + box + "&bbox-crs=" + WEB_MERCATOR + "&crs=" + WEB_MERCATOR;
        var response = get("/collections/incidents/items" + query, "Accept", GEO_JSON_ACCEPTED);
        JsonNode page = ask("/collections/incidents/items" + query, "Accept", GEO_JSON_ACCEPTED);

        assertThat(response.headers().firstValue("Content-Crs")).hasValue("<" + WEB_MERCATOR + ">");
        ServedLayer incidents = served("incidents");
        List<String> ids = new ArrayList<>();
        page.get("features").forEach(feature -> {
            String id = feature.get("id").asString();
            ids.add(id);
            double longitude =
                    incidents.features().get(id).at("/geometry/coordinates/0").asDouble();
            assertThat(feature.at("/geometry/coordinates/0").asDouble())
                    .isCloseTo(Math.toRadians(longitude) * 6378137, within(1e-3));
        });
        assertThat(ids).isNotEmpty().containsExactlyElementsOf(incidents.idsWithin(70.4, 39.8, 70.7, 40.1));
    }

    /** An open end of a time is written as the first or last day that there is. */
    @Test
    void openTimesAreWrittenAsTheEndsOfTheCalendar() throws Exception {
        int before = count("incidents", "?datetime=0000-01-01T00:00:00Z%2F2021-04-28T00:00:00Z");
        int after = count("incidents", "?datetime=2021-04-28T00:00:00Z%2F9999-12-31T00:00:00Z");

        assertThat(before).isPositive().isEqualTo(count("incidents", "?datetime=..%2F2021-04-28T00:00:00Z"));
        assertThat(after).isPositive().isEqualTo(count("incidents", "?datetime=2021-04-28T00:00:00Z%2F.."));
    }

    private static JsonNode link(JsonNode document, String rel) {
        List<JsonNode> links = links(document, rel);
        assertThat(links).as(rel).isNotEmpty();
        return links.get(0);
    }

    private static List<JsonNode> links(JsonNode document, String rel) {
        return StreamSupport.stream(document.get("links").spliterator(), false)
                .filter(link -> link.get("rel").asString().equals(rel))
                .toList();
    }

    private static String path(JsonNode link) {
        URI address = URI.create(link.get("href").asString());
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }
}
