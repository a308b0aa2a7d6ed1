package org.truceline.ogcapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.tiles.TileMatrixSet;

/** Tiles described as MapLibre, QGIS and others read it (TileJSON 3.0.0). */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TileJson(
        String tilejson,
        String name,
        String description,
        Optional<String> attribution,
        String scheme,
        List<String> tiles,
        int minzoom,
        int maxzoom,
        Optional<List<Double>> bounds,
        @JsonProperty("vector_layers") List<VectorLayer> vectorLayers) {
    private static final String VERSION = "3.0.0";

    /** A layer of the tiles; {@code fields} tells of each property its type, and from which zoom on it is there. */
    record VectorLayer(String id, String description, int minzoom, int maxzoom, Map<String, String> fields) {}

    static TileJson of(TiledResource resource, String description, Optional<Envelope> box) {
        return new TileJson(
                VERSION,
                resource.title(),
                description,
                TilesetDescriber.attribution(resource),
                "xyz",
                List.of(resource.tile(TileMatrixSet.WEB_MERCATOR_QUAD, "{z}/{y}/{x}")),
                0,
                TileMatrixSet.LAST_MATRIX,
                box.map(TileJson::bounds),
                resource.layers().stream().map(TileJson::layer).toList());
    }

    /** On the map, which ends before the poles. */
    private static List<Double> bounds(Envelope box) {
        double highest = TileMatrixSet.WEB_MERCATOR_QUAD.highestLatitude();
        return List.of(
                Math.max(box.getMinX(), -180),
                Math.max(box.getMinY(), -highest),
                Math.min(box.getMaxX(), 180),
                Math.min(box.getMaxY(), highest));
    }

    private static VectorLayer layer(Layer layer) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(layer.idColumn().name(), describe(layer.idColumn()));
        layer.properties().forEach(property -> fields.put(property.name(), describe(property)));
        return new VectorLayer(layer.id(), layer.title(), 0, TileMatrixSet.LAST_MATRIX, fields);
    }

    private static String describe(Property property) {
        String type =
                switch (property.type()) {
                    case INTEGER, NUMBER -> "Number";
                    case BOOLEAN -> "Boolean";
                    default -> "String";
                };
        int first = TileParameters.firstMatrix(property);
        return first == 0 ? type : type + ", from zoom " + first + " on";
    }
}
