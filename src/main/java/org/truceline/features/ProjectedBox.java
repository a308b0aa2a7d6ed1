package org.truceline.features;

/**
 * A box in the units of a coordinate reference system other than CRS84, edges included, straight in that system.
 *
 * @param srid the system, by its number in PostGIS
 */
public record ProjectedBox(double minimumX, double minimumY, double maximumX, double maximumY, int srid)
        implements Box {
    public ProjectedBox {
        if (!Double.isFinite(minimumX + minimumY + maximumX + maximumY)) {
            throw new IllegalArgumentException("its edges are not finite numbers");
        }
        if (minimumX > maximumX || minimumY > maximumY) {
            throw new IllegalArgumentException("its lower edges lie above its upper edges");
        }
    }

    double longerSide() {
        return Math.max(maximumX - minimumX, maximumY - minimumY);
    }
}
