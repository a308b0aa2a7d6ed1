package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;

/** Which tiles a box touches, held against the tiles' own frames, one by one. */
class TouchedTilesTest {
    private static final int LAST = 4;
    private static final double[] TURNS = {-360, 0, 360};

    @ParameterizedTest
    @EnumSource(TileMatrixSet.class)
    void theyAreThoseInWhoseBufferTheBoxLies(TileMatrixSet set) {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            double west = random.nextDouble(-200, 200);
            double south = random.nextDouble(-90, 90);
            double width = random.nextInt(3) == 0 ? 0 : Math.pow(10, random.nextDouble(-3, 2));
            Envelope box = new Envelope(west, west + width, south, Math.min(90, south + width / 2));
            for (int matrix = 0; matrix <= LAST; matrix++) {
                assertThat(listed(set, matrix, box)).as(box + " " + matrix).isEqualTo(met(set, matrix, box));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TileMatrixSet.class)
    void theyAreFoundInTheLastMatrixToo(TileMatrixSet set) {
        Envelope box = new Envelope(70.5, 70.5, 39.9, 39.9);
        List<TileRange> ranges = TouchedTiles.list(set, box).stream()
                .filter(range -> range.matrix() == TileMatrixSet.LAST_MATRIX)
                .toList();

        assertThat(ranges).hasSize(1);
        TileRange range = ranges.get(0);
        TileAddress first = new TileAddress(set, range.matrix(), range.firstRow(), range.firstColumn());
        assertThat(first.frame().degrees().intersects(box)).isTrue();
        assertThat((range.lastRow() - range.firstRow() + 1) * (range.lastColumn() - range.firstColumn() + 1))
                .isBetween(1L, 4L);
    }

    @Test
    void whatGoesRoundTheWorldTouchesEachColumn() {
        for (double west : new double[] {-180, 0, -540, -1e308, Double.NEGATIVE_INFINITY}) {
            assertThat(listed(TileMatrixSet.WEB_MERCATOR_QUAD, 3, new Envelope(west, west + 1e9, 10, 10)))
                    .as("from " + west)
                    .hasSize(west < -540 ? 0 : 8);
        }
        Envelope everywhere = new Envelope(-1e300, 1e300, -90, 90);
        assertThat(listed(TileMatrixSet.WEB_MERCATOR_QUAD, 3, everywhere)).hasSize(64);
    }

    /** What is near both poles is in no tile of Web Mercator. */
    @Test
    void thePolesTouchNoTileOfWebMercator() {
        assertThat(TouchedTiles.list(TileMatrixSet.WEB_MERCATOR_QUAD, new Envelope(0, 10, 89.9, 90)))
                .isEmpty();
        assertThat(TouchedTiles.list(TileMatrixSet.WORLD_CRS84_QUAD, new Envelope(0, 10, 89.9, 90)))
                .hasSize(TileMatrixSet.LAST_MATRIX + 1);
    }

    private static Set<TileAddress> listed(TileMatrixSet set, int matrix, Envelope box) {
        Set<TileAddress> tiles = new HashSet<>(TileTest.all(set, matrix));
        List<TileRange> ranges = TouchedTiles.list(set, box);
        tiles.removeIf(tile -> ranges.stream().noneMatch(tile::isIn));
        return tiles;
    }

    private static Set<TileAddress> met(TileMatrixSet set, int matrix, Envelope box) {
        Set<TileAddress> tiles = new HashSet<>(TileTest.all(set, matrix));
        tiles.removeIf(tile -> {
            for (double turn : TURNS) {
                Envelope there = new Envelope(box.getMinX() + turn, box.getMaxX() + turn, box.getMinY(), box.getMaxY());
                if (tile.frame().degrees().intersects(there)) {
                    return false;
                }
            }
            return true;
        });
        return tiles;
    }
}
