package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Shapes, distances and tolerances at random, drawn where buffers go wrong: gaps of about twice the distance, rings about
 * as wide, points that nearly coincide, lines that fold back or cross themselves; everywhere on Earth, poles and
 * antimeridian included. The same seed gives the same one.
 */
final class RandomBuffer {

    private final Random random;
    private final double meters;
    private final double toleranceMeters;
    private final LonLat center;

    private RandomBuffer(long seed) {
        // Neighbouring seeds of a Random begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.meters = logUniform(1, 500_000);
        // A circle of so few edges that thousands of checks take minutes.
        this.toleranceMeters = Math.max(meters / 200_000, logUniform(0.01, 10));
        double latitude = random.nextInt(4) == 0
                ? (random.nextBoolean() ? 1 : -1) * (90 - logUniform(1e-4, 10))
                : Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        double longitude = random.nextInt(4) == 0 ? 180 - logUniform(1e-6, 5) : 360 * random.nextDouble() - 180;
        this.center = new LonLat(longitude, latitude);
    }

    static BufferCheck of(long seed) {
        return new RandomBuffer(seed).check();
    }

    private BufferCheck check() {
        Edges edges = random.nextInt(3) == 0 ? Edges.GEODESIC : Edges.STRAIGHT;
        Geometry geometry = geometry(random.nextInt(12));
        boolean isInward = geometry instanceof Polygon && random.nextBoolean();
        return new BufferCheck(geometry, edges, isInward ? -meters : meters, toleranceMeters);
    }

    private Geometry geometry(int family) {
        return switch (family) {
            case 0 -> walk();
            case 1 -> uShape();
            case 2 -> ring();
            case 3 -> spiral();
            case 4 -> line(2 + random.nextInt(8), i -> around(meters * logUniform(0.01, 10)));
            case 5 -> cluster();
            case 6 -> noise();
            case 7 -> zigzag();
            case 8, 9 -> star();
            case 10 -> backAndForth();
            default -> collection();
        };
    }

    private LineString walk() {
        double step = meters * logUniform(1e-4, 1);
        double[] at = {0, 0};
        return line(2 + random.nextInt(200), i -> {
            at[0] += step * random.nextGaussian();
            at[1] += step * random.nextGaussian();
            return at.clone();
        });
    }

    /** Two arms whose distance is within a few metres, or tolerances, of twice the distance. */
    private LineString uShape() {
        double gap = about(2 * meters);
        double length = meters * logUniform(0.5, 10);
        double lean = random.nextInt(3) == 0 ? random.nextGaussian() * gap / 50 : 0;
        double[][] corners = {{-gap / 2 + lean, length}, {-gap / 2, 0}, {gap / 2, 0}, {gap / 2 - lean, length}};
        return line(corners.length, i -> corners[i]);
    }

