package org.truceline.ogcapi;

import java.util.List;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.tiles.TileMatrixSet;

/**
 * What there are tiles of: a collection, or several.
 *
 * @param url of its tilesets
 * @param parameters that each of its addresses has
 */
record TiledResource(String title, List<Layer> layers, String url, QueryParameters parameters, Resources resources) {
    private static final QueryParameters NONE = new QueryParameters(java.util.Map.of());

    static TiledResource of(Layer layer, Resources resources) {
        return new TiledResource(layer.title(), List.of(layer), resources.tiles(layer.id()), NONE, resources);
    }

    /** Several collections, those that the parameters name. */
    static TiledResource of(List<Layer> layers, QueryParameters parameters, Resources resources) {
        QueryParameters kept = parameters.without(FormatParameter.NAME);
        return new TiledResource("All collections", layers, resources.tiles(), kept, resources);
    }

    /** The same with addresses from the server's root on, as {@link Resources#paths} has them. */
    TiledResource onPaths() {
        String path = url.substring(resources.base().length());
        Resources paths = resources.paths();
        return new TiledResource(title, layers, paths.base() + path, parameters, paths);
    }

    /** The pages above that of the tilesets. */
    List<Crumb> trail() {
        return url.equals(resources.tiles()) ? Crumb.home(resources) : Crumb.collection(layers.get(0), resources);
    }

    String listing() {
        return parameters.appendedTo(url);
    }

    /** The same in one of its formats, as {@code f} names it. */
    String listing(String format) {
        return parameters.with(FormatParameter.NAME, format).appendedTo(url);
    }

    String tileset(TileMatrixSet set) {
        return parameters.appendedTo(url + "/" + set.id());
    }

    /** The same in one of its formats, as {@code f} names it. */
    String tileset(TileMatrixSet set, String format) {
        return parameters.with(FormatParameter.NAME, format).appendedTo(url + "/" + set.id());
    }

    String tileJson() {
        return tileset(TileMatrixSet.WEB_MERCATOR_QUAD, TilesetsController.TILE_JSON);
    }

    /**
     * The address of any tile.
     *
     * @param variables what stands for matrix, row and column, with slashes between
     */
    String tile(TileMatrixSet set, String variables) {
        return parameters
                .with(FormatParameter.NAME, TileParameters.FORMAT)
                .appendedTo(url + "/" + set.id() + "/" + variables);
    }
}
