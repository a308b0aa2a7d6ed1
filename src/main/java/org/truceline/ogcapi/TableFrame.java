package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.truceline.features.FeatureQuery;
import org.truceline.formats.Format;
import org.truceline.formats.HtmlFrame;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;

/**
 * What stands around the table of a page of features. The template is run twice, for what comes before the rows and for
 * what comes after them: how many rows there are, and whether others follow, is known only when they have been written.
 */
final class TableFrame implements HtmlFrame {
    private static final String TEMPLATE = "items";
    /** Parameters that don't say which features are asked for. */
    private static final Set<String> NO_FILTERS = Set.of(
            FormatParameter.NAME,
            ItemsParameters.LIMIT,
            ItemsParameters.AFTER,
            ItemsParameters.CRS,
            ItemsParameters.SORT_BY,
            ItemsParameters.PROPERTIES);

    private final Layer layer;
    private final List<Property> properties;
    private final Resources resources;
    private final QueryParameters parameters;
    private final Function<HtmlPage, String> rendering;

    TableFrame(
            FeatureQuery query, Resources resources, QueryParameters parameters, Function<HtmlPage, String> rendering) {
        this.layer = query.layer();
        this.properties = query.output().properties();
        this.resources = resources;
        this.parameters = parameters;
        this.rendering = rendering;
    }

    @Override
    public String head(long numberMatched) {
        return SplitPage.of(render(content(numberMatched, 0, Optional.empty()))).head();
    }

    @Override
    public String tail(long numberReturned, Optional<String> last) {
        return SplitPage.of(render(content(0, numberReturned, last))).tail();
    }

    private Map<String, Object> content(long numberMatched, long numberReturned, Optional<String> last) {
        return Map.of(
                "matched", String.format(Locale.ENGLISH, "%,d", numberMatched),
                "isOne", numberMatched == 1,
                "filters", filters(),
                "unfiltered", resources.items(layer.id()),
                "columns", columns(),
                "returned", String.format(Locale.ENGLISH, "%,d", numberReturned),
                "first", parameters.values().containsKey(ItemsParameters.AFTER) ? without(ItemsParameters.AFTER) : "",
                "next",
                        last.map(place -> href(parameters.with(ItemsParameters.AFTER, place)))
                                .orElse(""));
    }

    private String render(Map<String, Object> content) {
        return rendering.apply(new HtmlPage(
                TEMPLATE,
                layer.title() + ": features",
                Crumb.collection(layer, resources),
                new ItemsLinks(layer, resources, parameters, Format.HTML, ItemsLinks.LONGEST_ASKED_BY_ADDRESS)
                        .alternates(),
                content));
    }

    /** A condition of the question, and where the answer without it is. */
    record Filter(String name, String value, String without) {}

    private List<Filter> filters() {
        return parameters.values().entrySet().stream()
                .filter(parameter -> !NO_FILTERS.contains(parameter.getKey()))
                .map(parameter -> new Filter(parameter.getKey(), parameter.getValue(), without(parameter.getKey())))
                .toList();
    }

    private List<String> columns() {
        List<String> titles = new ArrayList<>();
        titles.add(layer.idColumn().title());
        properties.stream().map(Property::title).forEach(titles::add);
        titles.add("Place (longitude, latitude)");
        return titles;
    }

    /** Without a condition the pages are others: it begins with the first. */
    private String without(String name) {
        Map<String, String> remaining = new LinkedHashMap<>(parameters.values());
        remaining.remove(name);
        remaining.remove(ItemsParameters.AFTER);
        return href(new QueryParameters(remaining));
    }

    private String href(QueryParameters query) {
        return query.appendedTo(resources.items(layer.id()));
    }
}
