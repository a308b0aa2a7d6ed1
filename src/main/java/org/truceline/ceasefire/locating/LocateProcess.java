package org.truceline.ceasefire.locating;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.truceline.ceasefire.uncertainty.Spot;
import org.truceline.ceasefire.uncertainty.UniformSector;
import org.truceline.geodesy.Sector;
import org.truceline.processes.Computation;
import org.truceline.processes.GeoJson;
import org.truceline.processes.Input;
import org.truceline.processes.Inputs;
import org.truceline.processes.Label;
import org.truceline.processes.NumberType;
import org.truceline.processes.Output;
import org.truceline.processes.OutputValue;
import org.truceline.processes.ProcessDescription;
import org.truceline.processes.ProcessFailure.InvalidInput;
import org.truceline.processes.ProcessFailure.NoAnswer;
import org.truceline.processes.Progress;
import org.truceline.processes.TextType;

/** Where a report means: a place or coordinates, or so far in a direction from there. */
@Component
@Order(5)
class LocateProcess implements Computation {
    private static final int LONGEST_TEXT = 200;
    private static final double USUAL_BEARING_ERROR_DEGREES = 5;

    private static final Input<String> PLACE = Input.required(
            new Label(
                    "place",
                    "Place",
                    "A name, in any spelling that the collection places knows; or an MGRS reference; or coordinates in"
                            + " degrees, with minutes and seconds or not: with N or S and E or W, or else the latitude"
                            + " first."),
            new TextType(LONGEST_TEXT),
            "\"42S XK 3224 2100\"");
    private static final Input<Double> BEARING = Input.optional(
            new Label(
                    "bearing",
                    "Bearing in degrees",
                    "The direction in which it was seen from the place, clockwise from true north."),
            new NumberType(-360, 360),
            "225");
    private static final Input<Double> BEARING_ERROR = Input.withFallback(
            new Label("bearing_error", "Error of the bearing", "By how many degrees it may be wrong on either side."),
            new NumberType(0.001, 180),
            USUAL_BEARING_ERROR_DEGREES);
    private static final Input<Double> NEAREST = Input.withFallback(
            new Label("range_from", "Least range", "How far it was at least, in metres."),
            new NumberType(0, UniformSector.LONGEST_RANGE_METERS),
            0.0);
    private static final Input<Double> FARTHEST = Input.optional(
            new Label("range_to", "Greatest range", "How far it was at most, in metres; needed with a bearing."),
            new NumberType(0.001, UniformSector.LONGEST_RANGE_METERS),
            "5000");

    private static final Output PLACES = Output.geoJson(
            new Label(
                    "places",
                    "Places",
                    "A feature for each place that may be meant: a point, or a sector. All of it lies within"
                            + " uncertainty_m of centre; null: nobody tells."),
            "geojson-feature-collection");

    private static final ProcessDescription DESCRIPTION = new ProcessDescription(
            new Label(
                    "locate",
                    "Locate",
                    "Where a report means: a place by its name, MGRS, or coordinates, and how uncertain that is; or"
                            + " the sector in which something was seen from there."),
            List.of(PLACE, BEARING, BEARING_ERROR, NEAREST, FARTHEST),
            List.of(PLACES));

    private final Gazetteer gazetteer;

    LocateProcess(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public ProcessDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<OutputValue> compute(Inputs inputs, Progress progress) {
        List<Spotted> found = find(inputs.get(PLACE).strip());
        if (found.isEmpty()) {
            throw new NoAnswer("No place is known by the name \"" + inputs.get(PLACE)
                    + "\", and it is neither an MGRS reference nor a pair of coordinates.");
        }
        List<Map<String, Object>> features =
                found.stream().map(spotted -> feature(spotted, inputs)).toList();
        return List.of(OutputValue.of(PLACES, GeoJson.collection(features)));
    }

    private List<Spotted> find(String text) {
        try {
            return GridReference.find(text)
                    .or(() -> Degrees.find(text))
                    .map(List::of)
                    .orElseGet(() -> gazetteer.search(text));
        } catch (IllegalArgumentException none) {
            throw InvalidInput.of(PLACE, String.valueOf(none.getMessage()));
        }
    }

    private static Map<String, Object> feature(Spotted spotted, Inputs inputs) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("method", spotted.method());
        properties.putAll(spotted.further());
        Optional<UniformSector> sector = sector(spotted.spot(), inputs);
        if (sector.isEmpty()) {
            describe(spotted, "", properties);
            return GeoJson.feature(spotted.spot().toPoint(), properties);
        }
        describe(spotted, "observer_", properties);
        Geometry area = area(sector.get());
        Spot centre = sector.get().centre();
        properties.put("centre", List.of(centre.longitude(), centre.latitude()));
        properties.put("uncertainty_m", farthest(centre, area));
        return GeoJson.feature(area, properties);
    }

    private static void describe(Spotted spotted, String prefix, Map<String, Object> properties) {
        properties.put(
                prefix + "centre",
                List.of(spotted.spot().longitude(), spotted.spot().latitude()));
        properties.put(
                prefix + "uncertainty_m",
                spotted.uncertaintyMeters().isPresent()
                        ? spotted.uncertaintyMeters().getAsDouble()
                        : null);
    }

    private static Optional<UniformSector> sector(Spot observer, Inputs inputs) {
        Optional<Double> bearing = inputs.find(BEARING);
        Optional<Double> farthest = inputs.find(FARTHEST);
        if (bearing.isPresent() && farthest.isEmpty()) {
            throw InvalidInput.of(FARTHEST, "it is missing; expected is a greatest range where there is a bearing");
        }
        if (farthest.isPresent() && bearing.isEmpty()) {
            throw InvalidInput.of(BEARING, "it is missing; expected is a bearing where there is a range");
        }
        return bearing.map(degrees -> {
            try {
                return new UniformSector(
                        observer, degrees, inputs.get(BEARING_ERROR), inputs.get(NEAREST), farthest.orElseThrow());
            } catch (IllegalArgumentException none) {
                throw InvalidInput.of(FARTHEST, "with the other inputs it makes no sector. " + none.getMessage());
            }
        });
    }

    private static Geometry area(UniformSector sector) {
        return new Sector(
                        sector.observer().longitude(),
                        sector.observer().latitude(),
                        new Sector.Bearing(sector.bearingDegrees(), sector.halfWidthDegrees()),
                        new Sector.Range(sector.nearestMeters(), sector.farthestMeters()))
                .area()
                .area();
    }

    /** Farthest from the centre is a vertex, on an area whose edges are shorter than they are far away. */
    private static double farthest(Spot centre, Geometry area) {
        double farthest = 0;
        for (Coordinate vertex : area.getCoordinates()) {
            double meters =
                    Geodesic.WGS84.Inverse(centre.latitude(), centre.longitude(), vertex.getY(), vertex.getX()).s12;
            farthest = Math.max(farthest, meters);
        }
        return farthest;
    }
}
