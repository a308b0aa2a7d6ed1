package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truceline.layers.LayerFixture;

/** Points: each is in one tile, where it belongs, with its properties. */
class TilePointsTest extends TileTest {
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

    @Override
    void make(LayerFixture fixture) {
        fixture.table("tiled-points", "id int PRIMARY KEY, geom geometry(Point, 4326), kind text, seen date")
                .sql("COMMENT ON COLUMN layer.\"tiled-points\".seen IS E'Seen\\n@instant'");
        for (int i = 0; i < POINTS.size(); i++) {
            fixture.sql("INSERT INTO layer.\"tiled-points\" VALUES (%d, ST_Point(%s, %s, 4326), '%s', '2021-04-%02d')"
                    .formatted(i, POINTS.get(i)[0], POINTS.get(i)[1], i % 2 == 0 ? "even" : "odd", i + 1));
        }
        fixture.sql("INSERT INTO layer.\"tiled-points\" VALUES (100, ST_Point(5, 89, 4326), 'pole', NULL),"
                        + " (101, ST_Point(0, -90, 4326), 'pole', NULL), (102, NULL, 'nowhere', NULL)")
                .table(
                        "tiled-utm",
                        "id int PRIMARY KEY, geom geometry(Point, 32642)",
                        "(1, ST_Transform(ST_Point(70.5, 40, 4326), 32642)), (2, ST_Transform(ST_Point(69, 39, 4326), 32642))")
                .awaitServed("tiled-utm")
                .view("tiled-any-crs", "SELECT id, ST_Transform(geom, 3857)::geometry AS geom FROM layer.\"tiled-utm\"")
                .awaitServed("tiled-any-crs");
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
}
