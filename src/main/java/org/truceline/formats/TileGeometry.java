package org.truceline.formats;

import java.nio.ByteBuffer;
import java.util.List;
import org.truceline.features.TileFrame;

/**
 * Writes a geometry of whole numbers from ISO WKB as vector tiles have it (Mapbox Vector Tile 2.1, §4.3): commands and
 * steps from one position to the next. A mixture becomes three geometries, one of each kind. Outer rings turn clockwise
 * as the tile is seen, holes the other way.
 */
final class TileGeometry {
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final Kind points = new Kind(1);
    private final Kind lines = new Kind(2);
    private final Kind polygons = new Kind(3);

    /** The commands of all parts of one kind. */
    static final class Kind {
        /** The kind's number in the tile. */
        private final int type;
        /** For points, whose command tells their number before the first; for others the commands. */
        private final ProtobufOutput steps = new ProtobufOutput();

        private int count;
        private long x;
        private long y;

        private Kind(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }

        boolean isEmpty() {
            return count == 0;
        }

        /** The packed field of commands. */
        ProtobufOutput commands() {
            if (type != 1) {
                return steps;
            }
            ProtobufOutput commands = new ProtobufOutput();
            commands.varint(command(MOVE_TO, count));
            commands.append(steps);
            return commands;
        }

        private void clear() {
            steps.clear();
            count = 0;
            x = 0;
            y = 0;
        }

        private void step(long toX, long toY) {
            steps.varint(ProtobufOutput.zigzag(toX - x));
            steps.varint(ProtobufOutput.zigzag(toY - y));
            x = toX;
            y = toY;
        }
    }

    private final boolean endsAtPole;
    private long[] path = new long[128];
    private int pathLength;

    /**
     * For geometries of one tile.
     *
     * @param endsAtPole whether points on the tile's southern edge are its own
     */
    TileGeometry(boolean endsAtPole) {
        this.endsAtPole = endsAtPole;
    }

    /** Takes a geometry in place of the one before. */
    void read(byte[] wkb) {
        clear();
        readGeometry(ByteBuffer.wrap(wkb));
    }

    /** Takes a point in place of the geometry before. */
    void point(long x, long y) {
        clear();
        points.step(x, y);
        points.count++;
    }

    /** Takes a square in place of the geometry before, by its north-western corner. */
    void square(long x, long y, int side) {
        clear();
        path = new long[] {x, y, x + side, y, x + side, y + side, x, y + side, x, y};
        pathLength = path.length / 2;
        writeRing(true);
    }

    private void clear() {
        points.clear();
        lines.clear();
        polygons.clear();
    }

    List<Kind> kinds() {
        return List.of(points, lines, polygons);
    }

    private void readGeometry(ByteBuffer wkb) {
        WkbHead head = WkbHead.read(wkb);
        switch (head.type()) {
            case WkbHead.POINT -> readPoint(wkb);
            case WkbHead.LINE_STRING -> readLine(wkb);
            case WkbHead.POLYGON -> {
                int rings = wkb.getInt();
                boolean isDrawn = true;
                for (int ring = 0; ring < rings; ring++) {
                    readPath(wkb);
                    if (ring == 0) {
                        isDrawn = writeRing(true);
                    } else if (isDrawn) {
                        writeRing(false);
                    }
                }
            }
            default -> {
                int parts = wkb.getInt();
                for (int part = 0; part < parts; part++) {
                    readGeometry(wkb);
                }
            }
        }
    }

    private void readPoint(ByteBuffer wkb) {
        double x = wkb.getDouble();
        double y = wkb.getDouble();
        if (!Double.isNaN(x)) {
            long row = Math.round(y);
            points.step(Math.round(x), endsAtPole && row == TileFrame.EXTENT ? row - 1 : row);
            points.count++;
        }
    }

    /** Positions, of which no two that follow each other are the same. */
    private void readPath(ByteBuffer wkb) {
        int positions = wkb.getInt();
        pathLength = 0;
        if (path.length < 2 * positions) {
            path = new long[2 * positions];
        }
        for (int i = 0; i < positions; i++) {
            long x = Math.round(wkb.getDouble());
            long y = Math.round(wkb.getDouble());
            if (pathLength == 0 || path[2 * pathLength - 2] != x || path[2 * pathLength - 1] != y) {
                path[2 * pathLength] = x;
                path[2 * pathLength + 1] = y;
                pathLength++;
            }
        }
    }

    private void readLine(ByteBuffer wkb) {
        readPath(wkb);
        if (pathLength < 2) {
            return;
        }
        writePath(lines, 0, pathLength, 1);
        lines.count++;
    }

    /** Writes the ring that was read, unless it has no area. */
    private boolean writeRing(boolean isOuter) {
        long doubleArea = doubleArea();
        int positions = pathLength - 1;
        if (doubleArea == 0) {
            return false;
        }
        boolean isAsWanted = doubleArea > 0 == isOuter;
        writePath(polygons, isAsWanted ? 0 : positions, positions, isAsWanted ? 1 : -1);
        polygons.steps.varint(command(CLOSE_PATH, 1));
        polygons.count++;
        return true;
    }

    private void writePath(Kind kind, int first, int positions, int direction) {
        kind.steps.varint(command(MOVE_TO, 1));
        for (int i = 0, at = first; i < positions; i++, at += direction) {
            if (i == 1) {
                kind.steps.varint(command(LINE_TO, positions - 1));
            }
            kind.step(path[2 * at], path[2 * at + 1]);
        }
    }

    /** By the surveyor's formula; positive for a ring that is clockwise where y grows downward. */
    private long doubleArea() {
        long area = 0;
        for (int i = 0; i + 1 < pathLength; i++) {
            area += path[2 * i] * path[2 * i + 3] - path[2 * i + 2] * path[2 * i + 1];
        }
        return area;
    }

    private static long command(int id, int count) {
        return ((long) count << 3) | id;
    }
}
