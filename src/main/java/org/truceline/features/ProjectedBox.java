package org.truceline.features;

import org.locationtech.jts.geom.Envelope;

/**
 * A box in the units of a coordinate reference system other than CRS84, edges included, straight in that system.
 *
 * @param srid the system, by its number in PostGIS
 * @param degrees longitudes and latitudes between which all of its edges lie
 */
public record ProjectedBox(
        double minimumX, double minimumY, double maximumX, double maximumY, int srid, Envelope degrees) implements Box {
    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    public ProjectedBox {
        if (!Double.isFinite(minimumX + minimumY + maximumX + maximumY)) {
            throw new IllegalArgumentException("its edges are not finite numbers");
        }
        if (minimumX > maximumX || minimumY > maximumY) {
            throw new IllegalArgumentException("its lower edges lie above its upper edges");
        }
        degrees = degrees.copy();
    }

    /** A box somewhere in the world. */
    public ProjectedBox(double minimumX, double minimumY, double maximumX, double maximumY, int srid) {
        this(minimumX, minimumY, maximumX, maximumY, srid, WORLD);
    }

    @Override
    public Envelope degrees() {
        return degrees.copy();
    }

    /** The same box, of which it is known where it lies. */
    public ProjectedBox within(Envelope knownDegrees) {
        return new ProjectedBox(minimumX, minimumY, maximumX, maximumY, srid, knownDegrees);
    }

    double longerSide() {
        return Math.max(maximumX - minimumX, maximumY - minimumY);
    }
}
