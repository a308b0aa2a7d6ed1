package org.truceline.ogcapi;

import java.util.HexFormat;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.truceline.crs.Crs;
import org.truceline.crs.CrsRegistry;
import org.truceline.layers.GeometryColumn;
import org.truceline.processes.GeoJson;
import tools.jackson.databind.JsonNode;

/** Reads the geometry of a feature that a client writes, in the coordinate reference system that the request names. */
final class EditedGeometry {
    /** A border in full detail has some ten thousand. */
    static final int MOST_POSITIONS = 100_000;

    private static final int PLANE = 2;

    private final GeometryColumn column;
    private final CrsRegistry registry;
    private final Crs crs;

    /**
     * For features of one layer.
     *
     * @param crs of the positions, in its order of axes
     */
    EditedGeometry(GeometryColumn column, CrsRegistry registry, Crs crs) {
        this.column = column;
        this.registry = registry;
        this.crs = crs;
    }

    /**
     * The geometry in WKB with its SRID, longitude and latitude on WGS84, in hexadecimal digits.
     *
     * @throws IllegalArgumentException with what was expected, if it is none, not valid, or of another type than the column
     */
    String read(JsonNode value) {
        boolean isInDegrees = crs.srid() == GeometryColumn.CRS84_SRID;
        Geometry geometry = ofType(GeoJson.readIn(isInDegrees && !crs.isNorthingFirst(), value, MOST_POSITIONS));
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            throw new IllegalArgumentException("the geometry is not valid (" + error.getMessage() + " at "
                    + error.getCoordinate().getX() + ", "
                    + error.getCoordinate().getY()
                    + "); expected is one whose rings and parts don't cross");
        }
        if (crs.isNorthingFirst()) {
            geometry.apply(new AxisSwap());
        }
        Geometry inDegrees = isInDegrees
                ? geometry
                : registry.findTransform(crs.srid())
                        .orElseThrow(() -> new IllegalArgumentException("the coordinate reference system isn't known"))
                        .transform(geometry);
        inDegrees.setSRID(GeometryColumn.CRS84_SRID);
        return HexFormat.of().formatHex(new WKBWriter(PLANE, true).write(inDegrees));
    }

    /** A single one serves where several may be. */
    private Geometry ofType(Geometry geometry) {
        String expected = column.plainType();
        GeometryFactory factory = geometry.getFactory();
        if (expected.equals("Geometry") || geometry.getGeometryType().equals(expected)) {
            return geometry;
        } else if (geometry instanceof Polygon polygon && expected.equals("MultiPolygon")) {
            return factory.createMultiPolygon(new Polygon[] {polygon});
        } else if (geometry instanceof LineString line && expected.equals("MultiLineString")) {
            return factory.createMultiLineString(new LineString[] {line});
        } else if (geometry instanceof Point point && expected.equals("MultiPoint")) {
            return factory.createMultiPoint(new Point[] {point});
        }
        throw new IllegalArgumentException(
                "the geometry is a " + geometry.getGeometryType() + "; expected is a " + expected);
    }

    /** Northing, easting become easting, northing. */
    private static final class AxisSwap implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence positions, int i) {
            double northing = positions.getX(i);
            positions.setOrdinate(i, CoordinateSequence.X, positions.getY(i));
            positions.setOrdinate(i, CoordinateSequence.Y, northing);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
