package org.truceline.ceasefire.uncertainty;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;

/**
 * "4 to 5 km southwest of our position": each part of a sector as probable as another one of its size.
 *
 * <p>Parts are measured as in the plane, r·dr·dα. On the Earth they are smaller by r²/6R² of it, which is 10⁻⁵ at 50 km
 * and 4·10⁻⁵ at {@link #LONGEST_RANGE_METERS}.
 *
 * @param observer where the observer stood
 * @param bearingDegrees true bearing of the sector's middle, clockwise from north
 * @param halfWidthDegrees by how much the bearing may be wrong on either side, up to 180
 * @param nearestMeters 0 or more
 * @param farthestMeters more than the nearest
 */
public record UniformSector(
        Spot observer, double bearingDegrees, double halfWidthDegrees, double nearestMeters, double farthestMeters)
        implements Whereabouts {
    public static final double LONGEST_RANGE_METERS = 100_000;

    public UniformSector {
        boolean isSector = halfWidthDegrees > 0
                && halfWidthDegrees <= 180
                && nearestMeters >= 0
                && farthestMeters > nearestMeters
                && farthestMeters <= LONGEST_RANGE_METERS
                && Double.isFinite(bearingDegrees);
        if (!isSector) {
            throw new IllegalArgumentException("Expected a bearing ± up to 180° and a range up to 100 km, not "
                    + bearingDegrees + "° ± " + halfWidthDegrees + "°, " + nearestMeters + " to " + farthestMeters
                    + " m");
        }
    }

    /** In the middle of the bearing, at the range that halves the sector's area. */
    @Override
    public Spot centre() {
        GeodesicData middle =
                Geodesic.WGS84.Direct(observer.latitude(), observer.longitude(), bearingDegrees, rangeOf(0.5));
        return new Spot(middle.lon2, middle.lat2);
    }

    @Override
    public List<Cell> cells() {
        return List.of(PolarCell.whole(
                observer, this::rangeOf, bearingDegrees - halfWidthDegrees, bearingDegrees + halfWidthDegrees));
    }

    /** The range within which a share of the sector lies. */
    private double rangeOf(double share) {
        double near = nearestMeters * nearestMeters;
        return Math.sqrt(near + share * (farthestMeters * farthestMeters - near));
    }
}
