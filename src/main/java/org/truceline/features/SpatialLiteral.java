package org.truceline.features;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.truceline.cql2.Expression.Box;
import org.truceline.cql2.Expression.Literal;
import org.truceline.cql2.Expression.Spatial;
import org.truceline.cql2.Position;
import org.truceline.layers.GeometryColumn;

/** Geometries that a filter writes down, checked and turned to longitude, latitude. Heights are left out. */
final class SpatialLiteral {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final LiteralCrs crs;

    SpatialLiteral(LiteralCrs crs) {
        this.crs = crs;
    }

    Operand operand(Literal literal) {
        Geometry geometry = eastingFirst(literal);
        Sql written = Sql.of("ST_GeomFromWKB(?, " + crs.srid() + ")", new WKBWriter(2).write(geometry));
        Sql sql = crs.isDegreesOnWgs84()
                ? written
                : Sql.fill("ST_Transform({0}, " + GeometryColumn.CRS84_SRID + ")", written);
        return new Operand(ValueType.GEOMETRY, geometry.getGeometryType(), sql, literal);
    }

    /** The literal's box, in the unit of its coordinate reference system. */
    Envelope box(Literal literal) {
        return eastingFirst(literal).getEnvelopeInternal();
    }

    private Geometry eastingFirst(Literal literal) {
        if (literal instanceof Box box) {
            return rectangle(box);
        } else if (literal instanceof Spatial spatial) {
            Geometry geometry = crs.isLatitudeFirst() ? swapped(spatial.geometry()) : spatial.geometry();
            for (Coordinate coordinate : geometry.getCoordinates()) {
                requireOnEarth(coordinate.x, coordinate.y, spatial.position());
            }
            return requireValid(geometry, spatial.position());
        }
        throw new IllegalStateException("no geometry: " + literal);
    }

    private static Geometry requireValid(Geometry geometry, Position position) {
        TopologyValidationError fault = new IsValidOp(geometry).getValidationError();
        if (fault == null) {
            return geometry;
        }
        Coordinate place = fault.getCoordinate();
        throw FilterFault.at(
                position,
                "The geometry is not valid: " + fault.getMessage() + " at " + place.x + " " + place.y,
                "a geometry that doesn't cross itself");
    }

    private Geometry rectangle(Box box) {
        boolean isSwapped = crs.isLatitudeFirst();
        double west = isSwapped ? box.first2() : box.first1();
        double south = isSwapped ? box.first1() : box.first2();
        double east = isSwapped ? box.last2() : box.last1();
        double north = isSwapped ? box.last1() : box.last2();
        requireOnEarth(west, south, box.position());
        requireOnEarth(east, north, box.position());
        boolean crossesAntimeridian = crs.isDegreesOnWgs84() && west > east;
        if (south > north || (west > east && !crossesAntimeridian)) {
            throw FilterFault.at(
                    box.position(), "The box ends before it begins", "its lower left corner, then its upper right one");
        }
        return crossesAntimeridian
                ? FACTORY.buildGeometry(
                        List.of(rectangle(west, south, 180, north), rectangle(-180, south, east, north)))
                : rectangle(west, south, east, north);
    }

    /** A box without width or height is a line or a point. */
    private static Geometry rectangle(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    private void requireOnEarth(double longitude, double latitude, Position position) {
        if (crs.isDegreesOnWgs84() && !(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw FilterFault.at(
                    position,
                    "The position with longitude " + longitude + " and latitude " + latitude + " is not on Earth",
                    "a longitude between -180 and 180 and a latitude between -90 and 90 degrees");
        }
    }

    private static Geometry swapped(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply((CoordinateFilter) coordinate -> {
            double northing = coordinate.x;
            coordinate.x = coordinate.y;
            coordinate.y = northing;
        });
        return copy;
    }
}
