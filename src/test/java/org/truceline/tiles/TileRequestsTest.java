package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truceline.layers.LayerFixture;

/** What is asked of tiles, and what is answered but features. */
class TileRequestsTest extends TileTest {
    @Override
    void make(LayerFixture fixture) {
        fixture.table(
                        "asked-points",
                        "id int PRIMARY KEY, geom geometry(Point, 4326), kind text",
                        "(1, ST_Point(-180, 85, 4326), 'even'), (2, ST_Point(179, -60, 4326), 'odd')")
                .table(
                        "asked-areas",
                        "id int PRIMARY KEY, geom geometry(Polygon, 4326)",
                        "(1, ST_MakeEnvelope(69, 39, 71, 41, 4326))")
                .awaitServed("asked-areas");
    }

    @Test
    void aTileOfSeveralCollectionsShowsEach() throws Exception {
        DecodedTile tile =
                DecodedTile.read(getBytes("/tiles/WebMercatorQuad/0/0/0?collections=asked-areas,asked-points")
                        .body());
        Set<String> all = new TreeSet<>();
        DecodedTile.read(getBytes("/tiles/WebMercatorQuad/0/0/0").body())
                .features()
                .forEach(feature -> all.add(feature.layer()));

        assertThat(tile.features().stream().map(DecodedTile.Feature::layer).distinct())
                .containsExactly("asked-areas", "asked-points");
        assertThat(all).contains("asked-points", "asked-areas", "places", "territories");
    }

    @Test
    void theExamplesLayersAreWholeInTheWorldsTile() throws Exception {
        for (String layer : List.of("incidents", "places", "territories", "boundary-lines", "withdrawal-areas")) {
            Set<String> items = new TreeSet<>();
            java.util.regex.Matcher features = java.util.regex.Pattern.compile("\"id\":\"([^\"]+)\",\"geometry\":\\{")
                    .matcher(get("/collections/" + layer + "/items?limit=1000").body());
            while (features.find()) {
                items.add(features.group(1));
            }
            assertThat(new TreeSet<>(tile(layer, "WebMercatorQuad/0/0/0").ids()))
                    .as(layer)
                    .isEqualTo(items)
                    .isNotEmpty();
        }
    }

    @Test
    void aTileWithNothingInItIsEmpty() throws Exception {
        HttpResponse<String> answer = get("/collections/asked-points/tiles/WebMercatorQuad/4/2/2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /collections/asked-points/tiles/WebMercatorQuad/19/0/0       | 404 | there are the matrices 0 to 18
            /collections/asked-points/tiles/WebMercatorQuad/-1/0/0       | 404 | there are the matrices 0 to 18
            /collections/asked-points/tiles/WebMercatorQuad/2/4/0        | 404 | this matrix has the rows 0 to 3
            /collections/asked-points/tiles/WorldCRS84Quad/2/0/8         | 404 | this matrix has the columns 0 to 7
            /collections/asked-points/tiles/WebMercatorQuad/a/0/0        | 404 | whole numbers
            /collections/asked-points/tiles/WebMercatorQuad/1/99999999999999999999/0 | 404 | whole numbers
            /collections/asked-areas/tiles/WebMercatorQuad/3/0/0           | 404 | outside the limits
            /collections/asked-points/tiles/Mercator/0/0/0               | 404 | expected is one of WebMercatorQuad, WorldCRS84Quad
            /collections/none/tiles/WebMercatorQuad/0/0/0                | 404 | There is no collection
            /collections/asked-points/tiles/WebMercatorQuad/0/0/0?bbox=1,2,3,4 | 400 | "bbox" is not known here
            /collections/asked-points/tiles/WebMercatorQuad/0/0/0?f=png  | 400 | expected is mvt
            /collections/asked-points/tiles/WebMercatorQuad/0/0/0?filter=colour=1 | 400 | no property
            /tiles/WebMercatorQuad/0/0/0?collections=places,none         | 400 | there is no collection
            /tiles/WebMercatorQuad/0/0/0?kind=even                       | 400 | is not known here
            """)
    void mistakesAreNamed(String path, int status, String says) throws Exception {
        HttpResponse<String> answer = get(path.strip().replace("\"", "%22"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().replace("\\\"", "\"")).contains(says);
    }

    @Test
    void gzipHoldsTheSameTile() throws Exception {
        String path = "/collections/asked-areas/tiles/WebMercatorQuad/0/0/0";
        HttpResponse<byte[]> plain = getBytes(path);
        HttpResponse<byte[]> gzip = getBytes(path, "Accept-Encoding", "gzip");
        byte[] unpacked =
                new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(gzip.body())).readAllBytes();

        assertThat(plain.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unpacked).isEqualTo(plain.body());
        assertThat(gzip.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(getBytes(
                                path,
                                "Accept-Encoding",
                                "gzip",
                                "If-None-Match",
                                gzip.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }
}
