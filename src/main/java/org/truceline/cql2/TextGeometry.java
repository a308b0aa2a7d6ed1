package org.truceline.cql2;

import static org.truceline.cql2.TextTree.position;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.truceline.cql2.grammar.Cql2BaseVisitor;
import org.truceline.cql2.grammar.Cql2Parser.CoordinateContext;
import org.truceline.cql2.grammar.Cql2Parser.CoordinatesContext;
import org.truceline.cql2.grammar.Cql2Parser.GeometryContext;
import org.truceline.cql2.grammar.Cql2Parser.LineStringContext;
import org.truceline.cql2.grammar.Cql2Parser.MultiLineStringContext;
import org.truceline.cql2.grammar.Cql2Parser.MultiPointContext;
import org.truceline.cql2.grammar.Cql2Parser.MultiPointsContext;
import org.truceline.cql2.grammar.Cql2Parser.MultiPolygonContext;
import org.truceline.cql2.grammar.Cql2Parser.PointContext;
import org.truceline.cql2.grammar.Cql2Parser.PolygonContext;
import org.truceline.cql2.grammar.Cql2Parser.RingsContext;
import org.truceline.cql2.grammar.Cql2Parser.SignedNumberContext;

/** Makes geometries of well-known text. */
final class TextGeometry extends Cql2BaseVisitor<Geometry> {
    Geometry geometry(GeometryContext context) {
        return context.GEOMETRYCOLLECTION() == null
                ? visit(context.simpleGeometry(0))
                : Geometries.collection(
                        context.simpleGeometry().stream().map(this::visit).toList());
    }

    @Override
    public Geometry visitPoint(PointContext context) {
        return Geometries.point(coordinate(context.pointText().coordinate()));
    }

    @Override
    public Geometry visitLineString(LineStringContext context) {
        return Geometries.lineString(coordinates(context.coordinates()), position(context.getStart()));
    }

    @Override
    public Geometry visitPolygon(PolygonContext context) {
        return polygon(context.rings());
    }

    @Override
    public Geometry visitMultiPoints(MultiPointsContext context) {
        return Geometries.multiPoint(context.multiPoint().stream()
                .map(TextGeometry::coordinate)
                .map(Geometries::point)
                .toList());
    }

    @Override
    public Geometry visitMultiLineString(MultiLineStringContext context) {
        return Geometries.multiLineString(context.rings().coordinates().stream()
                .map(line -> Geometries.lineString(coordinates(line), position(line.getStart())))
                .toList());
    }

    @Override
    public Geometry visitMultiPolygon(MultiPolygonContext context) {
        return Geometries.multiPolygon(
                context.rings().stream().map(TextGeometry::polygon).toList());
    }

    private static Polygon polygon(RingsContext context) {
        List<List<Coordinate>> rings =
                context.coordinates().stream().map(TextGeometry::coordinates).toList();
        return Geometries.polygon(rings, position(context.getStart()));
    }

    private static List<Coordinate> coordinates(CoordinatesContext context) {
        return context.coordinate().stream().map(TextGeometry::coordinate).toList();
    }

    private static Coordinate coordinate(MultiPointContext context) {
        return coordinate(
                context.pointText() == null
                        ? context.coordinate()
                        : context.pointText().coordinate());
    }

    private static Coordinate coordinate(CoordinateContext context) {
        List<Double> ordinates =
                context.signedNumber().stream().map(TextGeometry::number).toList();
        return Geometries.coordinate(ordinates);
    }

    static double number(SignedNumberContext context) {
        double number = Numbers.parse(context.NUMBER().getText(), position(context.getStart()))
                .doubleValue();
        // Zero has no sign here, as it has none in JSON.
        return context.MINUS() == null ? number : 0 - number;
    }
}
