package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.layers.GeometryColumn;

/**
 * Boxes in the units in which a layer is stored, which its index knows. They hold all that meets boxes of degrees, and
 * somewhat more: they come before an exact condition and never stand for it.
 */
final class StoredBoxes {
    /**
     * Between its vertices an edge that is straight in the layer's plane leaves the one that is straight in degrees, by
     * L² tan φ / 8R: less than this for edges L of 150 km up to a latitude φ of 65°.
     */
    private static final double EDGE_METERS = 1_000;

    /** A box grows by this part of its size, which is more than its sides bend between the points that are looked at. */
    private static final double GROWTH = 0.01;

    private static final int POINTS_OF_A_SIDE = 64;
    /** Ten metres, for what is no longer than that. */
    private static final double LEAST_GROWTH_DEGREES = 1e-4;
    /** So far beyond its domain a coordinate reference system is still continuous, and data often go. */
    private static final double DEGREES_BEYOND_DOMAIN = 2;

    private StoredBoxes() {}

    /**
     * Whether a geometry's box meets one of these.
     *
     * @param degrees longitudes and latitudes on WGS84
     * @return empty where there is no such condition: rows in several coordinate reference systems, or boxes outside the
     *     domain of the layer's one
     */
    static Optional<Sql> meets(GeometryColumn geometry, List<Envelope> degrees) {
        List<Envelope> boxes = geometry.isCrs84() || geometry.isOfPoints() ? degrees : withEdges(degrees);
        List<Sql> conditions = new ArrayList<>();
        for (Envelope box : boxes) {
            Optional<Sql> stored = geometry.isCrs84() ? Optional.of(sql(box, geometry.srid())) : stored(geometry, box);
            stored.map(inUnits -> Sql.fill(FeatureSql.name(geometry) + " && {0}", inUnits))
                    .ifPresent(conditions::add);
        }
        return conditions.size() < boxes.size()
                ? Optional.empty()
                : Optional.of(Sql.fill("({0})", Sql.join(" OR ", conditions)));
    }

    /**
     * The exact condition, after one that an index answers. A layer in degrees needs none: PostGIS puts its own there.
     *
     * @param degrees boxes of which a geometry that meets the exact condition meets at least one
     */
    static Sql before(Sql exact, GeometryColumn geometry, List<Envelope> degrees) {
        return geometry.isCrs84()
                ? exact
                : meets(geometry, degrees)
                        .map(near -> Sql.fill("({0} AND {1})", near, exact))
                        .orElse(exact);
    }

    /** A geometry of degrees in the layer's units; empty as for {@link #meets}. */
    static Optional<Sql> inStorage(GeometryColumn geometry, Sql degrees, Envelope box) {
        if (geometry.isCrs84()) {
            return Optional.of(degrees);
        }
        return isWithinDomain(geometry, box)
                ? Optional.of(Sql.fill("ST_Transform({0}, " + geometry.srid() + ")", degrees))
                : Optional.empty();
    }

    private static List<Envelope> withEdges(List<Envelope> degrees) {
        return degrees.stream()
                .flatMap(box -> Surroundings.within(EDGE_METERS, box).stream())
                .toList();
    }

    private static Optional<Sql> stored(GeometryColumn geometry, Envelope box) {
        Envelope grown = grown(box);
        if (!isWithinDomain(geometry, grown)) {
            return Optional.empty();
        }
        double segment = Math.max(grown.getWidth(), grown.getHeight()) / POINTS_OF_A_SIDE;
        return Optional.of(Sql.fill(
                "ST_Envelope(ST_Transform(ST_Segmentize({0}, {1}), " + geometry.srid() + "))",
                sql(grown, GeometryColumn.CRS84_SRID),
                Sql.of("?::float8", segment)));
    }

    private static Envelope grown(Envelope box) {
        double growth = Math.max(GROWTH * (box.getWidth() + box.getHeight()), LEAST_GROWTH_DEGREES);
        return new Envelope(
                Math.max(box.getMinX() - growth, -180),
                Math.min(box.getMaxX() + growth, 180),
                Math.max(box.getMinY() - growth, -90),
                Math.min(box.getMaxY() + growth, 90));
    }

    private static boolean isWithinDomain(GeometryColumn geometry, Envelope box) {
        return geometry.domain()
                .filter(domain -> {
                    Envelope wider = domain.copy();
                    wider.expandBy(DEGREES_BEYOND_DOMAIN);
                    return wider.covers(box);
                })
                .isPresent();
    }

    private static Sql sql(Envelope box, int srid) {
        return Sql.of(
                "ST_MakeEnvelope(?, ?, ?, ?, " + srid + ")",
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY());
    }
}
