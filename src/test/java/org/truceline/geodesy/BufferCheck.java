package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * What has to hold of any buffer: it is valid, its bound is within the tolerance, no place on its boundary is farther
 * off than the bound, and it holds what is near and nothing else.
 *
 * @param meters negative for inward buffers of polygons
 */
record BufferCheck(Geometry geometry, Edges edges, double meters, double toleranceMeters) {

    private static final int PLACES_ON_AN_EDGE = 7;
    private static final int RANDOM_PLACES = 2_000;

    /** At most so many edges, evenly spread, are looked at by GeographicLib, which is slow. */
    private static final int GEOGRAPHIC_LIB_EDGES = 150;

    private static final int GEOGRAPHIC_LIB_PLACES = 4;

    static BufferCheck of(Geometry geometry, Edges edges, double meters) {
        return new BufferCheck(geometry, edges, meters, GeodesicBuffer.DEFAULT_TOLERANCE_METERS);
    }

    static BufferCheck of(String wkt, double meters) {
        return of(Shapes.wkt(wkt), Edges.STRAIGHT, meters);
    }

    BufferCheck within(double tolerance) {
        return new BufferCheck(geometry, edges, meters, tolerance);
    }

    /** Checked with our own distances, which have tests of their own, everywhere; and by GeographicLib. */
    MeasuredArea buffer() {
        MeasuredArea buffer = bufferByOwnDistances();
        GeographicTruth truth = new GeographicTruth(boundary(), edges);
        int stride = 1 + buffer.area().getNumPoints() / GEOGRAPHIC_LIB_EDGES;
        double found = new BoundarySamples(truth::metersFrom, Math.abs(meters))
                .worst(buffer.area(), GEOGRAPHIC_LIB_PLACES, stride);
        assertThat(found).as("error by GeographicLib").isLessThanOrEqualTo(buffer.maxErrorMeters());
        return buffer;
    }

    MeasuredArea bufferByOwnDistances() {
        MeasuredArea buffer = GeodesicBuffer.of(geometry, edges, meters, toleranceMeters);
        assertThat(new IsValidOp(buffer.area()).isValid()).as("is valid").isTrue();
        assertThat(buffer.maxErrorMeters()).isBetween(0.0, toleranceMeters);
        if (!buffer.area().isEmpty()) {
            assertThat(new Envelope(-180, 180, -90, 90).contains(buffer.area().getEnvelopeInternal()))
                    .as("lies within ±180, ±90")
                    .isTrue();
        }
        GeodesicDistance toBoundary = GeodesicDistance.to(boundary(), edges);
        double found = new BoundarySamples(toBoundary::metersFrom, Math.abs(meters))
                .worst(buffer.area(), PLACES_ON_AN_EDGE, 1);
        assertThat(found).as("error by own distances").isLessThanOrEqualTo(buffer.maxErrorMeters());
        assertHoldsTheNear(buffer.area());
        return buffer;
    }

    /** Of an inward buffer, distances are to the boundary of polygons as it is on Earth. */
    private Geometry boundary() {
        return meters > 0
                ? geometry
                : Shapes.FACTORY.createMultiLineString(
                        EarthBoundary.of(geometry).toArray(LineString[]::new));
    }

    private void assertHoldsTheNear(Geometry area) {
        ToDoubleBiFunction<Double, Double> depth = depth();
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        Envelope window = window();
        Random random = new Random(19);
        for (int i = 0; i < RANDOM_PLACES; i++) {
            double longitude = window.getMinX() + random.nextDouble() * window.getWidth();
            double latitude = Math.max(-90, Math.min(90, window.getMinY() + random.nextDouble() * window.getHeight()));
            double inside = depth.applyAsDouble(longitude, latitude);
            if (Math.abs(inside) > toleranceMeters) {
                Coordinate place = new Coordinate(Math.IEEEremainder(longitude, 360), latitude);
                assertThat(!area.isEmpty() && locator.locate(place) != Location.EXTERIOR)
                        .as("%s, %s m inside of the boundary, is held", place, inside)
                        .isEqualTo(inside > 0);
            }
        }
    }

    /** How far inside of the true buffer a place is, metres. */
    private ToDoubleBiFunction<Double, Double> depth() {
        GeodesicDistance whole = GeodesicDistance.to(geometry, edges);
        if (meters > 0) {
            return (longitude, latitude) -> meters - whole.metersFrom(longitude, latitude);
        }
        GeodesicDistance toBoundary = GeodesicDistance.to(boundary(), edges);
        return (longitude, latitude) ->
                whole.metersFrom(longitude, latitude) > 0 ? -1e9 : toBoundary.metersFrom(longitude, latitude) + meters;
    }

    private Envelope window() {
        Envelope window = new Envelope(geometry.getEnvelopeInternal());
        double degrees = 1.3 * Math.abs(meters) / 111_000;
        double highest = Math.max(Math.abs(window.getMinY()), Math.abs(window.getMaxY())) + degrees;
        double wider = degrees / Math.cos(Math.toRadians(Math.min(89.9, highest)));
        window.expandBy(Math.min(180, wider), degrees);
        return window;
    }
}
