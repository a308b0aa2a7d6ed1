package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The boundary of a {@link Sector}, traced curve by curve, each edge halved until it is right. */
final class SectorOutline {

    private static final int POLAR = GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH | GeodesicMask.REDUCEDLENGTH;
    private static final double POLE_MARGIN_METERS = 1;

    private static final int ARC_HALVINGS = 2;

    /** Of the sector's least extent: at a coarser tolerance it would lose its shape. */
    private static final double COARSEST_SHARE = 0.05;

    private final Sector sector;
    private final double toleranceMeters;
    private double maxErrorMeters;

    private SectorOutline(Sector sector, double toleranceMeters) {
        this.sector = sector;
        double range = sector.range().toMeters();
        double depth = range - sector.range().fromMeters();
        double width = range * Math.toRadians(Math.min(60, sector.bearing().halfWidthDegrees()));
        this.toleranceMeters = Math.min(toleranceMeters, COARSEST_SHARE * Math.min(depth, width));
    }

    static MeasuredArea of(Sector sector, double toleranceMeters, GeometryFactory factory) {
        SectorOutline outline = new SectorOutline(sector, toleranceMeters);
        outline.requireNoPole();
        Geometry area = outline.area(factory);
        if (outline.maxErrorMeters > toleranceMeters) {
            throw new IllegalStateException("An edge of the sector is off by " + outline.maxErrorMeters
                    + " m, and no halving makes it right within " + toleranceMeters + " m");
        }
        List<Polygon> parts = new ArrayList<>();
        PolygonExtracter.getPolygons(area, parts);
        return MeasuredArea.of(parts, factory, outline.maxErrorMeters);
    }

    private Geometry area(GeometryFactory factory) {
        double from = sector.range().fromMeters();
        double to = sector.range().toMeters();
        if (!sector.bearing().isAllRound()) {
            List<Curve> slice = new ArrayList<>(List.of(side(sector.bearing().fromDegrees(), true), arc(to, true)));
            slice.add(side(sector.bearing().toDegrees(), false));
            if (from > 0) {
                slice.add(arc(from, false));
            }
            return ring(slice, factory);
        }
        Geometry disc = ring(List.of(arc(to, true)), factory);
        return from == 0
                ? disc
                : OverlayNGRobust.overlay(disc, ring(List.of(arc(from, true)), factory), OverlayNG.DIFFERENCE);
    }

    private Geometry ring(List<Curve> curves, GeometryFactory factory) {
        TracedRing ring = TracedRing.along(curves, toleranceMeters);
        maxErrorMeters = Math.max(maxErrorMeters, ring.maxErrorMeters());
        Coordinate[] closed = ring.closedAround(Math.signum(sector.latitude()) * 90);
        // A ring around a pole begins and ends on one meridian, where the parts meet again.
        List<Geometry> parts = List.copyOf(Antimeridian.split(factory.createPolygon(closed)));
        return OverlayNGRobust.union(parts, factory);
    }

    /** @param clockwise whether from the sector's first bearing to its last */
    private Curve arc(double meters, boolean clockwise) {
        double first = sector.bearing().fromDegrees();
        double turn = 2 * sector.bearing().halfWidthDegrees();
        Field field = new PointField(new LonLat(sector.longitude(), sector.latitude()));
        EdgeError error = new EdgeError(field, meters, toleranceMeters);
        return new Curve(
                u -> there(first + (clockwise ? u : 1 - u) * turn, meters),
                (from, to) -> error.along(field.probe(from), field.probe(to), toleranceMeters, ARC_HALVINGS));
    }

    private Curve side(double azimuthDegrees, boolean outward) {
        double start = sector.range().fromMeters();
        double length = sector.range().toMeters() - start;
        return new Curve(
                u -> there(azimuthDegrees, start + (outward ? u : 1 - u) * length),
                (from, to) -> Curve.greatestAlong(from, to, place -> aside(place, azimuthDegrees)));
    }

    private LonLat there(double azimuthDegrees, double meters) {
        GeodesicData there = Geodesic.WGS84.Direct(sector.latitude(), sector.longitude(), azimuthDegrees, meters);
        return new LonLat(there.lon2, there.lat2);
    }

    /** Distance and azimuth of a place as the observer sees it. */
    private GeodesicData polar(LonLat place) {
        return Geodesic.WGS84.Inverse(
                sector.latitude(), sector.longitude(), place.latitude(), place.longitude(), POLAR);
    }

    /** How far a place is from the geodesic on a bearing: the reduced length times the angle between. */
    private double aside(LonLat place, double azimuthDegrees) {
        GeodesicData polar = polar(place);
        double angle = Math.toRadians(Math.IEEEremainder(polar.azi1 - azimuthDegrees, 360));
        return Math.abs(angle) > Math.PI / 2 ? polar.s12 : Math.abs(polar.m12 * Math.sin(angle));
    }

    private void requireNoPole() {
        for (double latitude : new double[] {-90, 90}) {
            LonLat pole = new LonLat(0, latitude);
            if (fromBoundary(pole) < POLE_MARGIN_METERS) {
                throw new IllegalArgumentException("The boundary of the sector passes within a metre of the "
                        + (latitude > 0 ? "north" : "south")
                        + " pole, where no longitude/latitude ring can follow it");
            }
        }
    }

    private double fromBoundary(LonLat place) {
        GeodesicData polar = polar(place);
        double from = sector.range().fromMeters();
        double to = sector.range().toMeters();
        double arcs = Math.min(Math.abs(polar.s12 - to), from == 0 ? Double.POSITIVE_INFINITY : polar.s12 - from);
        arcs = Math.abs(arcs);
        if (sector.bearing().isAllRound() || polar.s12 < from - POLE_MARGIN_METERS || polar.s12 > to) {
            return arcs;
        }
        double sides = Math.min(
                aside(place, sector.bearing().fromDegrees()),
                aside(place, sector.bearing().toDegrees()));
        return Math.min(arcs, sides);
    }
}
