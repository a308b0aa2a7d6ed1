package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;

/** Which styles the server has, and how clients come to them. */
class StylesTest extends ServerTest {
    private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/styles";

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void landingPageAndCollectionsLeadToStyles() throws Exception {
        for (String path : List.of("/", "/collections/incidents")) {
            String styles = JsonAnswer.of(get(path)).link(RELATION);

            assertThat(styles).endsWith("/styles");
            assertThat(get(styles).statusCode()).isEqualTo(200);
        }
        assertThat(get("/conformance").body())
                .contains("http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/core")
                .contains("http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/mapbox-styles");
    }

    @Test
    void everyLayerHasAStyleForLightAndOneForDarkGrounds() throws Exception {
        JsonNode listing = JsonAnswer.of(get("/styles")).body();
        List<String> ids = listing.get("styles")
                .valueStream()
                .map(style -> style.get("id").asString())
                .toList();

        assertThat(listing.get("default").asString()).isEqualTo("overview");
        assertThat(ids).doesNotHaveDuplicates();
        catalogue.listLayers().forEach(layer -> assertThat(ids).contains(layer.id(), layer.id() + ".dark"));
        for (JsonNode style : listing.get("styles")) {
            for (JsonNode link : style.get("links")) {
                var answer = get(path(link.get("href").asString()));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .isEqualTo(link.get("type").asString());
            }
        }
    }

    @Test
    void aCollectionHasItsOwnStyles() throws Exception {
        JsonNode listing = JsonAnswer.of(get("/collections/places/styles")).body();

        assertThat(listing.get("styles")
                        .valueStream()
                        .map(style -> style.get("id").asString()))
                .containsExactly("places", "places.dark");
        assertThat(get("/collections/nowhere/styles").statusCode()).isEqualTo(404);
    }

