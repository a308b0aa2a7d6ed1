package org.truceline.styles;

import static org.truceline.styles.MapLibreFilter.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A style in the MapLibre style specification, version 8: what MapLibre, Mapbox's libraries, OpenLayers and QGIS read. */
public final class MapLibreStyle {
    private MapLibreStyle() {}

    /**
     * Where a style's parts are.
     *
     * @param resources the address that the signs' begin with
     * @param glyphs the address of the letters, with what it is for each font and range
     * @param layers from the ground up
     */
    public record Address(String resources, String glyphs, List<Source> layers) {
        public Address {
            layers = List.copyOf(layers);
        }
    }

    /** A layer, and the address of its TileJSON. */
    public record Source(LayerStyle style, String tileJson) {}

    public static Map<String, Object> of(String name, Address address, Scheme scheme, Palette palette) {
        Map<String, Object> sources = new LinkedHashMap<>();
        List<Object> layers = new ArrayList<>();
        layers.add(object(
                "id", "ground",
                "type", "background",
                "paint", object("background-color", palette.get("ground").in(scheme))));
        for (Source layer : address.layers()) {
            sources.put(layer.style().layerId(), object("type", "vector", "url", layer.tileJson()));
            layers.addAll(MapLibreLayers.of(layer.style(), scheme, palette));
        }
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("version", 8);
        style.put("name", name);
        style.put("metadata", object("truceline:palette", colours(palette, scheme)));
        style.put("sources", sources);
        style.put("glyphs", address.glyphs());
        style.put("sprite", address.resources() + "/" + Sprite.name(scheme));
        style.put("layers", layers);
        return style;
    }

    /** For what a map of ours draws beside the layers, such as bars of a chart. */
    private static Map<String, Object> colours(Palette palette, Scheme scheme) {
        Map<String, Object> colours = new LinkedHashMap<>();
        palette.list().forEach(colour -> colours.put(colour.name(), colour.in(scheme)));
        return colours;
    }
}
