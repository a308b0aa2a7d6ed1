package org.truceline.features;

import static org.truceline.layers.GeometryColumn.CRS84_SRID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.springframework.core.io.ClassPathResource;
import org.truceline.layers.GeometryColumn;

/** How a layer's geometries come into the plane and into the whole numbers of a tile. */
final class TileSql {
    static final int WEB_MERCATOR_SRID = 3857;

    /** What the joined steps call a geometry in the tile's numbers; no layer's column is called so. */
    static final String GEOMETRY = "\"tile:grid\"";

    private static final double WORLD_DEGREES = 360;
    /** The equator on Web Mercator's sphere. */
    private static final double WORLD_METERS = 2 * Math.PI * 6_378_137;

    private static final String STEPS = sql("tile-geometry.sql");
    private static final String MERCATOR = sql("tile-mercator.sql");
    private static final String TURNED = sql("tile-turned.sql");

    private TileSql() {}

    /** The steps from a layer's geometry to the tile's, to be joined to the layer: each feature has at most one. */
    static Sql joined(GeometryColumn geometry, TileFrame frame) {
        boolean isMercator = frame.srid() == WEB_MERCATOR_SRID;
        Sql plane = Sql.of(isMercator ? MERCATOR : "\"tile:degrees\"");
        Sql turned = frame.reachesAntimeridian() ? turned(frame, isMercator) : Sql.of("\"tile:plane\"");
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

    private static Sql turned(TileFrame frame, boolean isMercator) {
        Envelope bounds = frame.bounds();
        double buffer = bounds.getWidth() * TileFrame.BUFFER / TileFrame.EXTENT;
        double world = isMercator ? WORLD_METERS : WORLD_DEGREES;
        return Sql.fill(
                TURNED,
                Sql.of("?::float8", world),
                Sql.of("?", bounds.getMinX() - buffer),
                Sql.of("?", bounds.getMaxX() + buffer));
    }

    /** A condition that all features meet which the tile shows, and few others, for the sake of an index. */
    static Sql meets(GeometryColumn geometry, TileFrame frame) {
        return StoredBoxes.meets(geometry, geometry.isCrs84() ? aroundTheWorld(frame) : onEarth(frame))
                .orElseGet(() -> Sql.of("true"));
    }

    /** Data in degrees may go on beyond ±180, where others begin anew. */
    private static List<Envelope> aroundTheWorld(TileFrame frame) {
        Envelope degrees = frame.degrees();
        List<Envelope> boxes = new ArrayList<>();
        for (double turn : new double[] {0, WORLD_DEGREES, -WORLD_DEGREES}) {
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

    private static String sql(String name) {
        try {
            return new ClassPathResource(name, TileSql.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
