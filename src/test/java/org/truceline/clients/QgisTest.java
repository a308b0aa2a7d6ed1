package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What QGIS makes of the example (3.22 in Debian 12), asked through its own Python once for all tests, since starting
 * it takes seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QgisTest extends ClientTest {
    private static final Program PYTHON = new Program(Path.of("/usr/bin/python3"), "python3-qgis");
    private static final Path IMAGE = Path.of("target/screenshots/qgis.png").toAbsolutePath();
    private static final Path TILES_IMAGE =
            Path.of("target/screenshots/qgis-tiles.png").toAbsolutePath();
    private static final double EARTH_RADIUS_OF_WEB_MERCATOR = 6378137;

    /** The colours that the script draws with. */
    private static final Map<String, Integer> COLOURS =
            Map.of("incidents", 0xb3261e, "boundary-lines", 0x4a3f8f, "withdrawal-areas", 0xf2d49b);

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    private JsonNode report = JsonMapper.shared().nullNode();

    @BeforeAll
    void readAllWithQgis(@TempDir Path folder) throws Exception {
        awaitExample();
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .view(ExactTimes.LAYER, ExactTimes.QUERY)
                .awaitServed(ExactTimes.LAYER);
        Files.createDirectories(IMAGE.getParent());
        Files.deleteIfExists(IMAGE);
        Files.deleteIfExists(TILES_IMAGE);
        Path script = folder.resolve("read_with_qgis.py");
        try (var source = new ClassPathResource("read_with_qgis.py", QgisTest.class).getInputStream()) {
            Files.copy(source, script);
        }
        Path profile = Files.createDirectory(folder.resolve("profile"));
        String expressions = JsonMapper.shared()
                .writeValueAsString(Guide.read().expressions().stream()
                        .map(Guide.Example::text)
                        .toList());
        List<String> arguments = new ArrayList<>(List.of(
                script.toString(),
                uri("/").toString(),
                profile.toString(),
                IMAGE.toString(),
                TILES_IMAGE.toString(),
                expressions));
        arguments.addAll(collectionIds());
        Map<String, String> environment = Map.of("QT_QPA_PLATFORM", "offscreen", "XDG_RUNTIME_DIR", profile.toString());
        report = JsonMapper.shared()
                .readTree(PYTHON.run(folder, environment, arguments).answer());
    }

    @AfterAll
    void dropLayer() {
        fixture.close();
    }

    @Test
    void takesNoLocalTimeForATimestamp() throws Exception {
        assertThat(count(ExactTimes.LAYER, "")).isGreaterThan(10);
        assertThat(report.at("/layers")
                        .get(ExactTimes.LAYER)
                        .at("/fields/local_time")
                        .asString())
                .isEqualTo("String");
    }

    @TestFactory
    Stream<DynamicTest> addsEachLayer() throws Exception {
        return collectionIds().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    ServedLayer layer = served(id);
                    JsonNode seen = report.at("/layers").get(id);

                    assertThat(seen.get("valid").asBoolean()).isTrue();
                    assertThat(seen.get("count").asInt()).isEqualTo(count(id, ""));
                    assertThat(seen.get("extent").size()).isEqualTo(layer.box().size());
                    if (!layer.box().isEmpty()) {
                        // QGIS sees the features, and not how far off they may be.
                        List<Double> spanned = layer.spanned();
                        for (int side = 0; side < spanned.size(); side++) {
                            assertThat(seen.get("extent").get(side).asDouble())
                                    .isCloseTo(spanned.get(side), within(1e-9));
                        }
                        assertThat(seen.get("crs").asString()).isIn("EPSG:4326", "OGC:CRS84");
                    }
                    Map<String, String> fields = new LinkedHashMap<>();
                    seen.get("fields")
                            .properties()
                            .forEach(field ->
                                    fields.put(field.getKey(), field.getValue().asString()));
                    assertThat(fields).containsExactlyInAnyOrderEntriesOf(fieldTypes(layer));
                }));
    }

    /** QGIS 3.22 doesn't ask for the schema but guesses from ten features: nulls are text, and none means no field. */
    private static Map<String, String> fieldTypes(ServedLayer layer) {
        Map<String, String> types = new LinkedHashMap<>();
        if (!layer.features().isEmpty()) {
            types.put("id", "String");
            layer.properties()
                    .forEach((name, schema) ->
                            types.put(name, layer.isKnownWithin(10, name) ? fieldType(schema) : "String"));
        }
        return types;
    }

    private static String fieldType(JsonNode schema) {
        String format = schema.path("format").asString("");
        return switch (schema.path("type").asString("")) {
            // The example has no larger ones.
            case "integer" -> "Integer";
            case "number" -> "Real";
            case "boolean" -> "Boolean";
            case "array" -> schema.at("/items/type").asString("").equals("string") ? "StringList" : "JSON";
            case "string" -> format.equals("date-time") ? "DateTime" : format.equals("date") ? "Date" : "String";
            default -> "JSON";
        };
    }

    @TestFactory
    Stream<DynamicTest> readsEveryFeatureWithEveryValue() throws Exception {
        return collectionIds().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    ServedLayer layer = served(id);
                    JsonNode features = report.at("/layers").get(id).get("features");
                    Map<String, JsonNode> seen = new LinkedHashMap<>();
                    features.forEach(feature -> seen.put(feature.get("id").asString(), feature));

                    assertThat(features.size()).isEqualTo(seen.size());
                    assertThat(seen.keySet()).isEqualTo(layer.features().keySet());
                    seen.forEach((featureId, feature) -> {
                        JsonNode served = layer.features().get(featureId);
                        SameJson.assertSame(featureId + " geometry", served.get("geometry"), feature.get("geometry"));
                        feature.get("properties").properties().stream()
                                .filter(property -> !property.getKey().equals("id"))
                                .forEach(property -> SameJson.assertSame(
                                        featureId + " " + property.getKey(),
                                        served.get("properties").get(property.getKey()),
                                        property.getValue()));
                    });
                }));
    }

    @Test
    void readsPagesAndFindsByExpressionBoxAndQuery() throws Exception {
        ServedLayer incidents = served("incidents");
        Predicate<JsonNode> battle =
                incident -> incident.get("event_type").asString("").equals("Battles");
        Predicate<JsonNode> week = incident -> {
            String start = incident.get("time_start").asString("");
            return start.compareTo("2021-04-28") >= 0 && start.compareTo("2021-05-02") < 0;
        };

        assertFound("pages", List.copyOf(incidents.features().keySet()));
        assertFound("expression", incidents.ids(battle));
        assertFound(
                "text",
                incidents.ids(incident -> incident.get("summary").asString("").matches("(?i).*water.*")));
        assertFound("time", incidents.ids(week));
        List<String> inBox = incidents.idsWithin(70.4, 39.8, 70.7, 40.1);
        assertFound("box", inBox);
        assertFound(
                "both", incidents.ids(battle).stream().filter(inBox::contains).toList());
        assertFound("subset", incidents.ids(battle));
        assertThat(report.at("/found/subsetCount").asInt())
                .isEqualTo(incidents.ids(battle).size());
    }

    private void assertFound(String filter, List<String> expected) {
        List<String> found = new ArrayList<>();
        report.at("/found").get(filter).forEach(id -> found.add(id.asString()));
        assertThat(expected).as(filter).isNotEmpty();
        assertThat(found).as(filter).containsExactlyInAnyOrderElementsOf(expected);
    }

    @TestFactory
    Stream<DynamicTest> expressionsFindWhatTheGuideSays() throws Exception {
        return Guide.read().expressions().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.text(),
                        () -> assertThat(report.at("/matches")
                                        .path(example.text())
                                        .asInt(-1))
                                .isEqualTo(example.features())));
    }

    @Test
    void drawsTheExample() throws IOException {
        assertThat(report.at("/drawn/errors")).isEmpty();
        assertDrawn(ImageIO.read(IMAGE.toFile()));
    }

    @Test
    void drawsTheExampleFromTiles() throws Exception {
        assertThat(report.at("/drawnTiles/valid").asBoolean()).isTrue();
        assertThat(report.at("/drawnTiles/errors")).isEmpty();
        BufferedImage image = ImageIO.read(TILES_IMAGE.toFile());
        assertDrawn(image);

        // Each report has its dot, and there is no dot without a report.
        JsonNode extent = report.at("/drawnTiles/extent");
        double metresOfPixel = (extent.get(2).asDouble() - extent.get(0).asDouble()) / image.getWidth();
        List<int[]> expected = new ArrayList<>();
        for (JsonNode incident : served("incidents").features().values()) {
            JsonNode place = incident.at("/geometry/coordinates");
            if (place.isArray()) {
                double x = EARTH_RADIUS_OF_WEB_MERCATOR
                        * Math.toRadians(place.get(0).asDouble());
                double y = EARTH_RADIUS_OF_WEB_MERCATOR
                        * Math.log(Math.tan(
                                Math.PI / 4 + Math.toRadians(place.get(1).asDouble()) / 2));
                int column = (int) ((x - extent.get(0).asDouble()) / metresOfPixel);
                int row = (int) ((extent.get(3).asDouble() - y) / metresOfPixel);
                expected.add(new int[] {column, row});
            }
        }
        int dot = COLOURS.get("incidents");
        List<int[]> shown = expected.stream()
                .filter(at -> at[0] > 5 && at[1] > 5 && at[0] < image.getWidth() - 5 && at[1] < image.getHeight() - 5)
                .toList();
        assertThat(shown).hasSizeGreaterThan(20).allMatch(at -> isNear(image, at, dot), "has a dot");
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                if ((image.getRGB(column, row) & 0xffffff) == dot) {
                    int[] at = {column, row};
                    assertThat(expected)
                            .as("dot at %d, %d", column, row)
                            .anyMatch(place -> Math.hypot(place[0] - at[0], place[1] - at[1]) < 10);
                }
            }
        }
    }

    private static boolean isNear(BufferedImage image, int[] place, int colour) {
        for (int row = place[1] - 3; row <= place[1] + 3; row++) {
            for (int column = place[0] - 3; column <= place[0] + 3; column++) {
                if ((image.getRGB(column, row) & 0xffffff) == colour) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void assertDrawn(BufferedImage image) {
        Map<Integer, Integer> pixels = new LinkedHashMap<>();
        int[] colours = image.getRGB(
                0,
                0,
                image.getWidth(),
                image.getHeight(),
                new int[image.getWidth() * image.getHeight()],
                0,
                image.getWidth());
        for (int colour : colours) {
            pixels.merge(colour & 0xffffff, 1, Integer::sum);
        }

        COLOURS.forEach((layer, colour) ->
                assertThat(pixels.getOrDefault(colour, 0)).as(layer).isGreaterThan(100));
        assertThat(pixels.getOrDefault(0xffffff, 0))
                .as("background")
                .isBetween(colours.length / 4, colours.length * 9 / 10);
    }

    @Test
    void complainsOfNothing() {
        assertThat(report.get("messages")).isEmpty();
    }
}
