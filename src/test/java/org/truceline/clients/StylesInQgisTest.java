package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the real QGIS (3.22) draw every layer by the server's styles in QGIS's own terms: by the same rules as the MapLibre
 * style. The pictures stay beside the one that {@link StylesInBrowserTest} makes.
 */
class StylesInQgisTest extends ClientTest {
    private static final Program PYTHON = new Program(Path.of("/usr/bin/python3"), "python3-qgis");
    private static final String SCRIPT = "draw_styles_with_qgis.py";

    /** Of all that are drawn, from the ground up. What isn't among them lies below. */
    private static final List<String> SHOWN = List.of(
            "territories",
            "withdrawal-areas",
            "patrol-zones",
            "boundary-lines",
            "incident-areas",
            "sighting-areas",
            "compliance-claims",
            "places",
            "sightings",
            "compliance",
            "incidents");

    private static final Map<String, Integer> FILLS = Map.of(
            "Armed clashes and shooting", 0x8f2a00,
            "Shelling, air strikes, explosions", 0x5a3285,
            "Violence against civilians", 0x2b1626,
            "Protests, riots, stone throwing", 0x407cc5,
            "Warning shots, blockades, movements and other developments", 0x226048,
            "Other, or not known", 0x86797e);

    /** So near, another sign may lie over the middle of one. */
    private static final double NEAR = 24;

    @ParameterizedTest
    @CsvSource({"sld, sld11", "qml, qml"})
    void everyLayerIsDrawnByTheRulesOfItsStyle(String encoding, String format, @TempDir Path folder) throws Exception {
        List<String> ids = new ArrayList<>(collectionIds());
        ids.removeAll(SHOWN);
        ids.addAll(SHOWN);
        Path image = image(encoding);
        Path signs = image(encoding + "-incidents");
        JsonNode report = draw(ids, List.of(encoding, image.toString(), signs.toString()), format, folder);

        assertThat(report.get("errors")).isEmpty();
        for (String id : ids) {
            JsonNode read = report.get("layers").get(id);
            assertThat(read.get("valid").asBoolean()).as(id).isTrue();
            if (read.get("spatial").asBoolean()) {
                assertThat(read.get("loaded").asBoolean())
                        .as("%s: %s", id, read)
                        .isTrue();
                assertRules(id, read);
            }
        }
        assertThat(labelled(report, "places")).containsExactly("name", "name", "name");
        assertThat(labelled(report, "boundary-lines")).containsExactly("source");
        assertSigns(report, ImageIO.read(signs.toFile()));
    }

    private JsonNode draw(List<String> ids, List<String> output, String format, Path folder) throws Exception {
        Path script = folder.resolve(SCRIPT);
        try (var source = new ClassPathResource(SCRIPT, StylesInQgisTest.class).getInputStream()) {
            Files.copy(source, script);
        }
        for (String id : ids) {
            Path style = folder.resolve(id + "." + output.get(0));
            Files.writeString(style, get("/styles/" + id + "?f=" + format).body());
        }
        List<String> arguments = new ArrayList<>(List.of(script.toString(), uri("/").toString(), folder.toString()));
        arguments.addAll(output);
        arguments.addAll(ids);
        Map<String, String> environment = Map.of("QT_QPA_PLATFORM", "offscreen", "XDG_RUNTIME_DIR", folder.toString());
        return JsonMapper.shared()
                .readTree(PYTHON.run(folder, environment, arguments).answer());
    }

    private static Path image(String name) throws Exception {
        Path image = Path.of("target/screenshots/style-" + name + ".png").toAbsolutePath();
        Files.createDirectories(image.getParent());
        Files.deleteIfExists(image);
        return image;
    }

    private void assertRules(String id, JsonNode read) throws Exception {
        MapLibreRules rules = new MapLibreRules(ask("/styles/" + id));
        if (rules.titles().size() == 1) {
            // One symbol for all is no rule to QGIS when it reads SLD.
            return;
        }
        assertThat(read.get("rules").valueStream().map(rule -> rule.get("title").asString()))
                .as(id)
                .containsExactlyElementsOf(rules.titles());
        Map<String, List<String>> met = new TreeMap<>();
        read.get("features")
                .properties()
                .forEach(feature -> met.put(
                        feature.getKey(),
                        feature.getValue().valueStream().map(JsonNode::asString).toList()));
        assertThat(met).as(id).isNotEmpty().isEqualTo(rules.met(served(id).features()));
    }

    private static List<String> labelled(JsonNode report, String id) {
        return report.get("layers")
                .get(id)
                .get("labels")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The middle of a sign has the colour of the rule, where no other sign is near. */
    private static void assertSigns(JsonNode report, BufferedImage image) {
        Map<String, JsonNode> places = new LinkedHashMap<>();
        report.at("/signs/places").properties().forEach(place -> places.put(place.getKey(), place.getValue()));
        List<String> alone = places.keySet().stream()
                .filter(id -> places.entrySet().stream()
                        .filter(other -> !other.getKey().equals(id))
                        .noneMatch(other -> distance(other.getValue(), places.get(id)) < NEAR))
                .toList();

        assertThat(alone).hasSizeGreaterThan(3);
        for (String id : alone) {
            String rule =
                    report.at("/layers/incidents/features").at("/" + id + "/0").asString();
            JsonNode place = places.get(id);
            int colour = image.getRGB(place.get(0).asInt(), place.get(1).asInt()) & 0xffffff;
            assertThat(colour).as("%s, %s", id, rule).isEqualTo(FILLS.get(rule));
        }
    }

    private static double distance(JsonNode one, JsonNode other) {
        return Math.hypot(
                one.get(0).asDouble() - other.get(0).asDouble(),
                one.get(1).asDouble() - other.get(1).asDouble());
    }
}
