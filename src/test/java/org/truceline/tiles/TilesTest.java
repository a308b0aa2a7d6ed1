package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Tiles, decoded, held against the features that they show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TilesTest extends ServerTest {
    /** Where Web Mercator's world ends. */
    private static final double LAST_LATITUDE = 85.0511287798066;

    /** On corners of tiles, on the edges of the world, and beside them. */
    private static final List<double[]> POINTS = List.of(
            new double[] {0, 0},
            new double[] {-180, 0},
            new double[] {180, 10},
            new double[] {180, -45},
            new double[] {-180, -45.5},
            new double[] {90, 66.51326044311186},
            new double[] {45, -40.97989806962013},
            new double[] {70.5, 40},
            new double[] {70.5000001, 40.0000001},
            new double[] {179.9999999, 0.0000001},
            new double[] {-0.00000001, -0.00000001},
            new double[] {12.345678, 85},
            new double[] {-77.7, -84.999});

    private final LayerFixture layers;

    TilesTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayers() throws IOException, InterruptedException {
        // A server that has just started follows the example's layers first.
        awaitTag("/collections/territories/items?limit=1");
        layers.table("tiled-points", "id int PRIMARY KEY, geom geometry(Point, 4326), kind text, seen date")
                .sql("COMMENT ON COLUMN layer.\"tiled-points\".seen IS E'Seen\\n@instant'");
        for (int i = 0; i < POINTS.size(); i++) {
            layers.sql("INSERT INTO layer.\"tiled-points\" VALUES (%d, ST_Point(%s, %s, 4326), '%s', '2021-04-%02d')"
                    .formatted(i, POINTS.get(i)[0], POINTS.get(i)[1], i % 2 == 0 ? "even" : "odd", i + 1));
        }
        layers.sql("INSERT INTO layer.\"tiled-points\" VALUES (100, ST_Point(5, 89, 4326), 'pole', NULL),"
                        + " (101, ST_Point(0, -90, 4326), 'pole', NULL), (102, NULL, 'nowhere', NULL)")
                .table("tiled-shapes", "id text PRIMARY KEY, geom geometry(Geometry, 4326)", """
                        ('speck', ST_MakeEnvelope(70, 40, 70.000001, 40.000001, 4326)),
                        ('dash', ST_SetSRID(ST_MakeLine(ST_Point(70, 40), ST_Point(70.0000001, 40)), 4326)),
                        ('across', ST_MakeEnvelope(170, -10, 190, 10, 4326)),
                        ('east', ST_MakeEnvelope(170, 20, 180, 30, 4326)),
                        ('west', ST_MakeEnvelope(-180, 20, -170, 30, 4326)),
                        ('line', ST_SetSRID(ST_MakeLine(ST_Point(-185, 0), ST_Point(-175, 5)), 4326)),
                        ('mixed', ST_Collect(ARRAY[ST_Point(10, 10, 4326), ST_MakeEnvelope(11, 11, 12, 12, 4326),
                                  ST_SetSRID(ST_MakeLine(ST_Point(13, 13), ST_Point(14, 14)), 4326)])),
                        ('cap', ST_MakeEnvelope(-180, 60, 180, 90, 4326)),
                        ('bowtie', 'SRID=4326;POLYGON((20 20, 24 24, 24 20, 20 24, 20 20))'),
                        ('empty', 'SRID=4326;POLYGON EMPTY'),
                        ('curve', 'SRID=4326;CURVEPOLYGON(CIRCULARSTRING(30 30, 31 31, 32 30, 31 29, 30 30))'),
                        ('nowhere', NULL)""")
                .table(
                        "tiled-utm",
                        "id int PRIMARY KEY, geom geometry(Point, 32642)",
                        "(1, ST_Transform(ST_Point(70.5, 40, 4326), 32642)), (2, ST_Transform(ST_Point(69, 39, 4326), 32642))")
                .awaitServed("tiled-utm")
                .view("tiled-any-crs", "SELECT id, ST_Transform(geom, 3857)::geometry AS geom FROM layer.\"tiled-utm\"")
                .sql("""
                        CREATE TABLE layer."tiled-neighbours" AS
                        WITH border AS (SELECT array_agg(ST_Point(10 + i * 0.003, 45 + 0.05 * sin(i) + 0.02 * cos(7.3 * i)) ORDER BY i) AS p
                                          FROM generate_series(0, 1000) i)
                        SELECT 1 AS id, ST_SetSRID(ST_MakePolygon(ST_MakeLine(p || ST_Point(13, 46) || ST_Point(10, 46) || p[1])), 4326) AS geom FROM border
                        UNION ALL
                        SELECT 2, ST_SetSRID(ST_MakePolygon(ST_MakeLine(ST_Point(11.5, 44) || (ST_Point(10, 44) || p) || ST_Point(13, 44) || ST_Point(11.5, 44))), 4326)
                          FROM border""")
                .awaitServed("tiled-any-crs");
    }

    @AfterAll
    void dropLayers() {
        jdbc().sql("DROP TABLE IF EXISTS layer.\"tiled-neighbours\"").update();
        layers.close();
    }

    @ParameterizedTest
    @EnumSource(TileMatrixSet.class)
    void eachPointIsInOneTileAtEveryZoom(TileMatrixSet set) throws Exception {
        List<String> expected = new ArrayList<>(
                IntStream.range(0, POINTS.size()).mapToObj(String::valueOf).toList());
        if (set == TileMatrixSet.WORLD_CRS84_QUAD) {
            expected.addAll(List.of("100", "101"));
        }
        for (int matrix = 0; matrix <= TileMatrixSet.LAST_MATRIX; matrix++) {
            List<String> found = new ArrayList<>();
            for (TileAddress tile : matrix < 4 ? all(set, matrix) : aroundThePoints(set, matrix)) {
                found.addAll(tile("tiled-points", tile.toString()).ownIds());
            }
            assertThat(found).as(set + " " + matrix).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void pointsAreWhereTheyBelong() throws Exception {
        // Row and column by the formula of the tile matrix set standard, the place in it to a unit.
        DecodedTile tile = tile("tiled-points", "WebMercatorQuad/10/387/712");
        double units = 1024.0 * 4096;
        double x = (70.5 + 180) / 360 * units - 712 * 4096;
        double y = (1 - Math.log(Math.tan(Math.toRadians(40)) + 1 / Math.cos(Math.toRadians(40))) / Math.PI) / 2 * units
                - 387 * 4096;

        assertThat(tile.ownIds()).containsExactlyInAnyOrder("7", "8");
        assertThat(tile.feature("7").geometry().getCoordinate().x).isCloseTo(x, within(0.51));
        assertThat(tile.feature("7").geometry().getCoordinate().y).isCloseTo(y, within(0.51));
    }

    @Test
    void aTileShowsWhatLiesInItsBufferAcrossTheAntimeridian() throws Exception {
        DecodedTile west = tile("tiled-points", "WebMercatorQuad/3/3/0");
        DecodedTile east = tile("tiled-points", "WebMercatorQuad/3/3/7");

        assertThat(west.ids()).contains("1", "2", "9");
        assertThat(west.feature("9").geometry().getCoordinate().x).isBetween(-1.0, 0.0);
        assertThat(east.feature("2").geometry().getCoordinate().x).isEqualTo(4096);
        assertThat(east.feature("1").geometry().getCoordinate().x).isEqualTo(4096);
        assertThat(east.ownIds()).doesNotContain("1", "2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6, 10, 14, 18})
    void noFeatureIsLostHoweverSmall(int matrix) throws Exception {
        TileAddress tile = at(TileMatrixSet.WEB_MERCATOR_QUAD, matrix, 70.0000005, 40.0000005);
        DecodedTile shown = tile("tiled-shapes", tile.toString());

        assertThat(shown.ids()).contains("speck", "dash");
        assertThat(shown.feature("speck").geometry().getDimension()).isEqualTo(2);
        assertThat(shown.feature("dash").geometry().getDimension()).isEqualTo(1);
    }

    @Test
    void theWholeWorldShowsAllThatHasAPlace() throws Exception {
        DecodedTile world = tile("tiled-shapes", "WebMercatorQuad/0/0/0");

        assertThat(new TreeSet<>(world.ids()))
                .containsExactly("across", "bowtie", "cap", "curve", "dash", "east", "line", "mixed", "speck", "west");
        assertThat(world.features())
                .allSatisfy(feature -> assertThat(feature.geometry().isValid())
                        .as(feature.id())
                        .isTrue());
    }

    @Test
    void aMixtureKeepsAllItsKinds() throws Exception {
        List<Integer> dimensions = tile("tiled-shapes", "WebMercatorQuad/4/7/8").features().stream()
                .filter(feature -> feature.id().equals("mixed"))
                .map(feature -> feature.geometry().getDimension())
                .toList();

        assertThat(dimensions).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"WebMercatorQuad/4/7/15", "WebMercatorQuad/4/8/0", "WorldCRS84Quad/3/3/15", "WorldCRS84Quad/3/4/0"})
    void areasAcrossTheAntimeridianGoOnOnTheOtherSide(String tile) throws Exception {
        Geometry area = tile("tiled-shapes", tile).feature("across").geometry();
        double east = tile.endsWith("/0") ? 10 : 0;
        double width = area.intersection(tile(0)).getEnvelopeInternal().getWidth();

        assertThat(width).as("ten degrees of longitude, " + east).isCloseTo(10 / 22.5 * 4096, within(1.0));
    }

    @Test
    void anAreaUpToThePoleFillsTheMapsLastRow() throws Exception {
        Geometry mercator =
                tile("tiled-shapes", "WebMercatorQuad/3/0/4").feature("cap").geometry();
        Geometry degrees =
                tile("tiled-shapes", "WorldCRS84Quad/3/0/8").feature("cap").geometry();

        assertThat(mercator.covers(tile(0))).isTrue();
        assertThat(degrees.covers(tile(0))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "WEB_MERCATOR_QUAD, 2",
        "WEB_MERCATOR_QUAD, 5",
        "WEB_MERCATOR_QUAD, 8",
        "WEB_MERCATOR_QUAD, 10",
        "WEB_MERCATOR_QUAD, 13",
        "WORLD_CRS84_QUAD, 4",
        "WORLD_CRS84_QUAD, 9"
    })
    void neighboursMeetWithoutGapsOrOverlaps(TileMatrixSet set, int matrix) throws Exception {
        // A place on their border.
        TileAddress address = at(set, matrix, 11.5, 45 + 0.05 * Math.sin(500) + 0.02 * Math.cos(3650));
        DecodedTile tile = tile("tiled-neighbours", address.toString());
        Geometry north = tile.feature("1").geometry();
        Geometry south = tile.feature("2").geometry();
        Geometry both = north.union(south);

        // What is narrower than a unit, a sixteenth of a pixel and less, can't be seen.
        assertThat(holes(both).buffer(-0.55).getArea()).as("gaps").isZero();
        assertThat(north.intersection(south).buffer(-0.55).getArea())
                .as("overlaps")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiled-utm", "tiled-any-crs"})
    void layersInOtherReferenceSystemsLieAtTheSamePlaces(String layer) throws Exception {
        DecodedTile tile = tile(layer, "WebMercatorQuad/10/387/712");

        assertThat(tile.ownIds()).containsExactly("1");
        assertThat(tile.feature("1")
                        .geometry()
                        .getCoordinate()
                        .distance(tile("tiled-points", "WebMercatorQuad/10/387/712")
                                .feature("7")
                                .geometry()
                                .getCoordinate()))
                .isLessThan(1.5);
        assertThat(new TreeSet<>(tile(layer, "WebMercatorQuad/0/0/0").ownIds())).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=even",
                "datetime=2021-04-03/2021-04-06",
                "filter=kind='odd'%20AND%20id%3E4",
                "filter=S_INTERSECTS(geom,BBOX(-10,-10,80,80))&kind=odd",
                "id=7"
            })
    void tilesKnowTheQuestionsOfItems(String question) throws Exception {
        Set<String> items = new TreeSet<>();
        java.util.regex.Matcher ids = java.util.regex.Pattern.compile("\"Feature\",\"id\":(\\d+)")
                .matcher(get("/collections/tiled-points/items?limit=100&" + question)
                        .body());
        while (ids.find()) {
            items.add(ids.group(1));
        }

        assertThat(items).isNotEmpty();
        assertThat(new TreeSet<>(tile("tiled-points", "WebMercatorQuad/0/0/0?" + question)
                        .ownIds()))
                .isEqualTo(items);
    }

    @Test
    void propertiesComeAsTheyAre() throws Exception {
        assertThat(tile("tiled-points", "WebMercatorQuad/0/0/0").feature("3").properties())
                .containsEntry("id", 3L)
                .containsEntry("kind", "odd")
                .containsEntry("seen", "2021-04-04");
        assertThat(tile("tiled-points", "WebMercatorQuad/0/0/0?properties=kind")
                        .feature("3")
                        .properties())
                .containsOnlyKeys("id", "kind");
    }

    @Test
    void aTileOfSeveralCollectionsShowsEach() throws Exception {
        DecodedTile tile = DecodedTile.read(getBytes("/tiles/WebMercatorQuad/0/0/0?collections=tiled-utm,tiled-shapes")
                .body());
        Set<String> all = new TreeSet<>();
        DecodedTile.read(getBytes("/tiles/WebMercatorQuad/0/0/0").body())
                .features()
                .forEach(feature -> all.add(feature.layer()));

        assertThat(tile.features().stream().map(DecodedTile.Feature::layer).distinct())
                .containsExactly("tiled-utm", "tiled-shapes");
        assertThat(all).contains("tiled-points", "tiled-any-crs", "places", "territories");
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
        HttpResponse<String> answer = get("/collections/tiled-points/tiles/WebMercatorQuad/4/2/2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /collections/tiled-points/tiles/WebMercatorQuad/19/0/0       | 404 | there are the matrices 0 to 18
            /collections/tiled-points/tiles/WebMercatorQuad/-1/0/0       | 404 | there are the matrices 0 to 18
            /collections/tiled-points/tiles/WebMercatorQuad/2/4/0        | 404 | this matrix has the rows 0 to 3
            /collections/tiled-points/tiles/WorldCRS84Quad/2/0/8         | 404 | this matrix has the columns 0 to 7
            /collections/tiled-points/tiles/WebMercatorQuad/a/0/0        | 404 | whole numbers
            /collections/tiled-points/tiles/WebMercatorQuad/1/99999999999999999999/0 | 404 | whole numbers
            /collections/tiled-utm/tiles/WebMercatorQuad/3/0/0           | 404 | outside the limits
            /collections/tiled-points/tiles/Mercator/0/0/0               | 404 | expected is one of WebMercatorQuad, WorldCRS84Quad
            /collections/none/tiles/WebMercatorQuad/0/0/0                | 404 | There is no collection
            /collections/tiled-points/tiles/WebMercatorQuad/0/0/0?bbox=1,2,3,4 | 400 | "bbox" is not known here
            /collections/tiled-points/tiles/WebMercatorQuad/0/0/0?f=png  | 400 | expected is mvt
            /collections/tiled-points/tiles/WebMercatorQuad/0/0/0?filter=colour=1 | 400 | no property
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
        String path = "/collections/tiled-shapes/tiles/WebMercatorQuad/0/0/0";
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

    private DecodedTile tile(String layer, String tile) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = getBytes("/collections/" + layer + "/tiles/" + tile);
        assertThat(answer.statusCode()).as(layer + " " + tile).isIn(200, 404);
        return answer.statusCode() == 404 ? new DecodedTile(List.of()) : DecodedTile.read(answer.body());
    }

    private static List<TileAddress> all(TileMatrixSet set, int matrix) {
        List<TileAddress> tiles = new ArrayList<>();
        for (long row = 0; row < set.rows(matrix); row++) {
            for (long column = 0; column < set.columns(matrix); column++) {
                tiles.add(new TileAddress(set, matrix, row, column));
            }
        }
        return tiles;
    }

    /** The tiles that hold a point, and those beside them, which must not count it too. */
    private static Set<TileAddress> aroundThePoints(TileMatrixSet set, int matrix) {
        Set<TileAddress> tiles = new java.util.LinkedHashSet<>();
        List<double[]> points = new ArrayList<>(POINTS);
        points.add(new double[] {5, 89});
        points.add(new double[] {0, -90});
        for (double[] point : points) {
            TileAddress tile = at(set, matrix, point[0], point[1]);
            for (int[] step : new int[][] {{0, 0}, {0, 1}, {0, -1}, {1, 0}, {-1, 0}}) {
                long row = Math.min(Math.max(tile.row() + step[0], 0), set.rows(matrix) - 1);
                long column = Math.floorMod(tile.column() + step[1], set.columns(matrix));
                tiles.add(new TileAddress(set, matrix, row, column));
            }
        }
        return tiles;
    }

    /** By the formula of the standard. */
    private static TileAddress at(TileMatrixSet set, int matrix, double longitude, double latitude) {
        double y = set == TileMatrixSet.WORLD_CRS84_QUAD
                ? (90 - latitude) / 180
                : (1
                                - Math.log(Math.tan(Math.PI / 4
                                                + Math.toRadians(Math.max(
                                                                -LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude)))
                                                        / 2))
                                        / Math.PI)
                        / 2;
        long row = Math.max(0, Math.min(set.rows(matrix) - 1, (long) Math.floor(y * set.rows(matrix))));
        long column =
                Math.min(set.columns(matrix) - 1, (long) Math.floor((longitude + 180) / 360 * set.columns(matrix)));
        return new TileAddress(set, matrix, row, column);
    }

    private static Geometry tile(int buffer) {
        return new GeometryFactory()
                .toGeometry(new Envelope(-buffer, DecodedTile.EXTENT + buffer, -buffer, DecodedTile.EXTENT + buffer));
    }

    /** What the areas go around without holding it. */
    private static Geometry holes(Geometry areas) {
        Geometry filled = areas.getFactory().createGeometryCollection();
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            org.locationtech.jts.geom.Polygon area = (org.locationtech.jts.geom.Polygon) areas.getGeometryN(i);
            filled = filled.union(
                    areas.getFactory().createPolygon(area.getExteriorRing().getCoordinateSequence()));
        }
        return filled.buffer(0).difference(areas);
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
