package org.truceline.processes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.truceline.geodesy.BufferToleranceException;
import org.truceline.geodesy.Edges;
import org.truceline.geodesy.GeodesicBuffer;
import org.truceline.geodesy.GeodesicCorridor;
import org.truceline.geodesy.MeasuredArea;
import org.truceline.geodesy.Side;
import org.truceline.geodesy.Watch;
import org.truceline.processes.ProcessFailure.InvalidInput;
import org.truceline.processes.ProcessFailure.NoAnswer;

/** Everything within a distance of a geometry, on the ellipsoid, with a bound of its error. */
@Component
@Order(1)
class BufferProcess implements Computation {
    enum Caps {
        ROUND,
        FLAT
    }

    enum Sides {
        BOTH,
        LEFT,
        RIGHT
    }

    private static final double FINEST_TOLERANCE_METERS = 0.001;
    private static final double COARSEST_TOLERANCE_METERS = 1_000;

    private static final Input<Geometry> GEOMETRY = Input.required(
            new Label(
                    "geometry",
                    "Geometry",
                    "Points, lines, polygons or a collection of them, in GeoJSON. Longitudes beyond ±180 are read as"
                            + " unwrapped: an edge from 179 to 181 crosses the antimeridian, one from 179 to -179 goes"
                            + " the long way round. Heights are ignored."),
            new GeometryType(),
            "{\"type\": \"Point\", \"coordinates\": [70.55, 39.93]}");
    private static final Input<Double> DISTANCE = Input.required(
            new Label(
                    "distance",
                    "Distance in metres",
                    "From 0.1 to 500,000; or from -0.1 to -500,000, inward from the boundary of polygons."),
            new NumberType(-GeodesicBuffer.LONGEST_DISTANCE_METERS, GeodesicBuffer.LONGEST_DISTANCE_METERS),
            "10000");
    private static final Input<Double> TOLERANCE = Input.withFallback(
            new Label(
                    "tolerance",
                    "Tolerance in metres",
                    "How far the boundary may be from its true distance. The answer says how far it is at most."),
            new NumberType(FINEST_TOLERANCE_METERS, COARSEST_TOLERANCE_METERS),
            GeodesicBuffer.DEFAULT_TOLERANCE_METERS);
    private static final Input<Edges> EDGES = Input.withFallback(
            new Label(
                    "edges",
                    "Edges",
                    "What lies between two vertices: straight in longitude and latitude, as GeoJSON has it, or the"
                            + " geodesic, the shortest way on the ellipsoid."),
            new ChoiceType<>(Edges.class),
            Edges.STRAIGHT);
    private static final Input<Caps> CAPS = Input.withFallback(
            new Label("caps", "Caps", "Where lines end: round, or cut off flat."),
            new ChoiceType<>(Caps.class),
            Caps.ROUND);
    private static final Input<Sides> SIDE = Input.withFallback(
            new Label("side", "Side", "Of lines, in their direction: both sides, or only the left or the right one."),
            new ChoiceType<>(Sides.class),
            Sides.BOTH);

    private static final Output BUFFER = Output.geoJson(
            new Label(
                    "buffer",
                    "Buffer",
                    "One feature: a polygon or multipolygon, cut at the antimeridian, perhaps empty after an inward"
                            + " distance; max_error_m bounds how far its boundary is from its true distance."),
            "geojson-feature");

    private static final ProcessDescription DESCRIPTION = new ProcessDescription(
            new Label(
                    "buffer",
                    "Buffer",
                    "Everything within a distance of a geometry, measured on the WGS84 ellipsoid, with a proven bound"
                            + " of the error along the whole boundary."),
            List.of(GEOMETRY, DISTANCE, TOLERANCE, EDGES, CAPS, SIDE),
            List.of(BUFFER));

    @Override
    public ProcessDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<OutputValue> compute(Inputs inputs, Progress progress) {
        requireFit(inputs);
        BufferCost.of(inputs.get(GEOMETRY), inputs.get(DISTANCE), inputs.get(TOLERANCE))
                .requireBounded(GEOMETRY);
        MeasuredArea area = measure(inputs, Watch.of(progress::reached));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("distance_m", inputs.get(DISTANCE));
        properties.put("tolerance_m", inputs.get(TOLERANCE));
        properties.put("max_error_m", area.maxErrorMeters());
        properties.put("edges", EDGES.type().toJson(inputs.get(EDGES)));
        properties.put("caps", CAPS.type().toJson(inputs.get(CAPS)));
        properties.put("side", SIDE.type().toJson(inputs.get(SIDE)));
        return List.of(OutputValue.of(BUFFER, GeoJson.feature(area.area(), properties)));
    }

    private static void requireFit(Inputs inputs) {
        double distance = inputs.get(DISTANCE);
        if (Math.abs(distance) < GeodesicBuffer.SHORTEST_DISTANCE_METERS) {
            throw InvalidInput.of(DISTANCE, "it is " + distance + "; expected are at least 0.1 m, outward or inward");
        }
        if (inputs.get(CAPS) == Caps.ROUND && inputs.get(SIDE) == Sides.BOTH) {
            return;
        }
        if (distance < 0) {
            throw InvalidInput.of(DISTANCE, "it is negative; expected is a positive one with flat caps or one side");
        }
        if (!(inputs.get(GEOMETRY) instanceof Lineal)) {
            throw InvalidInput.of(
                    GEOMETRY,
                    "it is a " + inputs.get(GEOMETRY).getGeometryType()
                            + "; expected is a LineString or MultiLineString with flat caps or one side");
        }
    }

    private static MeasuredArea measure(Inputs inputs, Watch watch) {
        Geometry geometry = inputs.get(GEOMETRY);
        Edges edges = inputs.get(EDGES);
        double distance = inputs.get(DISTANCE);
        double tolerance = inputs.get(TOLERANCE);
        Sides side = inputs.get(SIDE);
        try {
            if (inputs.get(CAPS) == Caps.FLAT) {
                double left = side == Sides.RIGHT ? 0 : distance;
                double right = side == Sides.LEFT ? 0 : distance;
                return GeodesicCorridor.of(geometry, edges, left, right, tolerance, watch);
            }
            return switch (side) {
                case BOTH -> GeodesicBuffer.of(geometry, edges, distance, tolerance, watch);
                case LEFT -> GeodesicCorridor.side(geometry, edges, Side.LEFT, distance, tolerance, watch);
                case RIGHT -> GeodesicCorridor.side(geometry, edges, Side.RIGHT, distance, tolerance, watch);
            };
        } catch (IllegalArgumentException unfit) {
            throw InvalidInput.of(GEOMETRY, "it has no such buffer. " + unfit.getMessage());
        } catch (BufferToleranceException inexact) {
            throw new NoAnswer(inexact.getMessage() + ".");
        }
    }
}
