package org.truceline.features;

import static org.truceline.layers.GeometryColumn.CRS84_SRID;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.truceline.database.SqlFile;
import org.truceline.layers.GeometryColumn;

/** How a layer's geometries come into the plane and into the whole numbers of a tile. */
final class TileSql {
    static final int WEB_MERCATOR_SRID = 3857;

    /** What the joined steps call a geometry in the tile's numbers; no layer's column is called so. */
    static final String GEOMETRY = "\"tile:grid\"";

    private static final String STEPS = SqlFile.read(TileSql.class, "tile-geometry.sql");
    private static final String POINT_STEPS = SqlFile.read(TileSql.class, "tile-point.sql");
    private static final String MERCATOR = SqlFile.read(TileSql.class, "tile-mercator.sql");
    private static final String TURNED = SqlFile.read(TileSql.class, "tile-turned.sql");

    private static final String DEGREES = "\"tile:degrees\"";

    /** The poles are infinitely far. */
    private static final String POINT_MERCATOR =
            "CASE WHEN abs(ST_Y(\"tile:degrees\")) <= 89 THEN ST_Transform(\"tile:degrees\", 3857) END";

    private TileSql() {}

    /** The steps from a layer's geometry to the tile's, to be joined to the layer: each feature has at most one. */
    static Sql joined(GeometryColumn geometry, TileFrame frame) {
        return geometry.plainType().equals("Point") ? joinedPoints(geometry, frame) : joinedShapes(geometry, frame);
    }

    private static Sql joinedPoints(GeometryColumn geometry, TileFrame frame) {
        Sql turned = Sql.of("\"tile:plane\"");
        if (frame.reachesAntimeridian()) {
            // Near the antimeridian only is a point in tiles on both sides.
            double near = frame.worldWidth() / 2 - frame.bounds().getWidth() / 8;
            turned = Sql.of("CASE WHEN abs(ST_X(\"tile:plane\")) < ? THEN \"tile:plane\" ELSE ", near)
                    .then(turned(frame))
                    .then(Sql.of(" END"));
        }
        return Sql.fill(
                POINT_STEPS,
                Sql.of(FeatureSql.encodable(geometry, CRS84_SRID)),
                Sql.of(frame.isMercator() ? POINT_MERCATOR : DEGREES),
                turned,
                bounds(frame));
    }

    private static Sql joinedShapes(GeometryColumn geometry, TileFrame frame) {
        Sql plane = Sql.of(frame.isMercator() ? MERCATOR : DEGREES);
        Sql turned = frame.reachesAntimeridian() ? turned(frame) : Sql.of("\"tile:plane\"");
        return Sql.fill(
                STEPS,
                Sql.of(FeatureSql.encodable(geometry, CRS84_SRID)),
                plane,
                turned,
                Sql.of(isOfOneKind(geometry) ? "(VALUES (\"tile:turned\"))" : PARTS),
                bounds(frame));
    }

    /** A tile knows points, lines and polygons, and of a mixture PostGIS would keep one kind only. */
    private static final String PARTS =
            "(SELECT ST_CollectionExtract(\"tile:turned\", kind) FROM generate_series(1, 3) AS kind)";

    private static boolean isOfOneKind(GeometryColumn geometry) {
        return !geometry.plainType().equals("Geometry") && !geometry.plainType().equals("GeometryCollection");
    }

    private static Sql bounds(TileFrame frame) {
        Envelope bounds = frame.bounds();
        return Sql.of(
                "ST_MakeEnvelope(?, ?, ?, ?)::box2d, " + TileFrame.EXTENT + ", " + TileFrame.BUFFER + ", true",
                bounds.getMinX(),
                bounds.getMinY(),
                bounds.getMaxX(),
                bounds.getMaxY());
    }

    private static Sql turned(TileFrame frame) {
        Envelope bounds = frame.bounds();
        double buffer = bounds.getWidth() * TileFrame.BUFFER / TileFrame.EXTENT;
        return Sql.fill(
                TURNED,
                Sql.of("?::float8", frame.worldWidth()),
                Sql.of("?", bounds.getMinX() - buffer),
                Sql.of("?", bounds.getMaxX() + buffer));
    }

    /** A condition that all features meet which the tile shows, and few others, for the sake of an index. */
    static Sql meets(GeometryColumn geometry, TileFrame frame) {
        return StoredBoxes.meets(geometry, geometry.isCrs84() ? aroundTheWorld(frame) : onEarth(frame))
                .orElseGet(() -> Sql.of("true"));
    }

    /** A condition that those meet whose boxes in degrees meet the tile; for layers in other units, after the index. */
    static Sql meetsInDegrees(GeometryColumn geometry, TileFrame frame) {
        List<Sql> boxes = aroundTheWorld(frame).stream()
                .map(box -> Sql.of(
                        FeatureSql.crs84(geometry) + " && ST_MakeEnvelope(?, ?, ?, ?, " + CRS84_SRID + ")",
                        box.getMinX(),
                        box.getMinY(),
                        box.getMaxX(),
                        box.getMaxY()))
                .toList();
        return Sql.fill("({0})", Sql.join(" OR ", boxes));
    }

    /** Data in degrees may go on beyond ±180, where others begin anew. */
    private static List<Envelope> aroundTheWorld(TileFrame frame) {
        Envelope degrees = frame.degrees();
        List<Envelope> boxes = new ArrayList<>();
        for (double turn : new double[] {0, TileFrame.WORLD_DEGREES, -TileFrame.WORLD_DEGREES}) {
            boxes.add(new Envelope(
                    degrees.getMinX() + turn, degrees.getMaxX() + turn, degrees.getMinY(), degrees.getMaxY()));
        }
        return boxes;
    }

    private static List<Envelope> onEarth(TileFrame frame) {
        Envelope earth = new Envelope(-180, 180, -90, 90);
        return aroundTheWorld(frame).stream()
                .map(earth::intersection)
                .filter(box -> !box.isNull())
                .toList();
    }
}
