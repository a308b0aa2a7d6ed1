package org.truceline.ceasefire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.truceline.ceasefire.AreaInput.Measured;
import org.truceline.ceasefire.Band.Ends;
import org.truceline.geodesy.BufferToleranceException;
import org.truceline.geodesy.GeodesicBuffer;
import org.truceline.geodesy.Watch;
import org.truceline.processes.BufferCost;
import org.truceline.processes.ChoiceType;
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

/** What would have to be kept clear if a rule were another, or the line: asked without storing anything. */
@Component
@Order(2)
class WithdrawalAreaProcess implements Computation {
    enum Sides {
        BOTH,
        LEFT,
        RIGHT
    }

    private static final int LONGEST_ID = 200;

    private static final Input<LineChoice> LINE = Input.required(
            new Label("line", "Line", "The id of a feature of the collection boundary-lines, or any line in GeoJSON."),
            new LineChoice.Type(),
            "\"osm-2017-kg-tj\"");
    private static final Input<String> RULE = Input.optional(
            new Label(
                    "rule",
                    "Rule",
                    "The id of a withdrawal rule along this line, which has to be one by its id: the rule's band, side,"
                            + " ends and exclusions count, and the land that the line's source draws. A distance that is"
                            + " given beside it goes before its own."),
            new TextType(LONGEST_ID),
            "\"kt-heavy-10km-kg\"");
    private static final Input<Double> DISTANCE = Input.optional(
            new Label(
                    "distance", "Distance in metres", "How far the area reaches from the line; needed without a rule."),
            new NumberType(GeodesicBuffer.SHORTEST_DISTANCE_METERS, GeodesicBuffer.LONGEST_DISTANCE_METERS),
            "12000");
    private static final Input<Sides> SIDE = Input.withFallback(
            new Label("side", "Side", "Of the line in its direction. With a rule, the rule's side counts."),
            new ChoiceType<>(Sides.class),
            Sides.BOTH);
    private static final Input<Ends> ENDS = Input.withFallback(
            new Label("ends", "Ends", "Where the line ends: round, or cut off flat. With a rule, the rule's count."),
            new ChoiceType<>(Ends.class),
            Ends.ROUND);
    private static final Input<Double> TOLERANCE = Input.withFallback(
            new Label("tolerance", "Tolerance in metres", "How far the boundary may be from its true distance."),
            new NumberType(0.001, 1_000),
            GeodesicBuffer.DEFAULT_TOLERANCE_METERS);

    private static final Output AREA = Output.geoJson(
            new Label(
                    "area",
                    "Area",
                    "One feature: a multipolygon, cut at the antimeridian; max_error_m bounds how far its boundary is"
                            + " from where it should be."),
            "geojson-feature");

    private static final ProcessDescription DESCRIPTION = new ProcessDescription(
            new Label(
                    "withdrawal-area",
                    "Withdrawal area",
                    "What would have to be kept clear at another distance, by a rule or without one, along a line as"
                            + " one source has it or along any other. Nothing is stored."),
            List.of(LINE, RULE, DISTANCE, SIDE, ENDS, TOLERANCE),
            List.of(AREA));

    private final AreaInputs areas;
    private final ClaimedLines lines;

    WithdrawalAreaProcess(AreaInputs areas, ClaimedLines lines) {
        this.areas = areas;
        this.lines = lines;
    }

    @Override
    public ProcessDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<OutputValue> compute(Inputs inputs, Progress progress) {
        Measured input = inputs.find(RULE).map(rule -> byRule(rule, inputs)).orElseGet(() -> byDistance(inputs));
        requireBounded(input, inputs.get(TOLERANCE));
        Extent area = area(input, new Buffers(inputs.get(TOLERANCE), Watch.of(progress::reached)));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("line", inputs.get(LINE) instanceof LineChoice.Named named ? named.alignment() : null);
        properties.put("rule", inputs.find(RULE).orElse(null));
        properties.put("distance_from_m", input.band().innerMeters());
        properties.put(
                "distance_m",
                input.band().outerMeters().isPresent()
                        ? input.band().outerMeters().getAsDouble()
                        : null);
        properties.put("max_error_m", area.maxErrorMeters());
        return List.of(OutputValue.of(AREA, GeoJson.feature(area.shape(), properties)));
    }

    private Measured byRule(String rule, Inputs inputs) {
        if (!(inputs.get(LINE) instanceof LineChoice.Named named)) {
            throw InvalidInput.of(
                    RULE, "it is given with a line in GeoJSON; expected is the id of an alignment, or no rule");
        }
        return areas.find(new AreaKey(rule, named.alignment()))
                .filter(Measured.class::isInstance)
                .map(Measured.class::cast)
                .map(found -> inputs.find(DISTANCE)
                        .map(meters -> reaching(found, meters))
                        .orElse(found))
                .orElseThrow(() -> InvalidInput.of(
                        RULE,
                        "there is no rule \"" + rule + "\" along \"" + named.alignment()
                                + "\"; expected are a rule and a claim of the collection withdrawal-areas"));
    }

    private static Measured reaching(Measured input, double meters) {
        Band band = input.band();
        if (band.innerMeters() >= meters) {
            throw InvalidInput.of(
                    DISTANCE, "it is less than the " + band.innerMeters() + " m at which the rule's band begins");
        }
        return new Measured(
                input.area(),
                input.versions(),
                new Band(band.innerMeters(), OptionalDouble.of(meters), band.ends()),
                input.reference(),
                input.cut(),
                input.excluded());
    }

    private Measured byDistance(Inputs inputs) {
        double meters = inputs.find(DISTANCE)
                .orElseThrow(() -> InvalidInput.of(DISTANCE, "it is missing; expected is a distance or a rule"));
        return new Measured(
                new AreaKey("none", "asked"),
                "{}",
                new Band(0, OptionalDouble.of(meters), inputs.get(ENDS)),
                new Reference.Along(shape(inputs.get(LINE)), List.of()),
                switch (inputs.get(SIDE)) {
                    case BOTH -> new Cut.Both();
                    case LEFT -> new Cut.Left();
                    case RIGHT -> new Cut.Right();
                },
                List.of());
    }

    private Geometry shape(LineChoice line) {
        if (line instanceof LineChoice.Named named) {
            return lines.find(named.alignment())
                    .orElseThrow(() -> InvalidInput.of(
                            LINE,
                            "there is no alignment \"" + named.alignment()
                                    + "\"; expected is the id of a feature of the collection boundary-lines"));
        }
        return ((LineChoice.Drawn) line).shape();
    }

    private static void requireBounded(Measured input, double toleranceMeters) {
        Optional<Geometry> from = input.reference() instanceof Reference.Between
                ? Optional.empty()
                : Optional.of(Zones.measuredFrom(input.reference()));
        if (from.isPresent() && input.band().outerMeters().isPresent()) {
            BufferCost.of(from.get(), input.band().outerMeters().getAsDouble(), toleranceMeters)
                    .requireBounded(LINE);
        }
    }

    private static Extent area(Measured input, Buffers buffers) {
        try {
            AreaResult result = new Zones(buffers).compute(input);
            if (result instanceof AreaResult.Area area) {
                return area.extent();
            }
            throw new NoAnswer("There is no such area: "
                    + (result instanceof AreaResult.Empty empty ? empty.reason() : result) + ".");
        } catch (IllegalArgumentException unfit) {
            throw InvalidInput.of(LINE, "it has no such area. " + unfit.getMessage());
        } catch (BufferToleranceException inexact) {
            throw new NoAnswer(inexact.getMessage() + ".");
        }
    }
}
