package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.queryParameter;
import static org.truceline.ogcapi.OpenApiSchemas.schemaReference;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The styles' part of the API's description (OGC API – Styles, draft 20-009). */
final class OpenApiStyles {
    private static final String STYLE = "styleId";
    private static final String RESOURCE = "resourceId";
    private static final String FONT_STACK = "fontStack";
    private static final String RANGE = "range";
    private static final String STYLE_FORMAT = "styleFormat";
    private static final String LEGEND_FORMAT = "legendFormat";

    private OpenApiStyles() {}

    static void addPaths(Map<String, Object> paths) {
        paths.put("/styles", json("getStyles", "All styles", List.of()));
        paths.put(
                "/collections/{collectionId}/styles",
                json(
                        ".collection.getStyles",
                        "Styles of a collection",
                        List.of(parameterReference(OpenApiTiles.COLLECTION))));
        paths.put(
                "/styles/{styleId}",
                operation(
                        "getStyle",
                        "A style",
                        List.of(parameterReference(STYLE), parameterReference(STYLE_FORMAT)),
                        style()));
        paths.put(
                "/styles/{styleId}/metadata",
                json("getStyleMetadata", "What a style is", List.of(parameterReference(STYLE))));
        paths.put(
                "/styles/{styleId}/legend",
                operation(
                        "getLegend",
                        "What a style's signs mean",
                        List.of(parameterReference(STYLE), parameterReference(LEGEND_FORMAT)),
                        legend()));
        paths.put("/resources", json("getResources", "What styles refer to", List.of()));
        paths.put(
                "/resources/{resourceId}",
                operation("getResource", "A resource", List.of(parameterReference(RESOURCE)), resource()));
        paths.put(
                "/resources/fonts/{fontStack}/{range}.pbf",
                operation(
                        "getGlyphs",
                        "Letters of a font, as web maps draw them",
                        List.of(parameterReference(FONT_STACK), parameterReference(RANGE)),
                        glyphs()));
    }

    private static Map<String, Object> style() {
        Map<String, Object> content = object();
        StyleFormat.list().forEach(format -> content.put(format.mediaType(), object("schema", schemaReference("Any"))));
        content.put(MediaTypes.HTML, object("schema", object("type", "string")));
        return object("description", "The style", "content", content);
    }

    private static Map<String, Object> legend() {
        Map<String, Object> content = object();
        LegendFormat.list().forEach(format -> content.put(format.mediaType(), binary()));
        return object("description", "The legend, as an image", "content", content);
    }

    private static Map<String, Object> glyphs() {
        return object("description", "Letters of 256 characters", "content", object(MediaTypes.GLYPHS, binary()));
    }

    private static Map<String, Object> binary() {
        return object("schema", object("type", "string", "format", "binary"));
    }

    private static Map<String, Object> resource() {
        return object("description", "The resource", "content", object("*/*", binary()));
    }

    private static Map<String, Object> json(String operationId, String summary, List<Object> parameters) {
        Map<String, Object> content = object(MediaTypes.JSON, object("schema", schemaReference("Any")));
        return operation(operationId, summary, parameters, object("description", summary, "content", content));
    }

    private static Map<String, Object> operation(
            String operationId, String summary, List<Object> parameters, Map<String, Object> understood) {
        return object(
                "get",
                object(
                        "tags", List.of("Styles"),
                        "summary", summary,
                        "operationId", operationId,
                        "parameters", parameters,
                        "responses", OpenApiSchemas.responses(understood)));
    }

    static void addParameters(Map<String, Object> parameters) {
        Map<String, Object> text = object("type", "string");
        parameters.put(STYLE, OpenApiDocument.pathParameter(STYLE, "The style's id, as /styles lists it", text));
        parameters.put(
                RESOURCE, OpenApiDocument.pathParameter(RESOURCE, "The resource's id, as /resources lists it", text));
        parameters.put(
                FONT_STACK,
                OpenApiDocument.pathParameter(
                        FONT_STACK, "Fonts with commas between; the first one that there is counts", text));
        parameters.put(
                RANGE,
                OpenApiDocument.pathParameter(RANGE, "The characters, as 0-255: 256 from a multiple of 256 on", text));
        parameters.put(
                STYLE_FORMAT,
                queryParameter(
                        FormatParameter.NAME,
                        "What the style is written in",
                        formats(StyleFormat.list(), FormatParameter.HTML)));
        parameters.put(
                LEGEND_FORMAT,
                queryParameter(FormatParameter.NAME, "What the legend is drawn in", formats(LegendFormat.list())));
    }

    private static Map<String, Object> formats(List<? extends OfferedForm> forms, String... further) {
        return object(
                "type",
                "string",
                "enum",
                Stream.concat(forms.stream().map(OfferedForm::parameter), Stream.of(further))
                        .toList());
    }
}
