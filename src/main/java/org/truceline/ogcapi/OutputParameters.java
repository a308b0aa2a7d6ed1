package org.truceline.ogcapi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.truceline.features.NearestName;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** Reads the parameters {@code properties} and {@code resultType} for one layer. */
final class OutputParameters {
    private static final Pattern COMMA = Pattern.compile(",");

    private final Layer layer;

    OutputParameters(Layer layer) {
        this.layer = layer;
    }

    /**
     * Names of properties between commas; the id is always there.
     *
     * @throws IllegalArgumentException if the layer has no such property
     */
    List<Property> parseProperties(String text) {
        Set<String> wanted = Arrays.stream(COMMA.split(text, -1)).collect(Collectors.toSet());
        for (String name : wanted) {
            if (!name.equals(layer.geometry().name())
                    && layer.findProperty(name).isEmpty()) {
                List<String> names =
                        layer.properties().stream().map(Property::name).toList();
                throw new IllegalArgumentException(
                        "there is no property \"" + name + "\"; expected is " + NearestName.inWords(name, names));
            }
        }
        return layer.properties().stream()
                .filter(property -> wanted.contains(property.name()))
                .toList();
    }

    /** Whether only the number of features is wanted. */
    static boolean parseResultType(String text) {
        return switch (text) {
            case "hits" -> true;
            case "results" -> false;
            default -> throw new IllegalArgumentException("expected is hits or results");
        };
    }
}
