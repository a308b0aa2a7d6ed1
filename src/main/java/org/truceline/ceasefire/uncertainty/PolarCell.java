package org.truceline.ceasefire.uncertainty;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * A part of a distribution around an origin in which azimuth and distance are independent and every azimuth is equally
 * probable: all that lies between two distances and two azimuths. Distances are counted by the share of the distribution
 * that is nearer to the origin, so that a cell's mass is the product of its sides.
 *
 * @param fromShare the share of the distribution that is nearer to the origin than the cell
 * @param toShare the same with the cell's ring
 */
record PolarCell(Origin origin, double fromShare, double toShare, double fromAzimuth, double toAzimuth)
        implements Cell {

    private static final int PLACE = GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE;

    /**
     * What all cells of a distribution have in common.
     *
     * @param distanceOf the distance in metres within which a share (0 to 1) of the distribution lies; rising, infinite
     *     at 1 where the distribution has no end
     */
    record Origin(Spot spot, DoubleUnaryOperator distanceOf, double azimuthSpan) {}

    static PolarCell whole(Spot spot, DoubleUnaryOperator distanceOf, double fromAzimuth, double toAzimuth) {
        return new PolarCell(new Origin(spot, distanceOf, toAzimuth - fromAzimuth), 0, 1, fromAzimuth, toAzimuth);
    }

    @Override
    public double mass() {
        return (toShare - fromShare) * (toAzimuth - fromAzimuth) / origin.azimuthSpan();
    }

    @Override
    public Spot centre() {
        GeodesicData place = Geodesic.WGS84.Direct(
                origin.spot().latitude(),
                origin.spot().longitude(),
                (fromAzimuth + toAzimuth) / 2,
                middleMeters(),
                PLACE);
        return new Spot(place.lon2, place.lat2);
    }

    /**
     * Two points at distances r and s from the origin, in directions that differ by α, are at most
     * √((r − s)² + r·s·α²) apart: so it is in the plane, and on the ellipsoid, whose curvature is positive, geodesics
     * from one point draw together (Toponogov).
     */
    @Override
    public double radiusMeters() {
        double middle = middleMeters();
        double farthest = metersOf(toShare);
        double along = Math.max(farthest - middle, middle - metersOf(fromShare));
        double halfAngle = Math.toRadians(toAzimuth - fromAzimuth) / 2;
        return Math.sqrt(along * along + middle * farthest * halfAngle * halfAngle);
    }

    @Override
    public List<Cell> halves() {
        double along = metersOf(toShare) - metersOf(fromShare);
        double across = middleMeters() * Math.toRadians(toAzimuth - fromAzimuth);
        if (along >= across) {
            double middle = (fromShare + toShare) / 2;
            return List.of(
                    new PolarCell(origin, fromShare, middle, fromAzimuth, toAzimuth),
                    new PolarCell(origin, middle, toShare, fromAzimuth, toAzimuth));
        }
        double middle = (fromAzimuth + toAzimuth) / 2;
        return List.of(
                new PolarCell(origin, fromShare, toShare, fromAzimuth, middle),
                new PolarCell(origin, fromShare, toShare, middle, toAzimuth));
    }

    private double middleMeters() {
        return metersOf((fromShare + toShare) / 2);
    }

    private double metersOf(double share) {
        return origin.distanceOf().applyAsDouble(share);
    }
}