    @Test
    void aStyleNamesOurTilesAndSignsThatThereAre() throws Exception {
        JsonNode style = JsonAnswer.of(get("/styles/overview")).body();
        JsonNode signs = JsonAnswer.of(get(path(style.get("sprite").asString()) + ".json"))
                .body();

        assertThat(style.get("version").asInt()).isEqualTo(8);
        for (JsonNode source : style.get("sources")) {
            assertThat(JsonAnswer.of(get(path(source.get("url").asString())))
                            .body()
                            .get("tilejson")
                            .asString())
                    .isEqualTo("3.0.0");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode layer : style.get("layers")) {
            assertThat(ids.add(layer.get("id").asString()))
                    .as(layer.get("id").asString())
                    .isTrue();
            for (String sign : List.of("/layout/icon-image", "/paint/fill-pattern")) {
                if (layer.at(sign).isString()) {
                    assertThat(signs.has(layer.at(sign).asString()))
                            .as(layer.at(sign).asString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void signsAreInTheImageWhereTheIndexSays() throws Exception {
        JsonNode index = JsonAnswer.of(get("/resources/sprite-dark@2x.json")).body();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                getBytes("/resources/sprite-dark@2x.png").body()));

        assertThat(index.size()).isGreaterThan(20);
        index.properties().forEach(sign -> {
            JsonNode place = sign.getValue();
            int middleX = place.get("x").asInt() + place.get("width").asInt() / 2;
            int middleY = place.get("y").asInt() + place.get("height").asInt() / 2;
            assertThat(place.get("pixelRatio").asInt()).isEqualTo(2);
            assertThat(image.getRGB(middleX, middleY) >>> 24).as(sign.getKey()).isPositive();
        });
        assertThat(get("/resources/sprite-purple.json").statusCode()).isEqualTo(404);
    }

    @Test
    void sourcesLookTheSameOnEveryLayer() throws Exception {
        assertThat(colourOf("boundary-lines", "osm-2017")).isEqualTo(colourOf("withdrawal-areas", "osm-2017"));
        assertThat(colourOf("boundary-lines", "osm-2017"))
                .isNotEqualTo(colourOf("boundary-lines", "natural-earth-4.1.0"));
    }

    private String colourOf(String styleId, String dataset) throws Exception {
        return JsonAnswer.of(get("/styles/" + styleId))
                .body()
                .get("layers")
                .valueStream()
                .filter(layer -> layer.get("type").asString().equals("line"))
                .filter(layer -> layer.path("filter")
                        .path(2)
                        .toString()
                        .equals("[\"==\",[\"get\",\"dataset\"],\"" + dataset + "\"]"))
                .filter(layer -> !layer.get("id").asString().endsWith("-casing"))
                .map(layer -> layer.at("/paint/line-color").asString() + layer.at("/paint/line-dasharray"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void metadataSaysWhatAStyleNeedsOfTheData() throws Exception {
        JsonNode metadata = JsonAnswer.of(get("/styles/incidents/metadata")).body();

        assertThat(metadata.get("title").asString()).isEqualTo("Incidents by kind of event");
        assertThat(metadata.at("/layers/0/geometryType").asString()).isEqualTo("points");
        assertThat(metadata.at("/layers/0/propertiesSchema").propertyNames()).containsExactly("event_type");
        assertThat(metadata.at("/stylesheets/0/native").asBoolean()).isFalse();
        assertThat(metadata.at("/stylesheets/0/link/type").asString()).isEqualTo("application/vnd.mapbox.style+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                  | application/vnd.mapbox.style+json
            application/vnd.mapbox.style+json                  | application/vnd.mapbox.style+json
            application/vnd.ogc.sld+xml                        | application/vnd.ogc.sld+xml;version=1.1
            application/vnd.ogc.sld+xml;version=1.1            | application/vnd.ogc.sld+xml;version=1.1
            application/json;q=0.3, application/vnd.ogc.sld+xml | application/vnd.ogc.sld+xml;version=1.1
            application/vnd.qgis.qml                           | application/vnd.qgis.qml
            application/json                                   | application/vnd.mapbox.style+json
            text/html,application/xhtml+xml,image/webp,*/*;q=0.8 | text/html;charset=UTF-8
            application/vnd.ogc.sld+xml, text/html;q=0.5       | application/vnd.ogc.sld+xml;version=1.1
            """)
    void acceptDecidesTheEncoding(String accept, String type) throws Exception {
        var answer = accept == null ? get("/styles/places") : get("/styles/places", "Accept", accept);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().allValues("Vary")).contains("Accept");
    }

    @Test
    void whatIsNotOfferedIsSaid() throws Exception {
        assertThat(get("/styles/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/styles/nothing").body()).contains("/styles lists those there are");
        assertThat(get("/resources/fonts/Arial/0-255.pbf").body())
                .contains("expected is a font that a style here names");
        assertThat(get("/styles/places?f=shp").statusCode()).isEqualTo(400);
        assertThat(get("/styles/places?f=shp").body()).contains("mapbox");
        assertThat(get("/styles/overview?f=qml").body()).contains("expected is one of mapbox, sld11");
        assertThat(get("/styles/places?colour=red").statusCode()).isEqualTo(400);
        assertThat(get("/styles/places", "Accept", "application/vnd.ogc.sld+xml;version=1.0")
                        .statusCode())
                .isEqualTo(406);
        assertThat(get("/styles/places", "Accept", "image/gif").statusCode()).isEqualTo(406);
    }

    @Test
    void stylesAreTaggedAndNotSentTwice() throws Exception {
        for (String path : List.of(
                "/styles", "/styles/boundary-lines", "/styles/places/metadata", "/resources/sprite-light.png")) {
            String tag = get(path).headers().firstValue("ETag").orElseThrow();

            assertThat(get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(304);
        }
    }

    @Test
    void anOperatorsLayerIsDrawnByTheKindOfItsGeometry() throws Exception {
        try (LayerFixture fixture = new LayerFixture(jdbc(), transactions, catalogue)) {
            String line = "'SRID=4326;LINESTRING(70 40, 71 41)'::geometry(LineString, 4326)";
            fixture.view("styled-lines", "SELECT 1 AS id, " + line + " AS geom").awaitServed("styled-lines");
            JsonNode layers = JsonAnswer.of(get("/styles/styled-lines")).body().get("layers");

            assertThat(layers.valueStream().map(layer -> layer.get("type").asString()))
                    .containsExactly("background", "line");
            assertThat(layers.at("/1/source-layer").asString()).isEqualTo("styled-lines");
        }
    }

    private String path(String url) {
        return url.substring(uri("").toString().length());
    }
}
