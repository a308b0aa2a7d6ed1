package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.truceline.layers.LayerFixture;

/** Tiles that would hold too many lines and areas, or too much of them. */
class CellsTest extends TileTest {
    private static final int SMALL = 12_000;
    private static final int LARGE = 3;

    /** All over the world, on edges of tiles, across the antimeridian, up to the poles; and some that are large. */
    @Override
    void make(LayerFixture fixture) {
        fixture.table("crammed", "id int PRIMARY KEY, geom geometry(Geometry, 4326), killed int, north text")
                .sql("""
                        INSERT INTO layer.crammed
                        SELECT i,
                               CASE i % 4
                                   WHEN 0 THEN ST_Expand(ST_Point((i * 7919 % 360) - 180, (i * 104729 % 160) - 80, 4326), 0.01)
                                   WHEN 1 THEN ST_SetSRID(ST_MakeLine(ST_Point(179.875, i % 160 - 80), ST_Point(180.125, i % 160 - 80)), 4326)
                                   WHEN 2 THEN ST_Expand(ST_Point(i * 0.03 - 180, 80 - i * 0.0001, 4326), 0.001, 0.0001)
                                   ELSE ST_Point(i * 0.03 - 180, 1e-9, 4326) END,
                               CASE WHEN i % 3 = 0 THEN NULL ELSE i % 4 END, 'small'
                          FROM generate_series(1, 12000) AS i""")
                .sql("""
                        INSERT INTO layer.crammed VALUES
                            (20001, ST_MakeEnvelope(-100, -50, 60, 50, 4326), 1, 'large'),
                            (20002, ST_MakeEnvelope(100, -70, 179.5, 84, 4326), NULL, 'large'),
                            (20003, ST_SetSRID(ST_MakeLine(ST_Point(-179, 84), ST_Point(179, -84)), 4326), 5, 'large'),
                            (20004, 'SRID=4326;POLYGON EMPTY', 7, 'nowhere'), (20005, NULL, 8, 'nowhere')""")
                .sql("COMMENT ON COLUMN layer.crammed.killed IS E'Killed\\n@sum'")
                .table("wordy", "id int PRIMARY KEY, geom geometry(Point, 4326), words text")
                .sql("""
                        INSERT INTO layer.wordy
                        SELECT i, ST_Point(i, i, 4326), repeat(md5(i::text), 20000) FROM generate_series(1, 8) AS i""")
                .table("scattered", "id int PRIMARY KEY, geom geometry(Geometry)")
                .sql("INSERT INTO layer.scattered SELECT i, ST_Expand(ST_Point(i * 1e-3 - 9, 0), 1e-5)"
                        + " FROM generate_series(1, 5500) AS i")
                .sql("INSERT INTO layer.scattered VALUES (6000, ST_Expand(ST_Point(120, 0), 1e-5))")
                .view(
                        "broken",
                        "SELECT id, ST_SetSRID(ST_MakePoint(id, 1 / (id - 3)), 4326)::geometry(Point, 4326) AS geom"
                                + " FROM layer.wordy")
                .awaitServed("broken");
    }

    @ParameterizedTest
    @EnumSource(TileMatrixSet.class)
    void smallOnesAreCountedOnceAtEveryZoomAndLargeOnesRemain(TileMatrixSet set) throws Exception {
        for (int matrix = 0; matrix <= 2; matrix++) {
            long counted = 0;
            Set<String> large = new HashSet<>();
            for (TileAddress address : all(set, matrix)) {
                DecodedTile tile = tile("crammed", address + "?filter=id%3C20000");
                boolean isClustered = tile.features().stream().anyMatch(CellsTest::isCell);
                // Where they are few enough, features are themselves.
                counted += isClustered ? count(tile.features()) : ownMiddles(tile, set, address);
                tile("crammed", address.toString()).features().stream()
                        .filter(feature -> "large".equals(feature.properties().get("north")))
                        .forEach(feature -> large.add(feature.id()));
            }
            assertThat(counted).as(set + " " + matrix).isEqualTo(SMALL);
            assertThat(large).as(set + " " + matrix).containsExactlyInAnyOrder("20001", "20002", "20003");
        }
    }

