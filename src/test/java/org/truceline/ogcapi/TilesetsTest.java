package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;

/** What the server says of its tiles. */
class TilesetsTest extends ServerTest {
    private static final String SET_REGISTER = "http://www.opengis.net/def/tilematrixset/OGC/1.0/";

    @Test
    void landingPageAndCollectionsLeadToTilesets() throws Exception {
        for (String path : List.of("/", "/collections/incidents")) {
            JsonAnswer answer = JsonAnswer.of(get(path));
            String tilesets = answer.link("http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector");

            assertThat(tilesets).endsWith("/tiles");
            assertThat(get(tilesets).statusCode()).isEqualTo(200);
        }
        assertThat(get("/conformance").body())
                .contains("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core")
                .contains("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tiles", "/collections/incidents/tiles"})
    void eachTilesetSaysHowTheWorldIsCutAndWhereItsTilesAre(String path) throws Exception {
        JsonNode tilesets = JsonAnswer.of(get(path)).body().get("tilesets");

        assertThat(tilesets.valueStream()
                        .map(tileset -> tileset.get("tileMatrixSetId").asString()))
                .containsExactly("WebMercatorQuad", "WorldCRS84Quad");
        for (JsonNode tileset : tilesets) {
            String set = tileset.get("tileMatrixSetId").asString();
            Map<String, String> links = tileset.get("links")
                    .valueStream()
                    .collect(Collectors.toMap(
                            link -> link.get("rel").asString(),
                            link -> link.get("href").asString(),
                            (a, b) -> a));

            assertThat(tileset.get("tileMatrixSetURI").asString()).isEqualTo(SET_REGISTER + set);
            assertThat(tileset.get("tileMatrixSetLimits")).hasSize(19);
            assertThat(links.get("item")).isEqualTo(uri(path) + "/" + set + "/{tileMatrix}/{tileRow}/{tileCol}?f=mvt");
            assertThat(get(path(links.get("self"))).statusCode()).isEqualTo(200);
            assertThat(get(path(links.get("http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTilesetTellsItsLayersLimitsAndWhatItCannotShow() throws Exception {
        JsonNode tileset = JsonAnswer.of(get("/collections/incidents/tiles/WebMercatorQuad"))
                .body();
        JsonNode limits = tileset.get("tileMatrixSetLimits").get(8);

        assertThat(tileset.get("dataType").asString()).isEqualTo("vector");
        assertThat(tileset.at("/layers/0/id").asString()).isEqualTo("incidents");
        assertThat(tileset.at("/layers/0/geometryDimension").asInt()).isZero();
        assertThat(tileset.at("/layers/0/propertiesSchema/properties").propertyNames())
                .contains("id", "event_type");
        assertThat(tileset.get("description").asString()).contains("85.06°").contains("without geometry");
        assertThat(limits.get("minTileRow").asInt()).isBetween(90, 100);
        assertThat(limits.get("maxTileCol").asInt()).isBetween(175, 180);
        assertThat(tileset.at("/boundingBox/lowerLeft/0").asDouble()).isBetween(69.0, 71.0);
    }

    @Test
    void tileJsonHoldsWhatMapsAskFor() throws Exception {
        JsonNode json = JsonAnswer.of(get("/collections/incidents/tiles/WebMercatorQuad?f=tilejson"))
                .body();

        assertThat(json.get("tilejson").asString()).isEqualTo("3.0.0");
        assertThat(json.at("/tiles/0").asString())
                .isEqualTo(uri("/collections/incidents/tiles/WebMercatorQuad/") + "{z}/{y}/{x}?f=mvt");
        assertThat(json.get("minzoom").asInt()).isZero();
        assertThat(json.get("maxzoom").asInt()).isEqualTo(18);
        assertThat(json.get("bounds")).hasSize(4);
        assertThat(json.get("attribution").asString()).isNotEmpty();
        assertThat(json.at("/vector_layers/0/id").asString()).isEqualTo("incidents");
        assertThat(json.at("/vector_layers/0/fields/event_type").asString()).isEqualTo("String");
        assertThat(get("/collections/incidents/tiles/WebMercatorQuad?f=tilejson", "Accept", "text/html")
                        .body())
                .isEqualTo(json.toString());
        assertThat(get("/collections/incidents/tiles/WorldCRS84Quad?f=tilejson").statusCode())
                .isEqualTo(400);
    }

    @Test
    void chosenCollectionsStayChosen() throws Exception {
        JsonNode json = JsonAnswer.of(get("/tiles/WebMercatorQuad?f=tilejson&collections=places,incidents"))
                .body();

        assertThat(json.at("/tiles/0").asString()).endsWith("?collections=places%2Cincidents&f=mvt");
        assertThat(json.get("vector_layers")
                        .valueStream()
                        .map(layer -> layer.get("id").asString()))
                .containsExactly("places", "incidents");
    }

    @Test
    void tileMatrixSetsAreThoseOfTheStandard() throws Exception {
        JsonNode mercator =
                JsonAnswer.of(get("/tileMatrixSets/WebMercatorQuad")).body();
        JsonNode degrees = JsonAnswer.of(get("/tileMatrixSets/WorldCRS84Quad")).body();

        assertThat(JsonAnswer.of(get("/tileMatrixSets")).body().get("tileMatrixSets"))
                .hasSize(2);
        assertThat(mercator.at("/tileMatrices/0/scaleDenominator").asDouble())
                .isCloseTo(559082264.028717, within(1e-3));
        assertThat(mercator.at("/tileMatrices/0/pointOfOrigin/1").asDouble()).isCloseTo(20037508.3427892, within(1e-6));
        assertThat(mercator.at("/tileMatrices/18/matrixWidth").asLong()).isEqualTo(262144);
        assertThat(degrees.at("/tileMatrices/0/scaleDenominator").asDouble()).isCloseTo(279541132.014358, within(1e-3));
        assertThat(degrees.at("/tileMatrices/0/matrixWidth").asInt()).isEqualTo(2);
        assertThat(degrees.at("/orderedAxes/0").asString()).isEqualTo("Lon");
        assertThat(get("/tileMatrixSets/None").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiDescribesTiles() throws Exception {
        JsonNode api = JsonAnswer.of(get("/api")).body();
        JsonNode tile = api.at(
                "/paths/~1collections~1{collectionId}~1tiles~1{tileMatrixSetId}~1{tileMatrix}~1{tileRow}~1{tileCol}/get");

        assertThat(tile.get("operationId").asString()).isEqualTo(".collection.vector.getTile");
        assertThat(tile.at("/responses/200/content").propertyNames())
                .containsExactly("application/vnd.mapbox-vector-tile");
        assertThat(tile.get("parameters").toString()).contains("tileRow", "filter", "datetime");
    }

    private String path(@Nullable String url) {
        return Objects.requireNonNull(url).substring(uri("").toString().length());
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
