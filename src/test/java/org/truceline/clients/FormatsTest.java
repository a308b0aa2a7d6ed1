package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Whether GDAL reads from each format what the server serves as GeoJSON: counts, types, values, nulls, geometries. */
class FormatsTest extends ClientTest {
    private static final List<String> FORMATS = List.of("geojson", "geojsons", "csv", "fgb", "gpkg");

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> wholeLayersOfTheExample() throws Exception {
        return collectionIds().stream()
                .flatMap(id -> FORMATS.stream()
                        .map(format -> DynamicTest.dynamicTest(
                                id + "." + format, () -> assertSame(id, "/export." + format, format))));
    }

    @TestFactory
    Stream<DynamicTest> pagesOfTheExample() {
        return Map.of("geojsonseq", "geojsons", "csv", "csv", "fgb", "fgb").entrySet().stream()
                .map(format -> DynamicTest.dynamicTest(
                        format.getKey(),
                        () -> assertSame(
                                "withdrawal-areas", "/items?limit=10000&f=" + format.getKey(), format.getValue())));
    }

    @Test
    void oddTypesAndGeometries() throws Exception {
        jdbc().sql("CREATE TYPE layer.mood AS ENUM ('calm', 'tense')").update();
        try (var fixture = new LayerFixture(jdbc(), transactions, catalogue)) {
            fixture.table(
                            "nasty",
                            "id int8 PRIMARY KEY, big int8, small int2, n numeric, s float4, d float8, b bool,"
                                    + " e layer.mood, day date, at timestamptz, clock time, u uuid, doc jsonb, tags text[],"
                                    + " span int4range, \"quo\"\"ted\" text, fid text, geom geometry, seen geometry",
                            "(9007199254740993, 9007199254740993, -7, 12345.678, 0.1, 1e-300, true, 'tense',"
                                    + " '2021-04-29', '2021-04-29 14:00:00.123+06', '10:30', '6f1c1b9e-0d3a-4f39-9d5c-3f9a3a7f0001',"
                                    + " '{\"a\": [1, null]}', '{x,\"y z\"}', '[1,3)', 'ж <script>', '',"
                                    + " 'SRID=4326;POINT(70.123456789012345 40)', 'SRID=4326;CURVEPOLYGON(CIRCULARSTRING(0 0, 1 1, 2 0, 1 -1, 0 0))')",
                            "(2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
                            "(3, 3, 3, 3, 3, 3, false, 'calm', '0044-03-15', '1969-12-31 23:59:59Z', '00:00', NULL, '[]', '{}',"
                                    + " 'empty', E'a\\nb, \"c\"', 'x',"
                                    + " 'SRID=4326;CURVEPOLYGON(CIRCULARSTRING(0 0, 1 1, 2 0, 1 -1, 0 0))', NULL)",
                            "(4, 4, 4, 4, 4, 4, true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '+1', 'y',"
                                    + " 'SRID=4326;GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 1), MULTIPOLYGON(((5 5, 6 5, 6 6, 5 5), (5.5 5.1, 5.6 5.1, 5.6 5.2, 5.5 5.1))))', NULL)",
                            "(5, 5, 5, 5, 5, 5, true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'z',"
                                    + " 'SRID=4326;MULTILINESTRING((0 0, 1 1), (2 2, 3 3))', NULL)",
                            "(6, 6, 6, 6, 6, 6, true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'z',"
                                    + " 'SRID=4326;MULTIPOINT((0 0), (1 1))', NULL)")
                    .table(
                            "heights",
                            "id text PRIMARY KEY, geom geometry(GeometryZ,4326)",
                            "('a', 'POINT Z (1 2 3)')",
                            "('b', 'POLYGON Z ((0 0 1, 1 0 2, 1 1 3, 0 0 1))')",
                            "('c', 'MULTILINESTRING Z ((0 0 1, 1 0 2))')")
                    .table(
                            "hollow",
                            "id text PRIMARY KEY, geom geometry(Polygon,4326)",
                            "('a', 'POLYGON EMPTY')",
                            "('b', NULL)")
                    .table("measured", "id text PRIMARY KEY, geom geometry(PointM,4326)", "('a', 'POINT M (1 2 3)')")
                    .awaitServed("measured");
            for (String format : FORMATS) {
                assertSame("nasty", "/export." + format, format);
                assertSame("heights", "/export." + format, format);
                assertSame("hollow", "/export." + format, format);
            }
            assertThat(fetch("measured", "/export.fgb", "fgb").summary()).contains("Geometry: Measured Point");
            assertThat(fetch("measured", "/export.gpkg", "gpkg").summary()).contains("Geometry: Measured Point");
            assertThat(fetch("nasty", "/export.fgb", "fgb").fields())
                    .containsEntry("id", "Integer64")
                    .containsEntry("big", "Integer64")
                    .containsEntry("small", "Integer(Int16)")
                    .containsEntry("n", "Real")
                    .containsEntry("s", "Real(Float32)")
                    .containsEntry("b", "Integer(Boolean)")
                    .containsEntry("day", "DateTime")
                    .containsEntry("at", "DateTime");
            assertThat(fetch("nasty", "/export.gpkg", "gpkg").fields())
                    .containsEntry("big", "Integer64")
                    .containsEntry("small", "Integer(Int16)")
                    .containsEntry("n", "Real")
                    .containsEntry("s", "Real(Float32)")
                    .containsEntry("b", "Integer(Boolean)")
                    .containsEntry("day", "Date")
                    .containsEntry("at", "DateTime")
                    .containsEntry("doc", "String(JSON)");
        } finally {
            jdbc().sql("DROP TYPE layer.mood").update();
        }
    }