    private LineString ring() {
        double radius = about(meters);
        int count = 3 + random.nextInt(60);
        double noise = random.nextBoolean() ? 0 : 0.2 * random.nextDouble();
        List<double[]> corners = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            corners.add(polar(radius * (1 + noise * random.nextGaussian()), 2 * Math.PI * i / count));
        }
        corners.add(corners.get(0));
        return line(corners.size(), corners::get);
    }

    private LineString spiral() {
        double pitch = random.nextBoolean() ? about(2 * meters) : meters * logUniform(0.05, 4);
        int perTurn = 6 + random.nextInt(30);
        return line(
                perTurn * (1 + random.nextInt(4)),
                i -> polar(pitch * i / perTurn, 2 * Math.PI * (i % perTurn) / perTurn));
    }

    private Geometry cluster() {
        double[] middle = {0, 0};
        double spread = 1e-4 * logUniform(0.1, 1000);
        if (random.nextBoolean()) {
            return line(2 + random.nextInt(30), i -> near(middle, spread));
        }
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(20); i++) {
            points.add(place(near(random.nextInt(3) == 0 ? around(about(2 * meters)) : middle, spread)));
        }
        return Shapes.FACTORY.createMultiPointFromCoords(points.toArray(Coordinate[]::new));
    }

    private LineString noise() {
        double length = meters * logUniform(0.2, 20);
        double width = meters * logUniform(1e-3, 1);
        int count = 20 + random.nextInt(400);
        return line(count, i ->
                new double[] {length * i / count + width * random.nextGaussian(), width * random.nextGaussian()});
    }

    private LineString zigzag() {
        double step = about(2 * meters) * (random.nextBoolean() ? 1 : logUniform(0.01, 1));
        double height = meters * logUniform(0.1, 10);
        return line(2 + random.nextInt(20), i -> new double[] {step * i / 2, i % 2 == 0 ? 0 : height});
    }

    private LineString backAndForth() {
        double[] there = polar(meters * logUniform(0.1, 10), 2 * Math.PI * random.nextDouble());
        double[] aside = near(new double[] {0, 0}, meters * logUniform(1e-9, 0.1));
        return line(3 + random.nextInt(3), i -> i % 2 == 0 ? new double[] {aside[0] * i, aside[1] * i} : there);
    }

    /** A polygon that is seen whole from its middle, some with a hole about as wide as the distance. */
    private Geometry star() {
        double radius = random.nextBoolean() ? about(meters) : meters * logUniform(0.1, 10);
        int count = 3 + random.nextInt(40);
        Coordinate[] shell = loop(count, radius, radius * 0.5 * random.nextDouble());
        if (random.nextBoolean()) {
            return Shapes.FACTORY.createPolygon(shell);
        }
        Coordinate[] hole = loop(3 + random.nextInt(20), radius * 0.3, radius * 0.05);
        return Shapes.FACTORY.createPolygon(
                Shapes.FACTORY.createLinearRing(shell), new LinearRing[] {Shapes.FACTORY.createLinearRing(hole)});
    }

    private Coordinate[] loop(int count, double radius, double noise) {
        Coordinate[] loop = new Coordinate[count + 1];
        for (int i = 0; i < count; i++) {
            loop[i] = place(polar(radius + noise * (2 * random.nextDouble() - 1), 2 * Math.PI * i / count));
        }
        loop[count] = loop[0].copy();
        return loop;
    }

    private Geometry collection() {
        Geometry[] parts = new Geometry[2 + random.nextInt(3)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = geometry(random.nextInt(8));
        }
        return Shapes.FACTORY.createGeometryCollection(parts);
    }

    private LineString line(int count, IntFunction<double[]> corner) {
        Coordinate[] vertices = new Coordinate[count];
        LonLat last = center;
        for (int i = 0; i < count; i++) {
            Coordinate vertex = place(corner.apply(i));
            last = new LonLat(vertex.x, vertex.y).near(last);
            // Within the ±540 of unwrapped longitudes.
            last = Math.abs(last.longitude()) < 500 ? last : new LonLat(vertex.x, vertex.y);
            vertices[i] = new Coordinate(last.longitude(), last.latitude());
        }
        return Shapes.FACTORY.createLineString(vertices);
    }

    /** So many metres east and north of the centre, nearly. */
    private Coordinate place(double[] eastNorth) {
        GeodesicData there = Geodesic.WGS84.Direct(
                center.latitude(),
                center.longitude(),
                Math.toDegrees(Math.atan2(eastNorth[0], eastNorth[1])),
                Math.hypot(eastNorth[0], eastNorth[1]));
        LonLat place = new LonLat(there.lon2, there.lat2).near(center);
        return new Coordinate(place.longitude(), place.latitude());
    }

    private double[] around(double radius) {
        return polar(radius * random.nextDouble(), 2 * Math.PI * random.nextDouble());
    }

    private double[] near(double[] middle, double spread) {
        return new double[] {middle[0] + spread * random.nextGaussian(), middle[1] + spread * random.nextGaussian()};
    }

    private static double[] polar(double radius, double angle) {
        return new double[] {radius * Math.sin(angle), radius * Math.cos(angle)};
    }

    /** A length that hardly differs from another, by metres or by tolerances. */
    private double about(double length) {
        double difference = random.nextGaussian() * (random.nextBoolean() ? 3 : 2 * toleranceMeters);
        return Math.max(length / 10, length + difference);
    }

    private double logUniform(double least, double greatest) {
        return least * Math.exp(random.nextDouble() * Math.log(greatest / least));
    }
}
