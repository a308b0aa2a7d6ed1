package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.ogcapi.HtmlPage.Crumb;

/**
 * The form by which people ask a collection for features. It is filled in with what was asked, also on the page that
 * says what was wrong with it.
 *
 * @param trail the pages above the one that the form stands on
 * @param action where it leads: a path, so that it stays on the server that the page comes from
 * @param kept what else was asked, and stays as it is
 * @param queryables where the names stand that a filter may use
 */
record QuestionForm(List<Crumb> trail, String action, List<Field> fields, List<Field> kept, String queryables) {
    static final Set<String> FIELDS =
            Set.of(ItemsParameters.BBOX, ItemsParameters.DATETIME, FilterParameter.FILTER, ItemsParameters.LIMIT);

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /**
     * What can be said of the features wanted.
     *
     * @param example what the field may hold; empty for one that is not shown
     */
    record Field(String name, String label, String example, String value) {}

    static QuestionForm of(ItemsQuestion question) {
        Layer layer = question.layer();
        Map<String, String> given = question.parameters().values();
        List<Field> kept = given.entrySet().stream()
                .filter(parameter -> !FIELDS.contains(parameter.getKey())
                        && !parameter.getKey().equals(ItemsParameters.AFTER))
                .map(parameter -> new Field(parameter.getKey(), "", "", parameter.getValue()))
                .toList();
        return new QuestionForm(
                Crumb.collection(layer, question.resources()),
                question.resources().paths().items(layer.id()),
                fields(layer, given),
                kept,
                question.resources().schema(layer.id(), SchemasController.QUERYABLES));
    }

    private static List<Field> fields(Layer layer, Map<String, String> given) {
        Field box = field(
                ItemsParameters.BBOX,
                "Where: a box of west, south, east, north in degrees",
                "70.4,39.8,70.7,40.1",
                given);
        Field time = field(
                ItemsParameters.DATETIME,
                "When: a day or an instant in UTC, or a span",
                "2021-04-28/2021-05-01",
                given);
        Field filter = field(FilterParameter.FILTER, "Filter, in CQL2", exampleFilter(layer), given);
        Field limit = field(ItemsParameters.LIMIT, "Rows on a page", "25", given);
        return layer.time().isPresent() ? List.of(box, time, filter, limit) : List.of(box, filter, limit);
    }

    private static Field field(String name, String label, String example, Map<String, String> given) {
        return new Field(name, label, example, given.getOrDefault(name, ""));
    }

    /** One that can be asked of this layer. */
    private static String exampleFilter(Layer layer) {
        Optional<String> ofValue = layer.properties().stream()
                .filter(property ->
                        property.type().isComparable() && !property.values().isEmpty())
                .findFirst()
                .map(property ->
                        name(property) + " = '" + property.values().get(0).replace("'", "''") + "'");
        return ofValue.orElseGet(() -> Stream.concat(layer.properties().stream(), Stream.of(layer.idColumn()))
                        .filter(property -> property.type().isComparable())
                        .findFirst()
                        .map(QuestionForm::name)
                        .orElseThrow()
                + " IS NOT NULL");
    }

    private static String name(Property property) {
        String name = property.name();
        return PLAIN_NAME.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Lets the page that tells of a fault in this request offer the form again. */
    void offerTo(HttpServletRequest request) {
        request.setAttribute(QuestionForm.class.getName(), this);
    }

    /** The form that belongs to the request, if it asked for a page that has one. */
    static Optional<QuestionForm> find(HttpServletRequest request) {
        return request.getAttribute(QuestionForm.class.getName()) instanceof QuestionForm form
                ? Optional.of(form)
                : Optional.empty();
    }
}
