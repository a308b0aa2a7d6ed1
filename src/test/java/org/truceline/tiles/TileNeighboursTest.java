package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.truceline.layers.LayerFixture;

/** Areas that have a border in common. */
class TileNeighboursTest extends TileTest {
    @Override
    void make(LayerFixture fixture) {
        fixture.table("tiled-neighbours", "id int PRIMARY KEY, geom geometry(Polygon, 4326)")
                .sql("""
                        INSERT INTO layer."tiled-neighbours"
                        WITH border AS (SELECT array_agg(ST_Point(10 + i * 0.003, 45 + 0.05 * sin(i) + 0.02 * cos(7.3 * i)) ORDER BY i) AS p
                                          FROM generate_series(0, 1000) i)
                        SELECT 1 AS id, ST_SetSRID(ST_MakePolygon(ST_MakeLine(p || ST_Point(13, 46) || ST_Point(10, 46) || p[1])), 4326) AS geom FROM border
                        UNION ALL
                        SELECT 2, ST_SetSRID(ST_MakePolygon(ST_MakeLine(ST_Point(11.5, 44) || (ST_Point(10, 44) || p) || ST_Point(13, 44) || ST_Point(11.5, 44))), 4326)
                          FROM border""")
                .awaitServed("tiled-neighbours");
    }

    static Stream<Arguments> matrices() {
        return Arrays.stream(TileMatrixSet.values())
                .flatMap(set -> IntStream.rangeClosed(0, 18).mapToObj(matrix -> Arguments.of(set, matrix)));
    }

    @ParameterizedTest
    @MethodSource("matrices")
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
}
