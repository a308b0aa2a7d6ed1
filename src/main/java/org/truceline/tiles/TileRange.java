package org.truceline.tiles;

/** A block of tiles of one matrix, the last row and column included. */
public record TileRange(int matrix, long firstRow, long lastRow, long firstColumn, long lastColumn) {
    boolean holds(TileAddress tile) {
        return tile.matrix() == matrix
                && tile.row() >= firstRow
                && tile.row() <= lastRow
                && tile.column() >= firstColumn
                && tile.column() <= lastColumn;
    }
}
