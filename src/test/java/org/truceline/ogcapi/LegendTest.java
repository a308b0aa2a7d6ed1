package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** What the signs of a style mean, as an image. */
class LegendTest extends ServerTest {
    private static final int BATTLES = 0x8f2a00;
    private static final int BATTLES_IN_THE_DARK = 0xd08a3c;

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void everyStyleHasALegendThatNamesAllItsRules() throws Exception {
        for (JsonNode style : JsonAnswer.of(get("/styles")).body().get("styles")) {
            String id = style.get("id").asString();
            String said = String.join(" ", texts(legend(id)));

            for (String title : ruleTitles(id)) {
                assertThat(said).as(id).contains(title);
            }
        }
    }

    private List<String> ruleTitles(String styleId) throws Exception {
        return JsonAnswer.of(get("/styles/" + styleId))
                .body()
                .get("layers")
                .valueStream()
                .map(layer -> layer.at("/metadata/truceline:legend"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void metadataAndListsLeadToLegends() throws Exception {
        Stream.of(
                        JsonAnswer.of(get("/styles/incidents/metadata")).body(),
                        JsonAnswer.of(get("/collections/incidents/styles"))
                                .body()
                                .at("/styles/0"))
                .forEach(document -> {
                    for (String relation : List.of("preview", "http://www.opengis.net/def/rel/ogc/1.0/legend")) {
                        assertThat(document.get("links")
                                        .valueStream()
                                        .filter(link ->
                                                link.get("rel").asString().equals(relation))
                                        .map(link -> link.get("type").asString()))
                                .containsExactly("image/svg+xml", "image/png");
                    }
                });
        assertThat(JsonAnswer.of(get("/api")).body().get("paths").has("/styles/{styleId}/legend"))
                .isTrue();
    }

    @Test
    void imageShowsTheSignsForLightAndForDarkGrounds() throws Exception {
        BufferedImage light = image("incidents");
        BufferedImage dark = image("incidents.dark");
        Document drawing = legend("incidents");

        assertThat(light.getWidth())
                .isEqualTo(2 * Integer.parseInt(drawing.getDocumentElement().getAttribute("width")));
        assertThat(has(light, BATTLES)).isTrue();
        assertThat(has(dark, BATTLES_IN_THE_DARK)).isTrue();
        assertThat(has(dark, BATTLES)).isFalse();
        image("overview");
        image("withdrawal-areas.dark");
    }

    @Test
    void textOfTheDataIsWrappedAndNeverMarkup() throws Exception {
        String title = "<b>Where & what</b> " + "somebody wrote very much about their layer, ".repeat(8);
        try (LayerFixture fixture = new LayerFixture(jdbc(), transactions, catalogue)) {
            fixture.view("wordy", "SELECT 1 AS id, 'SRID=4326;POINT(70 40)'::geometry(Point, 4326) AS geom")
                    .sql("COMMENT ON VIEW layer.wordy IS '" + title + "'")
                    .awaitServed("wordy");
            List<String> texts = texts(legend("wordy"));

            assertThat(String.join(" ", texts)).contains(title.strip());
            assertThat(texts).allMatch(line -> line.length() < 70);
            image("wordy");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                              | image/svg+xml
            image/png                                                      | image/png
            image/avif,image/webp,image/png,image/svg+xml;q=0.9,*/*;q=0.8  | image/png
            text/html,application/xhtml+xml,image/webp,*/*;q=0.8           | image/svg+xml
            """)
    void acceptDecidesTheFormat(String accept, String type) throws Exception {
        String path = "/styles/places/legend";
        var answer = accept == null ? get(path) : get(path, "Accept", accept);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().allValues("Vary")).contains("Accept");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void whatIsNotOfferedIsSaid() throws Exception {
        assertThat(get("/styles/nothing/legend").statusCode()).isEqualTo(404);
        assertThat(get("/styles/places/legend?f=gif").body()).contains("expected is one of svg, png");
        assertThat(get("/styles/places/legend?width=20").statusCode()).isEqualTo(400);
        assertThat(get("/styles/places/legend", "Accept", "text/csv").statusCode())
                .isEqualTo(406);
    }

    private Document legend(String styleId) throws Exception {
        byte[] svg = getBytes("/styles/" + styleId + "/legend?f=svg").body();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Document legend) {
        List<String> texts = new ArrayList<>();
        NodeList elements = legend.getElementsByTagName("text");
        for (int index = 0; index < elements.getLength(); index++) {
            Element text = (Element) elements.item(index);
            texts.add(text.getTextContent());
        }
        return texts;
    }

    /** It stays among the pictures that are looked at. */
    private BufferedImage image(String styleId) throws Exception {
        byte[] png = getBytes("/styles/" + styleId + "/legend?f=png").body();
        keep("legend-" + styleId + ".png", png);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static void keep(String name, byte[] image) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        Files.write(folder.resolve(name), image);
    }

    private static boolean has(BufferedImage image, int colour) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == colour) {
                    return true;
                }
            }
        }
        return false;
    }
}
