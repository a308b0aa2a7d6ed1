package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.truceline.crs.Crs;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.TilesetDocument.BoundingBox;
import org.truceline.ogcapi.TilesetDocument.LayerOfTiles;
import org.truceline.ogcapi.TilesetDocument.Limits;
import org.truceline.tiles.TileMatrixSet;

/** Describes tiles: what they show, where they are, and what they can't show. */
@Component
class TilesetDescriber {
    private static final String TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    private static final String VECTOR = "vector";
    private static final String GEODATA = "http://www.opengis.net/def/rel/ogc/1.0/geodata";

    private static final String CLUSTERS =
            "Where a tile would hold more than 2,000 points of a collection, clusters stand for them: clustered is true,"
                    + " point_count says for how many exactly. Of more than 5,000 lines and areas the small ones are counted in"
                    + " cells in the same way.";

    private final TileLimits limits;
    private final OgcApiSettings settings;

    TilesetDescriber(TileLimits limits, OgcApiSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    TilesetDocument.Listing list(TiledResource resource) {
        Optional<Envelope> box = limits.findBox(resource.layers());
        return new TilesetDocument.Listing(
                Arrays.stream(TileMatrixSet.values())
                        .map(set -> document(resource, set, box, Optional.empty()))
                        .toList(),
                List.of(
                        new Link(resource.listing(), "self", MediaTypes.JSON, "This document"),
                        Link.html(resource.listing(FormatParameter.HTML))));
    }

    TilesetDocument describe(TiledResource resource, TileMatrixSet set) {
        List<LayerOfTiles> layers =
                resource.layers().stream().map(layer -> layer(layer, resource)).toList();
        return document(resource, set, limits.findBox(resource.layers()), Optional.of(layers));
    }

    TileJson tileJson(TiledResource resource) {
        return TileJson.of(
                resource, description(resource, TileMatrixSet.WEB_MERCATOR_QUAD), limits.findBox(resource.layers()));
    }

    private TilesetDocument document(
            TiledResource resource, TileMatrixSet set, Optional<Envelope> box, Optional<List<LayerOfTiles>> layers) {
        return new TilesetDocument(
                resource.title(),
                Optional.of(description(resource, set)),
                attribution(resource),
                VECTOR,
                TileMatrixSetDocument.crs(set),
                set.id(),
                TileMatrixSetDocument.uri(set),
                TileLimits.list(set, box).stream()
                        .map(range -> new Limits(
                                String.valueOf(range.matrix()),
                                range.firstRow(),
                                range.lastRow(),
                                range.firstColumn(),
                                range.lastColumn()))
                        .toList(),
                box.map(TilesetDescriber::boundingBox),
                layers,
                links(resource, set));
    }

    static Optional<String> attribution(TiledResource resource) {
        return Optional.of(resource.layers().stream()
                        .flatMap(layer -> layer.text().attributions().stream())
                        .distinct()
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }

    /** What the data is, and what of it no tile of the set shows. */
    private String description(TiledResource resource, TileMatrixSet set) {
        String what =
                resource.layers().size() == 1 ? resource.layers().get(0).text().description() : settings.description();
        String limit = set == TileMatrixSet.WEB_MERCATOR_QUAD
                ? "Features without geometry are in no tile, and what lies beyond 85.06° north or south is in none of this"
                        + " tile matrix set; WorldCRS84Quad reaches the poles."
                : "Features without geometry are in no tile.";
        return Stream.of(what, limit, CLUSTERS).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static BoundingBox boundingBox(Envelope box) {
        return new BoundingBox(
                List.of(box.getMinX(), box.getMinY()), List.of(box.getMaxX(), box.getMaxY()), Crs.CRS84.uri());
    }

    private static List<Link> links(TiledResource resource, TileMatrixSet set) {
        String title = resource.title() + ": tiles of " + set.id();
        List<Link> links = new ArrayList<>();
        links.add(new Link(resource.tileset(set), "self", MediaTypes.JSON, title));
        links.add(Link.html(resource.tileset(set, FormatParameter.HTML)));
        links.add(new Link(
                resource.tile(set, "{tileMatrix}/{tileRow}/{tileCol}"), "item", MediaTypes.VECTOR_TILE, title));
        links.add(new Link(resource.resources().tileMatrixSet(set.id()), TILING_SCHEME, MediaTypes.JSON, set.title()));
        if (set == TileMatrixSet.WEB_MERCATOR_QUAD) {
            links.add(new Link(resource.tileJson(), "alternate", MediaTypes.JSON, title + ", as TileJSON"));
        }
        for (Layer layer : resource.layers()) {
            links.add(new Link(resource.resources().collection(layer.id()), GEODATA, MediaTypes.JSON, layer.title()));
        }
        return links;
    }

    private static LayerOfTiles layer(Layer layer, TiledResource resource) {
        String schema = resource.resources().schema(layer.id(), SchemasController.SCHEMA);
        return new LayerOfTiles(
                layer.id(),
                layer.title(),
                Optional.of(layer.text().description()).filter(text -> !text.isEmpty()),
                VECTOR,
                dimension(layer),
                "0",
                String.valueOf(TileMatrixSet.LAST_MATRIX),
                new LayerSchema(layer, schema).returnables());
    }

    private static Optional<Integer> dimension(Layer layer) {
        return switch (layer.geometry().plainType()) {
            case "Point", "MultiPoint" -> Optional.of(0);
            case "LineString", "MultiLineString", "CircularString", "CompoundCurve", "MultiCurve" -> Optional.of(1);
            case "Polygon", "MultiPolygon", "CurvePolygon", "MultiSurface" -> Optional.of(2);
            default -> Optional.empty();
        };
    }
}
