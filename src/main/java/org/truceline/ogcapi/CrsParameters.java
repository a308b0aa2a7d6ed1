package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.truceline.crs.Crs;
import org.truceline.crs.CrsRegistry;
import org.truceline.features.BoundingBox;
import org.truceline.features.Box;
import org.truceline.features.ProjectedBox;

/** Reads the parameters {@code crs}, {@code bbox-crs} and {@code bbox} (OGC API – Features Part 1 §7.15.3, Part 2 §6). */
final class CrsParameters {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int WGS84 = 4326;
    private static final int CORNERS_LEAST = 4;
    private static final int WITH_HEIGHTS = 6;
    private static final int POINTS_OF_A_SIDE = 64;

    private final CrsRegistry registry;
    private final List<Crs> offered;

    /**
     * For one layer.
     *
     * @param offered the coordinate reference systems in which the layer is offered
     */
    CrsParameters(CrsRegistry registry, List<Crs> offered) {
        this.registry = registry;
        this.offered = offered;
    }

    /**
     * One of the layer's coordinate reference systems.
     *
     * @throws IllegalArgumentException if the layer is not offered in it
     */
    Crs parseCrs(String name) {
        return registry.findByName(name)
                .filter(offered::contains)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected is one of " + offered.stream().map(Crs::uri).collect(Collectors.joining(", "))));
    }

    /**
     * A box: four numbers, or six with heights as third and sixth, which are not looked at.
     *
     * @param crs the coordinate reference system of the numbers, in its order of axes
     * @throws IllegalArgumentException if it is none, or lies outside the domain of the coordinate reference system
     */
    Box parseBox(String text, Crs crs) {
        double[] numbers = COMMA.splitAsStream(text)
                .mapToDouble(CrsParameters::parseNumber)
                .toArray();
        if (text.endsWith(",") || (numbers.length != CORNERS_LEAST && numbers.length != WITH_HEIGHTS)) {
            throw new IllegalArgumentException("expected are four numbers, "
                    + (crs.isNorthingFirst() ? "south,west,north,east" : "west,south,east,north"));
        }
        int upper = numbers.length / 2;
        int x = crs.isNorthingFirst() ? 1 : 0;
        int y = 1 - x;
        return crs.srid() == WGS84
                ? new BoundingBox(numbers[x], numbers[y], numbers[upper + x], numbers[upper + y])
                : requireWithinDomain(
                        new ProjectedBox(numbers[x], numbers[y], numbers[upper + x], numbers[upper + y], crs.srid()),
                        crs);
    }

    private static double parseNumber(String text) {
        // Java would also read 0x10p3 and 1d.
        if (!NUMBER.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number");
        }
        return Double.parseDouble(text.strip());
    }

    private ProjectedBox requireWithinDomain(ProjectedBox box, Crs crs) {
        Geometry inDegrees = registry.findTransform(crs.srid())
                .orElseThrow(() -> new IllegalArgumentException("the coordinate reference system is not known"))
                .transform(edges(box));
        if (!crs.domain().intersects(inDegrees.getEnvelopeInternal())) {
            throw new IllegalArgumentException(
                    "the box lies outside the domain of its coordinate reference system, which is "
                            + crs.domain().getMinX() + "," + crs.domain().getMinY() + ","
                            + crs.domain().getMaxX() + ","
                            + crs.domain().getMaxY() + " in longitude, latitude");
        }
        return box.within(inDegrees.getEnvelopeInternal());
    }

    private static Geometry edges(ProjectedBox box) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i <= POINTS_OF_A_SIDE; i++) {
            double part = (double) i / POINTS_OF_A_SIDE;
            double x = box.minimumX() * (1 - part) + box.maximumX() * part;
            double y = box.minimumY() * (1 - part) + box.maximumY() * part;
            points.add(new Coordinate(x, box.minimumY()));
            points.add(new Coordinate(x, box.maximumY()));
            points.add(new Coordinate(box.minimumX(), y));
            points.add(new Coordinate(box.maximumX(), y));
        }
        return new GeometryFactory().createMultiPointFromCoords(points.toArray(Coordinate[]::new));
    }
}
