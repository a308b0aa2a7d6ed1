package org.truceline.formats;

/** The box around positions that are given one by one, in the axes of the geometries, easting first. */
final class Bounds {
    private double minimumX;
    private double minimumY;
    private double maximumX;
    private double maximumY;

    Bounds() {
        clear();
    }

    /** Around nothing: the minima are infinite, and so are the maxima, the other way. No box meets it. */
    void clear() {
        minimumX = Double.POSITIVE_INFINITY;
        minimumY = Double.POSITIVE_INFINITY;
        maximumX = Double.NEGATIVE_INFINITY;
        maximumY = Double.NEGATIVE_INFINITY;
    }

    void add(double x, double y) {
        add(x, y, x, y);
    }

    void add(Bounds other) {
        add(other.minimumX, other.minimumY, other.maximumX, other.maximumY);
    }

    void add(double leastX, double leastY, double greatestX, double greatestY) {
        minimumX = Math.min(minimumX, leastX);
        minimumY = Math.min(minimumY, leastY);
        maximumX = Math.max(maximumX, greatestX);
        maximumY = Math.max(maximumY, greatestY);
    }

    boolean isEmpty() {
        return minimumX > maximumX;
    }

    double minimumX() {
        return minimumX;
    }

    double minimumY() {
        return minimumY;
    }

    double maximumX() {
        return maximumX;
    }

    double maximumY() {
        return maximumY;
    }
}
