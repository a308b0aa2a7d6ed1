package org.truceline.ogcapi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.truceline.features.LayerExtent;
import org.truceline.features.TimeInterval;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;

/** Questions that can be asked of a layer as it is now: boxes and times are taken from its real extent. */
final class ExampleRequests {
    private static final int DAYS = 30;

    private final Layer layer;
    private final String items;
    private final List<Example> examples = new ArrayList<>();

    private ExampleRequests(Layer layer, String items) {
        this.layer = layer;
        this.items = items;
    }

    /** A question in words, the query that asks it, and where the answer is. */
    record Example(String title, String query, String href) {}

    static List<Example> list(Layer layer, Optional<LayerExtent> extent, Resources resources) {
        ExampleRequests requests = new ExampleRequests(layer, resources.items(layer.id()));
        requests.add("The first ten", Map.of(ItemsParameters.LIMIT, "10"));
        extent.flatMap(LayerExtent::box).map(ExampleRequests::middle).ifPresent(requests::addBox);
        extent.flatMap(LayerExtent::time).flatMap(ExampleRequests::lastDays).ifPresent(requests::addTime);
        requests.addValue();
        return List.copyOf(requests.examples);
    }

    private void add(String title, Map<String, String> parameters) {
        QueryParameters query = new QueryParameters(parameters);
        examples.add(new Example(title, query.appendedTo("items"), query.appendedTo(items)));
    }

    private void addBox(String box) {
        add("Those that meet a box (west, south, east, north)", Map.of(ItemsParameters.BBOX, box));
    }

    private void addTime(String interval) {
        add("Those of a span of time", Map.of(ItemsParameters.DATETIME, interval));
    }

    /** A property that has a known list of values, with its first. */
    private void addValue() {
        ItemsParameters.listQueryables(layer).stream()
                .filter(property -> !property.values().isEmpty())
                .findFirst()
                .ifPresent(property -> add(
                        "Those with a value: " + property.title(),
                        Map.of(property.name(), property.values().get(0))));
    }

    /** The box in the middle, half as wide and as high as the whole. */
    private static String middle(LayerExtent.Box box) {
        double width = (box.east() - box.west()) / 4;
        double height = (box.north() - box.south()) / 4;
        return String.format(
                Locale.ROOT,
                "%.4f,%.4f,%.4f,%.4f",
                box.west() + width,
                box.south() + height,
                box.east() - width,
                box.north() - height);
    }

    /** The last days of the layer's time; its first day on where it has no end. */
    private static Optional<String> lastDays(TimeInterval time) {
        return time.end()
                .map(end -> day(end).minusDays(DAYS) + "/" + day(end))
                .or(() -> time.start().map(start -> day(start) + "/.."));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