    @Test
    void aTileSaysThatItHoldsCellsAndWhatTheyStandFor() throws Exception {
        HttpResponse<byte[]> answer = getBytes("/collections/crammed/tiles/WebMercatorQuad/0/0/0");
        List<DecodedTile.Feature> features = DecodedTile.read(answer.body()).features();
        List<DecodedTile.Feature> cells =
                features.stream().filter(CellsTest::isCell).toList();

        assertThat(answer.headers().firstValue("Truceline-Clustered")).contains("crammed");
        assertThat(features).hasSize(cells.size() + LARGE);
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.geometry().getArea()).isEqualTo(128 * 128);
            assertThat(cell.geometry().getCoordinate().x % 128).isZero();
        });
        assertThat(total(cells, "killed"))
                .isEqualTo(jdbc().sql("SELECT sum(killed) FROM layer.crammed WHERE north = 'small'")
                        .query(Long.class)
                        .single());
        assertThat(total(cells, "killed_unknown"))
                .isEqualTo(jdbc().sql("SELECT count(*) FROM layer.crammed WHERE north = 'small' AND killed IS NULL")
                        .query(Long.class)
                        .single());
    }

    /** Without a declared reference system no index tells what lies in a tile. */
    @Test
    void onlyWhatATileShowsCountsForIt() throws Exception {
        assertThat(tile("scattered", "WorldCRS84Quad/1/0/3").ids()).containsExactly("6000");
        assertThat(tile("scattered", "WorldCRS84Quad/0/0/0").features()).anyMatch(CellsTest::isCell);
    }

    @Test
    void tooMuchForATileIsAnErrorThatNamesTheCollectionAndTheRemedy() throws Exception {
        HttpResponse<String> answer = get("/collections/wordy/tiles/WebMercatorQuad/0/0/0");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("collection \\\"wordy\\\"", "fewer properties", "a closer zoom");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(get("/tiles/WebMercatorQuad/0/0/0?collections=places,wordy").body())
                .contains("collection \\\"wordy\\\"");
        assertThat(tile("wordy", "WebMercatorQuad/0/0/0?properties=id").ids()).hasSize(8);
    }

    @Test
    void aTileOfSeveralCollectionsSaysWhichOneFailed() throws Exception {
        HttpResponse<String> answer = get("/tiles/WebMercatorQuad/0/0/0?collections=places,broken,incidents");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("collection \\\"broken\\\"");
    }

    private static boolean isCell(DecodedTile.Feature feature) {
        return Boolean.TRUE.equals(feature.properties().get("clustered"));
    }

    private static long count(List<DecodedTile.Feature> features) {
        return total(features.stream().filter(CellsTest::isCell).toList(), "point_count")
                + features.stream().filter(feature -> !isCell(feature)).count();
    }

    /** Those whose place, by SQL of our own, is in the tile. */
    private long ownMiddles(DecodedTile tile, TileMatrixSet set, TileAddress address) {
        java.util.Map<Integer, double[]> middles = new java.util.HashMap<>();
        jdbc().sql(
                        "SELECT id, (ST_XMin(geom) + ST_XMax(geom)) / 2, (ST_YMin(geom) + ST_YMax(geom)) / 2 FROM layer.crammed"
                                + " WHERE id < 20000")
                .query(row -> {
                    middles.put(row.getInt(1), new double[] {row.getDouble(2) % 360, row.getDouble(3)});
                });
        return new HashSet<>(tile.ids())
                .stream()
                        .map(id -> Objects.requireNonNull(middles.get(Integer.valueOf(id))))
                        .filter(middle -> at(
                                        set,
                                        address.matrix(),
                                        middle[0] >= 180 ? middle[0] - 360 : middle[0],
                                        middle[1])
                                .equals(address))
                        .count();
    }

    private static long total(List<DecodedTile.Feature> features, String property) {
        return features.stream()
                .filter(feature -> feature.properties().containsKey(property))
                .mapToLong(feature ->
                        ((Number) Objects.requireNonNull(feature.properties().get(property))).longValue())
                .sum();
    }
}
