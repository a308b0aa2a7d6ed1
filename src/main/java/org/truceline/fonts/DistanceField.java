package org.truceline.fonts;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * A letter as web maps draw it at any size: of each pixel, how far its middle is from the letter's edge ("signed distance
 * field", Chris Green, Valve, SIGGRAPH 2007).
 */
final class DistanceField {
    /** Pixels around the letter, in which its edge and the halo fade. */
    static final int BORDER = 3;

    /** Pixels from the edge to what is farthest outside. */
    private static final double REACH = 8;

    /** The share of the scale that lies inside. */
    private static final double INSIDE = 0.25;

    private static final double FLATNESS = 0.02;

    private DistanceField() {}

    /**
     * One byte a pixel, row by row from the upper left: 255 deep inside, 191 on the edge, 0 far outside.
     *
     * @param outline in pixels, y downward
     * @param box what the field is of, without the border
     */
    static byte[] of(Shape outline, Rectangle box) {
        // Parts of a letter may overlap: their edges inside of it are none.
        Area letter = new Area(outline);
        List<Line2D> edges = edges(letter);
        int width = box.width + 2 * BORDER;
        int height = box.height + 2 * BORDER;
        byte[] field = new byte[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double x = box.x - BORDER + column + 0.5;
                double y = box.y - BORDER + row + 0.5;
                double distance = distance(edges, x, y) * (letter.contains(x, y) ? -1 : 1);
                double level = 1 - (distance / REACH + INSIDE);
                field[row * width + column] = (byte) Math.round(255 * Math.max(0, Math.min(1, level)));
            }
        }
        return field;
    }

    private static double distance(List<Line2D> edges, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Line2D edge : edges) {
            nearest = Math.min(nearest, edge.ptSegDistSq(x, y));
        }
        return Math.sqrt(nearest);
    }

    private static List<Line2D> edges(Area letter) {
        List<Line2D> edges = new ArrayList<>();
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (PathIterator path = letter.getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            double nextX = kind == PathIterator.SEG_CLOSE ? startX : point[0];
            double nextY = kind == PathIterator.SEG_CLOSE ? startY : point[1];
            if (kind == PathIterator.SEG_MOVETO) {
                startX = nextX;
                startY = nextY;
            } else {
                edges.add(new Line2D.Double(x, y, nextX, nextY));
            }
            x = nextX;
            y = nextY;
        }
        return edges;
    }
}
