package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.truceline.layers.LayerFixture;

/** Shapes that many tiles share: put together again, they are what they were, however far they reach. */
class TileEdgesTest extends TileTest {
    @Override
    void make(LayerFixture fixture) {
        fixture.table("wanderers", "id text PRIMARY KEY, geom geometry(Geometry, 4326)")
                // All over the world and beyond ±180, along and across the edges of tiles.
                .sql("""
                        INSERT INTO layer.wanderers
                        SELECT 'line ' || i,
                               ST_SetSRID(ST_MakeLine(ARRAY(
                                   SELECT ST_MakePoint((i * 37 % 400) - 200 + k * 7 * sin(i), (i * 53 % 140) - 70 + 6 * cos(i * k))
                                     FROM generate_series(0, 5) AS k)), 4326)
                          FROM generate_series(1, 40) AS i
                        UNION ALL
                        SELECT 'area ' || i, ST_Buffer(ST_Point((i * 41 % 400) - 200, (i * 59 % 130) - 65, 4326), 2 + i % 9, 3)
                          FROM generate_series(1, 40) AS i
                        UNION ALL
                        VALUES ('area on edges', ST_MakeEnvelope(0, 0, 45, 45, 4326)),
                               ('area of the earth', ST_MakeEnvelope(-180, -90, 180, 90, 4326)),
                               ('area around the antimeridian', ST_MakeEnvelope(150, -30, 210, 30, 4326)),
                               ('line along an edge', ST_SetSRID(ST_MakeLine(ST_Point(-200, 45), ST_Point(150, 45)), 4326)),
                               ('line down the antimeridian', ST_SetSRID(ST_MakeLine(ST_Point(-180, -80), ST_Point(-180, 80)), 4326))""")
                .table(
                        "outlandish",
                        "id int PRIMARY KEY, geom geometry(Geometry, 4326)",
                        "(1, 'POINT(70 40)')",
                        "(2, 'LINESTRING(-1000000000 20, 1000000000 20)')",
                        "(3, 'POLYGON((-10000000 -60, 10000000 -60, 10000000 -50, -10000000 -50, -10000000 -60))')",
                        "(4, 'LINESTRING(-300 5, -100 5)')",
                        "(5, 'POINT(10000000 40)')",
                        "(6, 'LINESTRING(700 5, 800 5)')")
                .table(
                        "outlandish-points",
                        "id int PRIMARY KEY, geom geometry(Point, 4326)",
                        "(1, 'POINT(430 40)')",
                        "(2, 'POINT(-500 40)')",
                        "(3, 'POINT(1e300 40)')")
                .awaitServed("outlandish-points");
    }

    /** In degrees an edge that is straight stays so, and areas add up. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shapesAddUpToWhatTheyWere(int matrix) throws Exception {
        double unit = TileMatrixSet.WORLD_CRS84_QUAD.tileSize(matrix) / DecodedTile.EXTENT;
        Map<String, Double> found = new HashMap<>();
        Map<String, Integer> tiles = new HashMap<>();
        for (TileAddress address : all(TileMatrixSet.WORLD_CRS84_QUAD, matrix)) {
            for (DecodedTile.Feature feature :
                    tile("wanderers", address.toString()).features()) {
                found.merge(feature.id(), size(feature.geometry(), feature.id().startsWith("area")), Double::sum);
                tiles.merge(feature.id(), 1, Integer::sum);
            }
        }
        jdbc().sql("""
                        SELECT id, greatest(ST_Area(geom), ST_Length(geom)), ST_Dimension(geom), ST_Perimeter(geom), ST_NPoints(geom)
                          FROM layer.wanderers""").query(row -> {
            String id = row.getString(1);
            boolean isArea = row.getInt(3) == 2;
            double expected = row.getDouble(2) / (isArea ? unit * unit : unit);
            // A unit along all edges, or at each vertex, those on edges of tiles among them.
            double rounding = isArea
                    ? 0.75 * row.getDouble(4) / unit + 4
                    : 2 * row.getDouble(5) + 2.0 * tiles.getOrDefault(id, 0);
            assertThat(found.getOrDefault(id, 0.0)).as(id).isCloseTo(expected, within(rounding));
        });
    }

    /** Of what is on the tile itself: what runs along its eastern or southern edge is the next tile's. */
    private static double size(Geometry geometry, boolean isArea) {
        Geometry own = AffineTransformation.translationInstance(-0.25, -0.25).transform(tile(0));
        Geometry part = geometry.intersection(own);
        return isArea ? part.getArea() : part.getLength();
    }

    /** Metres taken for degrees, for instance: one such row must not cost the layer its tiles, nor the server its memory. */
    @ParameterizedTest
    @CsvSource({"WebMercatorQuad/0/0/0", "WebMercatorQuad/2/2/3", "WorldCRS84Quad/0/0/0", "WorldCRS84Quad/0/0/1"})
    void whatReachesFarBeyondTheEarthIsDrawnWhereItIsOnIt(String tile) throws Exception {
        HttpResponse<byte[]> answer = getBytes("/collections/outlandish/tiles/" + tile);
        DecodedTile shown = DecodedTile.read(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSizeLessThan(10_000);
        if (!tile.equals("WebMercatorQuad/2/2/3")) {
            Geometry line = shown.feature("2").geometry().intersection(tile(0));
            assertThat(line.getLength()).isCloseTo(DecodedTile.EXTENT, within(1.0));
        }
        assertThat(shown.feature("3")
                        .geometry()
                        .intersection(tile(0))
                        .getEnvelopeInternal()
                        .getWidth())
                .isEqualTo(DecodedTile.EXTENT);
        assertThat(shown.ids()).doesNotContain("5", "6");
    }

    @Test
    void aLineAcrossTheAntimeridianGoesOnOnTheOtherSide() throws Exception {
        DecodedTile world = tile("outlandish", "WebMercatorQuad/0/0/0");
        double unitsPerDegree = DecodedTile.EXTENT / 360.0;

        assertThat(world.feature("4").geometry().intersection(tile(0)).getLength())
                .isCloseTo(200 * unitsPerDegree, within(2.0));
        assertThat(world.ids()).contains("1");
    }

    @Test
    void pointsUpToATurnBeyondTheEarthAreOnIt() throws Exception {
        for (TileMatrixSet set : TileMatrixSet.values()) {
            List<String> found = new java.util.ArrayList<>();
            for (TileAddress address : all(set, 2)) {
                found.addAll(tile("outlandish-points", address.toString()).ownIds());
            }
            assertThat(found).as(set.id()).containsExactlyInAnyOrder("1", "2");
        }
    }
}
