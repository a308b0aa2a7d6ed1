package org.truceline.ogcapi;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureQuery.Output;
import org.truceline.features.FeatureQuery.Page;
import org.truceline.features.FeatureQuery.Selection;
import org.truceline.features.FeatureQuery.Tie;
import org.truceline.features.Grouping;
import org.truceline.features.NearestName;
import org.truceline.features.TimeStep;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

/** The parameters of {@code /collections/{id}/counts}: those of items that say which features, and what they are counted by. */
final class CountParameters {
    /** Names of properties, between commas. */
    static final String BY = "by";

    /** A step of time. */
    static final String STEP = "step";

    /** Names of properties that can be added up, between commas. */
    static final String SUM = "sum";

    /** What items are asked by, as far as it says which ones. */
    static final List<String> OF_SELECTION = List.of(
            ItemsParameters.BBOX,
            ItemsParameters.BBOX_CRS,
            ItemsParameters.DATETIME,
            ItemsParameters.AS_OF,
            FilterParameter.FILTER,
            FilterParameter.LANGUAGE,
            FilterParameter.CRS);

    private static final Pattern COMMA = Pattern.compile(",");

    /** Numbers and moments that are equal by chance make no groups. */
    private static final Set<PropertyType> TYPES = Set.of(
            PropertyType.STRING, PropertyType.UUID, PropertyType.INTEGER, PropertyType.BOOLEAN, PropertyType.DATE);

    private CountParameters() {}

    /** The names that a request may use. */
    static Set<String> known(Layer layer) {
        Set<String> names = new LinkedHashSet<>(List.of(BY, STEP, SUM));
        names.addAll(OF_SELECTION);
        names.add(FormatParameter.NAME);
        ItemsParameters.listQueryables(layer).forEach(property -> names.add(property.name()));
        return names;
    }

    /**
     * Reads the question.
     *
     * @throws RequestFailure.InvalidParameter if a parameter can't be understood
     */
    static FeatureQuery parse(Layer layer, QueryParameters parameters, CrsParameters crsParameters) {
        parameters.find(FormatParameter.NAME, FormatParameter::requireJson);
        List<Property> by =
                parameters.find(BY, names -> parseProperties(layer, names)).orElse(List.of());
        Optional<TimeStep> step = parameters.find(STEP, duration -> parseStep(layer, duration));
        List<Property> sums =
                parameters.find(SUM, names -> parseSums(layer, names)).orElse(List.of());
        QueryParameters which = parameters.without(BY).without(STEP).without(SUM);
        Selection selection = ItemsParameters.parseSelection(layer, which, crsParameters);
        return new FeatureQuery(
                layer, selection, Page.all(List.of(), Tie.ID), Output.counted(new Grouping(by, step, sums)));
    }

    /**
     * The properties to count by.
     *
     * @throws IllegalArgumentException if the layer has no such property, or one that features can't be counted by
     */
    static List<Property> parseProperties(Layer layer, String text) {
        List<Property> possible = Stream.concat(Stream.of(layer.idColumn()), layer.properties().stream())
                .filter(property -> TYPES.contains(property.type()))
                .toList();
        return parse(text, possible, "features can't be counted by");
    }

    private static List<Property> parseSums(Layer layer, String text) {
        if (layer.sums().isEmpty()) {
            throw new IllegalArgumentException("nothing in " + layer.id() + " can be added up");
        }
        return parse(text, layer.sums(), "there is no sum of");
    }

    private static List<Property> parse(String text, List<Property> possible, String otherwise) {
        List<String> names = Arrays.asList(COMMA.split(text, -1));
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("expected is each property once");
        }
        return names.stream()
                .map(name -> possible.stream()
                        .filter(property -> property.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(otherwise + " \"" + name + "\"; expected is "
                                + NearestName.inWords(
                                        name,
                                        possible.stream().map(Property::name).toList()))))
                .toList();
    }

    private static TimeStep parseStep(Layer layer, String duration) {
        if (layer.time().isEmpty()) {
            throw new IllegalArgumentException("the features of " + layer.id() + " have no time to be counted by");
        }
        return TimeStep.parse(duration);
    }
}
