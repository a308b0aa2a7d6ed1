package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The map is drawn by the style that the server gives to all: QGIS and other maps show the same signs. */
class MapDefinitionTest extends MapTest {
    /** What the style says of how a thing looks. Names are in the reader's language, so their text isn't compared. */
    private static final String DRAWN_LAYERS = """
            const looks = ({id, type, source, paint, layout, minzoom}) =>
                ({id, type, source, paint, minzoom, icon: layout?.['icon-image']});
            return truceline.map.getStyle().layers.filter(({id}) => arguments[0].includes(id)).map(looks);
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> COLLECTIONS = List.of(
            "territories",
            "withdrawal-areas",
            "patrol-zones",
            "boundary-lines",
            "incident-areas",
            "compliance-claims",
            "places");

    @ParameterizedTest
    @CsvSource({"light, overview", "dark, overview.dark"})
    void eachLayerLooksAsTheStyleOfTheServerSays(String scheme, String style) throws Exception {
        if (scheme.equals("dark")) {
            browser.preferDark();
        }
        open("/map");
        List<JsonNode> served = StreamSupport.stream(
                        json("/styles/" + style + "?f=mapbox").get("layers").spliterator(), false)
                .filter(layer -> COLLECTIONS.contains(layer.path("source").asString("")))
                .filter(layer -> !layer.get("id").asString().contains("-cluster"))
                .toList();

        JsonNode drawn = JSON.valueToTree(browser.run(
                DRAWN_LAYERS,
                served.stream().map(layer -> layer.get("id").asString()).toList()));

        assertThat(drawn).hasSameSizeAs(served).isNotEmpty();
        for (JsonNode layer : served) {
            JsonNode same = StreamSupport.stream(drawn.spliterator(), false)
                    .filter(each -> each.get("id").equals(layer.get("id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(values(same.path("paint")))
                    .as("paint of %s", layer.get("id"))
                    .isEqualTo(values(layer.path("paint")));
            assertThat(same.path("icon").asString(""))
                    .as("sign of %s", layer.get("id"))
                    .isEqualTo(layer.at("/layout/icon-image").asString(""));
        }
        browser.saveScreenshot("map-definition-" + scheme);
    }

    @Test
    void signsOfReportsAndBarsHaveTheColoursOfTheDefinition() throws Exception {
        open("/map");
        JsonNode style = json("/styles/overview?f=mapbox");
        Map<String, String> groups = Map.of("Battles", "battles", "Riots", "unrest", "Anything", "other");
        // Each group of the legend is the group that the definition has a sign for.
        groups.forEach((eventType, group) -> assertThat(
                        browser.run("""
                        return import(arguments[0]).then(({layersFor}) =>
                            layersFor('incidents', 'Point', {event_type: arguments[1]}).map(({layout}) => layout['icon-image']).join());
                        """, uri("/map/js/definition.js").toString(), eventType))
                .asString()
                .contains("-" + group + "-"));
        assertThat(
                        browser.run(
                                "return [...new Set([...document.querySelectorAll('#timeline .bar rect')].map((each) => each.getAttribute('fill')))]"))
                .as("bars")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isNotEmpty()
                .isSubsetOf(StreamSupport.stream(
                                style.at("/metadata/truceline:palette").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList());
        assertQuietAndAlone();
    }

    /** 1.0 and 1 are the same number, and properties have no order. */
    private static Map<String, String> values(JsonNode paint) {
        Map<String, String> values = new TreeMap<>();
        paint.properties()
                .forEach(each ->
                        values.put(each.getKey(), each.getValue().toString().replaceAll("(\\d)\\.0(?!\\d)", "$1")));
        return values;
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }
}
