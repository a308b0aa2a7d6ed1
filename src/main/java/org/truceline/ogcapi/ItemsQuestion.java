package org.truceline.ogcapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;

/** What somebody asks a collection for by a page of its features, and the addresses of the questions next to it. */
record ItemsQuestion(Layer layer, QueryParameters parameters, Resources resources) {
    /** As many rows as one likes to look through. */
    private static final String DEFAULT_LIMIT = "25";

    /** Parameters that don't say which features are asked for. */
    private static final Set<String> NO_CONDITIONS = Set.of(
            FormatParameter.NAME,
            ItemsParameters.LIMIT,
            ItemsParameters.AFTER,
            ItemsParameters.CRS,
            SortParameter.NAME,
            ItemsParameters.PROPERTIES);

    /** A field of the form that is left empty asks nothing; a browser sends its name all the same. */
    static ItemsQuestion of(Layer layer, QueryParameters given, Resources resources) {
        QueryParameters asked = keep(given, name -> !isLeftEmpty(given, name));
        QueryParameters limited = asked.values().containsKey(ItemsParameters.LIMIT)
                ? asked
                : asked.with(ItemsParameters.LIMIT, DEFAULT_LIMIT);
        return new ItemsQuestion(layer, limited, resources);
    }

    /** A condition of the question, and where the answer without it is. */
    record Condition(String name, String value, String without) {}

    List<Condition> conditions() {
        return parameters.values().entrySet().stream()
                .filter(parameter -> !NO_CONDITIONS.contains(parameter.getKey()))
                .map(parameter -> new Condition(parameter.getKey(), parameter.getValue(), without(parameter.getKey())))
                .toList();
    }

    boolean isOfFirstPage() {
        return !parameters.values().containsKey(ItemsParameters.AFTER);
    }

    String firstPage() {
        return without(ItemsParameters.AFTER);
    }

    String nextPage(String position) {
        return href(parameters.with(ItemsParameters.AFTER, position));
    }

    /** The same features in another order: pages are others then, so it begins with the first. */
    String sortedBy(String order) {
        return href(
                keep(parameters, name -> !name.equals(ItemsParameters.AFTER)).with(SortParameter.NAME, order));
    }

    /** Without a parameter, from the first page on. */
    String without(String name) {
        return href(keep(parameters, other -> !other.equals(name) && !other.equals(ItemsParameters.AFTER)));
    }

    /** All features that meet the conditions, and not only those of the page. */
    List<Download> downloads() {
        return Download.list(layer, resources, keep(parameters, ItemsParameters.knownOfWhole(layer)::contains));
    }

    String geoJson() {
        return href(parameters.with(FormatParameter.NAME, "json"));
    }

    /** For the page's map, which knows longitude and latitude only: from the page's own server, whatever its name. */
    String mapFeatures() {
        return keep(parameters, name -> !name.equals(ItemsParameters.CRS))
                .with(FormatParameter.NAME, "json")
                .appendedTo(resources.paths().items(layer.id()));
    }

    private String href(QueryParameters query) {
        return query.appendedTo(resources.items(layer.id()));
    }

    private static boolean isLeftEmpty(QueryParameters given, String name) {
        return QuestionForm.FIELDS.contains(name)
                && given.values().getOrDefault(name, "").isBlank();
    }

    private static QueryParameters keep(QueryParameters parameters, Predicate<String> name) {
        Map<String, String> kept = new LinkedHashMap<>(parameters.values());
        kept.keySet().removeIf(name.negate());
        return new QueryParameters(kept);
    }
}
