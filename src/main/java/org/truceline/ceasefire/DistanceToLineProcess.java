package org.truceline.ceasefire;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.truceline.ceasefire.ClaimedLines.ClaimedLine;
import org.truceline.geodesy.Edges;
import org.truceline.geodesy.GeodesicNearest;
import org.truceline.geodesy.NearestPlace;
import org.truceline.processes.Computation;
import org.truceline.processes.DateType;
import org.truceline.processes.GeoJson;
import org.truceline.processes.Input;
import org.truceline.processes.Inputs;
import org.truceline.processes.Label;
import org.truceline.processes.Output;
import org.truceline.processes.OutputValue;
import org.truceline.processes.ProcessDescription;
import org.truceline.processes.ProcessFailure.NoAnswer;
import org.truceline.processes.Progress;
import org.truceline.processes.TextType;

/** How far positions are from the lines, by each claim on them. */
@Component
@Order(3)
class DistanceToLineProcess implements Computation {
    private static final int MOST_POSITIONS = 10_000;

    private static final Input<List<Report>> POSITIONS = Input.required(
            new Label("positions", "Positions", "Points in GeoJSON, or features that are points, at most 10,000."),
            new ReportsType(MOST_POSITIONS),
            "{\"type\": \"Point\", \"coordinates\": [70.55, 39.93]}");
    private static final Input<String> LINE = Input.optional(
            new Label("line", "Line", "The id of a line, or of one alignment of it; without it, all that there are."),
            new TextType(200),
            "\"kg-tj\"");
    private static final Input<LocalDate> DAY = Input.optional(
            new Label("day", "Day", "Lines as they were claimed on this day; today, if it is absent."),
            new DateType(),
            "\"2021-04-29\"");

    private static final Output DISTANCES = Output.geoJson(
            new Label(
                    "distances",
                    "Distances",
                    "Each position with its least and greatest distance over the claims, and for each claim the"
                            + " distance, the direction, the side seen along the line as it is drawn, and the nearest"
                            + " point."),
            "geojson-feature-collection");

    private static final ProcessDescription DESCRIPTION = new ProcessDescription(
            new Label(
                    "distance-to-line",
                    "Distance to the line",
                    "How far positions are from the lines between parties, on the WGS84 ellipsoid, as each source or"
                            + " party has them. None of them is the line."),
            List.of(POSITIONS, LINE, DAY),
            List.of(DISTANCES));

    private final ClaimedLines lines;
    private final Clock clock = Clock.systemUTC();

    DistanceToLineProcess(ClaimedLines lines) {
        this.lines = lines;
    }

    /** A claim, indexed once for all positions. */
    private record Indexed(ClaimedLine claim, GeodesicNearest nearest) {}

    @Override
    public ProcessDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<OutputValue> compute(Inputs inputs, Progress progress) {
        LocalDate day = inputs.find(DAY).orElseGet(() -> LocalDate.now(clock));
        List<Indexed> claims = lines.list(inputs.find(LINE).orElse(""), day).stream()
                .map(claim -> new Indexed(claim, GeodesicNearest.of(claim.shape(), Edges.STRAIGHT)))
                .toList();
        if (claims.isEmpty()) {
            throw new NoAnswer("No alignment of "
                    + inputs.find(LINE).map(id -> "\"" + id + "\"").orElse("any line") + " is known on " + day
                    + "; the collection boundary-lines lists those there are.");
        }
        List<Report> positions = inputs.get(POSITIONS);
        List<Map<String, Object>> features = new ArrayList<>();
        for (Report position : positions) {
            Interruption.check();
            progress.reached(features.size() / (double) positions.size());
            features.add(feature(position, claims));
        }
        return List.of(OutputValue.of(DISTANCES, GeoJson.collection(features)));
    }

    private static Map<String, Object> feature(Report report, List<Indexed> claims) {
        List<Map<String, Object>> found = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (Indexed claim : claims) {
            NearestPlace nearest =
                    claim.nearest().to(report.spot().longitude(), report.spot().latitude());
            least = Math.min(least, nearest.meters());
            greatest = Math.max(greatest, nearest.meters());
            found.add(describe(claim.claim(), nearest));
        }
        Map<String, Object> properties = new LinkedHashMap<>(report.properties());
        properties.put("distance_min_m", least);
        properties.put("distance_max_m", greatest);
        properties.put("claims", found);
        return GeoJson.feature(report.spot().toPoint(), properties);
    }

    private static Map<String, Object> describe(ClaimedLine claim, NearestPlace nearest) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("alignment", claim.alignment());
        description.put("line", claim.line());
        description.put("claimed_by", claim.claimedBy());
        description.put("distance_m", nearest.meters());
        description.put("azimuth_deg", Double.isNaN(nearest.azimuthDegrees()) ? null : nearest.azimuthDegrees());
        description.put("side", nearest.side().name().toLowerCase(Locale.ROOT));
        description.put(
                "nearest", List.of(nearest.place().longitude(), nearest.place().latitude()));
        return description;
    }
}
