package org.truceline.tiles;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.features.TileFrame;

/**
 * A way to cut the world into tiles (OGC Two Dimensional Tile Matrix Set 2.0, Annex D). Rows count southward, columns
 * eastward; each matrix has twice as many of both as the one before.
 */
public enum TileMatrixSet {
    /**
     * Squares of Web Mercator: what web maps use. It ends at 85.06° north and south, where the world is as high as it is
     * wide.
     */
    WEB_MERCATOR_QUAD("WebMercatorQuad", "Google Maps Compatible for the World", 3857, 1) {
        @Override
        double northing(double latitude) {
            return RADIUS * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
        }

        @Override
        double latitude(double northing) {
            return Math.toDegrees(2 * Math.atan(Math.exp(northing / RADIUS)) - Math.PI / 2);
        }

        @Override
        double halfWidth() {
            return Math.PI * RADIUS;
        }

        @Override
        double northEdge() {
            return Math.PI * RADIUS;
        }

        @Override
        public double metersPerUnit() {
            return 1;
        }
    },
    /** Squares of degrees of longitude and latitude, from pole to pole. */
    WORLD_CRS84_QUAD("WorldCRS84Quad", "CRS84 for the World", 4326, 2) {
        @Override
        double northing(double latitude) {
            return latitude;
        }

        @Override
        double latitude(double northing) {
            return northing;
        }

        @Override
        double halfWidth() {
            return 180;
        }

        @Override
        double northEdge() {
            return 90;
        }

        @Override
        public double metersPerUnit() {
            return Math.PI * RADIUS / 180;
        }
    };

    /** The last matrix; one unit of its tiles is 4 cm at the equator. */
    public static final int LAST_MATRIX = 18;

    private static final double RADIUS = 6_378_137;

    private final String id;
    private final String title;
    private final int srid;
    private final int columnsOfFirst;

    TileMatrixSet(String id, String title, int srid, int columnsOfFirst) {
        this.id = id;
        this.title = title;
        this.srid = srid;
        this.columnsOfFirst = columnsOfFirst;
    }

    abstract double northing(double latitude);

    abstract double latitude(double northing);

    abstract double halfWidth();

    abstract double northEdge();

    /** As scale denominators take it. */
    public abstract double metersPerUnit();

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public static Optional<TileMatrixSet> find(String id) {
        return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst();
    }

    public long columns(int matrix) {
        return (long) columnsOfFirst << matrix;
    }

    public long rows(int matrix) {
        return 1L << matrix;
    }

    /** How wide and high a tile is, in the units of the set's plane. */
    public double tileSize(int matrix) {
        return 2 * halfWidth() / columns(matrix);
    }

    /** The western edge of the first column, in the units of the set's plane. */
    public double west() {
        return -halfWidth();
    }

    /** The northern edge of the first row. */
    public double north() {
        return northEdge();
    }

    /** The highest latitude that tiles show, in degrees. */
    public double highestLatitude() {
        return latitude(northEdge());
    }

    TileFrame frame(TileAddress tile) {
        double size = tileSize(tile.matrix());
        double west = -halfWidth() + tile.column() * size;
        double north = northEdge() - tile.row() * size;
        Envelope bounds = new Envelope(west, west + size, north - size, north);
        Envelope shown = bounds.copy();
        shown.expandBy(size * TileFrame.BUFFER / TileFrame.EXTENT);
        double degreesPerUnit = 180 / halfWidth();
        Envelope degrees = new Envelope(
                shown.getMinX() * degreesPerUnit,
                shown.getMaxX() * degreesPerUnit,
                latitude(shown.getMinY()),
                latitude(shown.getMaxY()));
        return new TileFrame(bounds, degrees, srid);
    }

    /**
     * The tiles of a matrix that a box meets.
     *
     * @param degrees longitudes and latitudes; what lies beyond the world counts as on its edge
     */
    public TileRange range(int matrix, Envelope degrees) {
        double size = tileSize(matrix);
        double unitsPerDegree = halfWidth() / 180;
        long lastColumn = columns(matrix) - 1;
        long lastRow = rows(matrix) - 1;
        double highest = highestLatitude();
        double north = northing(Math.max(-highest, Math.min(highest, degrees.getMaxY())));
        double south = northing(Math.max(-highest, Math.min(highest, degrees.getMinY())));
        return new TileRange(
                matrix,
                within((northEdge() - north) / size, lastRow),
                within((northEdge() - south) / size, lastRow),
                within((degrees.getMinX() * unitsPerDegree + halfWidth()) / size, lastColumn),
                within((degrees.getMaxX() * unitsPerDegree + halfWidth()) / size, lastColumn));
    }

    private static long within(double tiles, long last) {
        return Math.max(0, Math.min(last, (long) Math.floor(tiles)));
    }
}
