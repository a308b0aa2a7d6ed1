package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.queryParameter;

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
        String summary = layer.title() + ": how many features there are, in groups";
        return OpenApiDocument.get("Data", "count:" + layer.id(), summary, parameters, MediaTypes.JSON, "Any");
    }
}
