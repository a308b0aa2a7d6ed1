package org.truceline.tiles;

import org.truceline.features.TileFrame;

/**
 * One tile.
 *
 * @param matrix the zoom, from 0 to {@link TileMatrixSet#LAST_MATRIX}
 * @param row from the north, from 0
 * @param column from the west, from 0
 */
public record TileAddress(TileMatrixSet set, int matrix, long row, long column) {
    public TileAddress {
        if (matrix < 0 || matrix > TileMatrixSet.LAST_MATRIX) {
            throw new IllegalArgumentException("there are the matrices 0 to " + TileMatrixSet.LAST_MATRIX);
        }
        requireWithin("rows", row, set.rows(matrix));
        requireWithin("columns", column, set.columns(matrix));
    }

    private static void requireWithin(String what, long value, long count) {
        if (value < 0 || value >= count) {
            throw new IllegalArgumentException("this matrix has the " + what + " 0 to " + (count - 1));
        }
    }

    /** Where the tile lies: the box of the queries for what it shows. */
    public TileFrame frame() {
        return set.frame(this);
    }

    /** Whether it is one of the tiles that a box meets. */
    public boolean isIn(TileRange range) {
        return range.holds(this);
    }

    @Override
    public String toString() {
        return set.id() + "/" + matrix + "/" + row + "/" + column;
    }
}
