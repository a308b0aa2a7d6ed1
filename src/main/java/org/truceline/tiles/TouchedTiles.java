package org.truceline.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.truceline.features.TileFrame;

/** Which tiles show what lies between some longitudes and latitudes: those that it meets, and those in whose buffer it is. */
public final class TouchedTiles {
    /** More than what reckoning with floating numbers loses, in widths of a tile. */
    private static final double ROUNDING = 1e-6;

    private static final double BUFFER = (double) TileFrame.BUFFER / TileFrame.EXTENT + ROUNDING;

    /** More than the boxes of an index are off, whose numbers have 24 bits. */
    private static final double INDEX_DEGREES = 2e-5;

    /** What lies beyond isn't drawn. */
    private static final double FARTHEST_DEGREES = 540;

    private TouchedTiles() {}

    /**
     * All of them, in blocks, matrix by matrix.
     *
     * @param degrees longitudes and latitudes; what goes on beyond ±180 goes on at the other edge of the world
     */
    public static List<TileRange> list(TileMatrixSet set, Envelope degrees) {
        return IntStream.rangeClosed(0, TileMatrixSet.LAST_MATRIX)
                .boxed()
                .flatMap(matrix -> list(set, matrix, degrees).stream())
                .toList();
    }

    /** Whether a tile is one of them, or may be, as the database reckons with its indexes and with a tile's grid. */
    static boolean mayHold(TileAddress tile, Envelope degrees) {
        Envelope wider = degrees.copy();
        wider.expandBy(INDEX_DEGREES + 360.0 / tile.set().columns(tile.matrix()) / TileFrame.EXTENT);
        return list(tile.set(), tile.matrix(), wider).stream().anyMatch(tile::isIn);
    }

    private static List<TileRange> list(TileMatrixSet set, int matrix, Envelope degrees) {
        double size = set.tileSize(matrix);
        long firstRow = Math.max(0, first((set.north() - set.northing(onMap(degrees.getMaxY()))) / size));
        long lastRow =
                Math.min(set.rows(matrix) - 1, last((set.north() - set.northing(onMap(degrees.getMinY()))) / size));
        List<TileRange> ranges = new ArrayList<>();
        if (firstRow > lastRow || degrees.getMinX() > FARTHEST_DEGREES || degrees.getMaxX() < -FARTHEST_DEGREES) {
            return ranges;
        }
        double tilesPerDegree = set.columns(matrix) / 360.0;
        long firstColumn = first((Math.max(-FARTHEST_DEGREES, degrees.getMinX()) + 180) * tilesPerDegree);
        long lastColumn = last((Math.min(FARTHEST_DEGREES, degrees.getMaxX()) + 180) * tilesPerDegree);
        long columns = set.columns(matrix);
        if (lastColumn - firstColumn + 1 >= columns) {
            ranges.add(new TileRange(matrix, firstRow, lastRow, 0, columns - 1));
            return ranges;
        }
        long from = Math.floorMod(firstColumn, columns);
        long to = Math.floorMod(lastColumn, columns);
        if (from <= to) {
            ranges.add(new TileRange(matrix, firstRow, lastRow, from, to));
        } else {
            ranges.add(new TileRange(matrix, firstRow, lastRow, from, columns - 1));
            ranges.add(new TileRange(matrix, firstRow, lastRow, 0, to));
        }
        return ranges;
    }

    /** Web Mercator's poles are infinitely far; no tile comes near. */
    private static double onMap(double latitude) {
        return Math.max(-90, Math.min(90, latitude));
    }

    private static long first(double place) {
        return (long) Math.ceil(place - BUFFER) - 1;
    }

    private static long last(double place) {
        return (long) Math.floor(place + BUFFER);
    }
}