    /** A GeoPackage is what the standard says, not only what GDAL puts up with. */
    @Test
    void geoPackageIsValid() throws Exception {
        Program python = new Program(Path.of("/usr/bin/python3"), "python3-gdal");
        for (String id : List.of("incidents", "withdrawal-areas", "incident-areas")) {
            String file = fetch(id, "/export.gpkg?crs=http://www.opengis.net/def/crs/EPSG/0/4326", "gpkg")
                    .source();
            python.run(folder, Map.of(), List.of("-m", "osgeo_utils.samples.validate_gpkg", "-q", file));
        }
    }

    @Test
    void indexesFind() throws Exception {
        List<String> inside = served("incidents").idsWithin(70.4, 39.8, 70.7, 40.1);

        for (String format : List.of("fgb", "gpkg")) {
            String source = "/vsicurl/" + uri("/collections/incidents/export." + format);
            assertThat(new GdalFile(source, List.of(), folder).summary("-spat", "70.4", "39.8", "70.7", "40.1"))
                    .contains("Feature Count: " + inside.size());
        }
    }

    @Test
    void otherReferenceSystemsAreKnown() throws Exception {
        String crs = "?crs=http://www.opengis.net/def/crs/EPSG/0/32642";
        Map<String, JsonNode> served = new HashMap<>();
        ask("/collections/incidents/items" + crs + "&limit=1000")
                .get("features")
                .forEach(feature -> served.put(feature.get("id").asString(), feature));

        for (String format : List.of("fgb", "gpkg")) {
            GdalFile file = fetch("incidents", "/export." + format + crs, format);
            assertThat(file.summary()).contains("ID[\"EPSG\",32642]");
            Map<String, JsonNode> read = file.features();
            served.forEach((id, feature) -> {
                JsonNode point = feature.at("/geometry/coordinates");
                if (!point.isMissingNode()) {
                    JsonNode copy = read.get(id).at("/geometry/coordinates");
                    assertThat(copy.get(0).asDouble()).isCloseTo(point.get(0).asDouble(), within(1e-7));
                    assertThat(copy.get(1).asDouble()).isCloseTo(point.get(1).asDouble(), within(1e-7));
                }
            });
        }
    }

    @Test
    void questionsAreAnsweredInEachFormat() throws Exception {
        List<String> battles = served("incidents")
                .ids(incident -> incident.get("event_type").asString("").equals("Battles"));

        for (String format : FORMATS) {
            GdalFile file =
                    fetch("incidents", "/export." + format + "?event_type=Battles&properties=event_type", format);
            assertThat(file.features().keySet()).containsExactlyInAnyOrderElementsOf(battles);
            assertThat(file.features().get(battles.get(0)).get("properties").propertyNames())
                    .contains("event_type")
                    .doesNotContain("summary");
        }
    }

    private GdalFile fetch(String id, String path, String format) throws Exception {
        Path file = Files.createTempDirectory(folder, "layer").resolve("layer." + format);
        assertThat(download(collection(id) + path, file).statusCode()).isEqualTo(200);
        return GdalFile.of(file);
    }

    private void assertSame(String id, String path, String format) throws Exception {
        ServedLayer served = served(id);
        GdalFile file = fetch(id, path, format);
        if (served.features().isEmpty()) {
            // An empty sequence is an empty file, which GDAL takes for no layer.
            assertThat(format.equals("geojsons") ? "Feature Count: 0" : file.summary())
                    .contains("Feature Count: 0");
            return;
        }
        Map<String, JsonNode> read = file.features();
        assertThat(read.keySet())
                .containsExactlyInAnyOrderElementsOf(served.features().keySet());
        served.features().forEach((featureId, feature) -> {
            String where = id + "." + format + " " + featureId;
            JsonNode copy = read.get(featureId);
            SameJson.assertSame(
                    where + " geometry", expectedGeometry(feature, format), Rings.turned(copy.get("geometry")));
            feature.get("properties").properties().forEach(property -> {
                // GDAL's CSV driver drops quotes from the names of columns.
                String name = format.equals("csv") ? property.getKey().replace("\"", "") : property.getKey();
                SameJson.assertSame(
                        where + " " + name,
                        property.getValue(),
                        asServed(copy.get("properties").path(name), property.getValue(), format));
            });
        });
    }

    /** FlatGeobuf has no empty geometries, and GDAL takes those of GeoJSON for none. */
    private static JsonNode expectedGeometry(JsonNode feature, String format) {
        JsonNode geometry = feature.get("geometry");
        boolean isEmpty = geometry.at("/coordinates").isArray()
                && geometry.at("/coordinates").isEmpty();
        return isEmpty && !List.of("gpkg", "csv").contains(format) ? NullNode.getInstance() : geometry;
    }

    /** What GDAL makes of a value in a format that has no type for it. */
    private static JsonNode asServed(JsonNode copy, JsonNode served, String format) {
        JsonMapper json = JsonMapper.shared();
        if (format.equals("csv")) {
            String text = copy.asString("");
            if (served.isString()) {
                return json.getNodeFactory().stringNode(text.startsWith("'") ? text.substring(1) : text);
            }
            // It writes a text that looks like JSON as JSON.
            return copy.isContainer() ? copy : text.isEmpty() ? NullNode.getInstance() : json.readTree(text);
        } else if (format.equals("fgb")
                && served.isString()
                && copy.asString("").equals(served.asString() + "T00:00:00")) {
            return served;
        }
        return copy.isMissingNode() ? NullNode.getInstance() : copy;
    }
}
