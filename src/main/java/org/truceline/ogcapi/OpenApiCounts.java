package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.arrayOf;
import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.queryParameter;
import static org.truceline.ogcapi.OpenApiSchemas.record;
import static org.truceline.ogcapi.OpenApiSchemas.schemaReference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.truceline.features.Gathering;
import org.truceline.layers.Layer;

/** The part of the API's description that tells how features are counted. */
final class OpenApiCounts {
    private OpenApiCounts() {}

    static void addParameters(Map<String, Object> parameters) {
        Map<String, Object> names = object("type", "array", "items", object("type", "string"));
        Map<String, Object> duration = object("type", "string", "format", "duration", "example", "P7D");
        Map<String, Object> number = object("type", "integer", "minimum", 1, "maximum", Gathering.MOST_PER_SIDE);
        parameters.put(
                CountParameters.BY,
                queryParameter(CountParameters.BY, "Properties by whose values features are counted", names));
        parameters.put(
                CountParameters.STEP,
                queryParameter(
                        CountParameters.STEP,
                        "Features are counted by the step of time in which they begin: a number of days, weeks, months or"
                                + " years",
                        duration));
        parameters.put(
                CountParameters.SUM,
                queryParameter(CountParameters.SUM, "Properties of which each group has the sum", names));
        parameters.put(
                GatheringParameters.CELLS,
                queryParameter(
                        GatheringParameters.CELLS,
                        "Points are counted in squares, of which the tile has so many along each edge",
                        number));
    }

    static Map<String, Object> operation(Layer layer) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(parameterReference(CountParameters.BY));
        parameters.add(parameterReference(CountParameters.STEP));
        parameters.add(parameterReference(CountParameters.SUM));
        CountParameters.OF_SELECTION.forEach(name -> parameters.add(parameterReference(name)));
        ItemsParameters.listQueryables(layer).stream()
                .filter(property -> !List.of(CountParameters.BY, CountParameters.STEP, CountParameters.SUM)
                        .contains(property.name()))
                .forEach(property -> parameters.add(OpenApiDocument.toParameter(property)));
        parameters.add(queryParameter(
                FormatParameter.NAME,
                "The answer's format",
                object("type", "string", "enum", List.of(FormatParameter.JSON))));
        String summary = layer.title() + ": how many features there are, in groups";
        Map<String, Object> content = object(MediaTypes.JSON, object("schema", document()));
        Map<String, Object> response = object("description", summary, "content", content);
        return OpenApiDocument.get("Data", "count:" + layer.id(), summary, parameters, response);
    }

    /** What {@link org.truceline.formats.CountsDocument} writes. */
    private static Map<String, Object> document() {
        Map<String, Object> whole = object("type", "integer", "minimum", 0);
        Map<String, Object> day = object("type", "string", "format", "date", "nullable", true);
        Map<String, Object> moment = object("type", "string", "format", "date-time", "nullable", true);
        Map<String, Object> moments =
                object("type", "array", "items", moment, "minItems", 2, "maxItems", 2, "nullable", true);
        Map<String, Object> sum =
                record(List.of("sum", "unknown"), "sum", object("type", "number", "nullable", true), "unknown", whole);
        Map<String, Object> group = record(
                List.of("by", "count"),
                "by",
                object("type", "object"),
                "time",
                day,
                "interval",
                moments,
                "undated",
                whole,
                "count",
                whole,
                "sums",
                object("type", "object", "additionalProperties", sum));
        return record(List.of("counts", "links"), "counts", arrayOf(group), "links", arrayOf(schemaReference("Link")));
    }
}
