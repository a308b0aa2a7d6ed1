package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.truceline.crs.Crs;
import org.truceline.features.LayerExtent;
import org.truceline.features.LayerExtents;
import org.truceline.features.TimeInterval;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.CollectionDocument.Extent;
import org.truceline.ogcapi.CollectionDocument.Spatial;
import org.truceline.ogcapi.CollectionDocument.Temporal;

/** Describes layers as collections (OGC API – Features Part 1, §7.13 and §7.14). */
@Component
class CollectionDescriber {
    private static final String OGC_RELATION = "http://www.opengis.net/def/rel/ogc/1.0/";
    private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

    private final LayerExtents extents;
    private final OfferedCrs offeredCrs;

    CollectionDescriber(LayerExtents extents, OfferedCrs offeredCrs) {
        this.extents = extents;
        this.offeredCrs = offeredCrs;
    }

    CollectionDocument describe(Layer layer, Resources resources) {
        Optional<LayerExtent> extent = extents.findExtent(layer);
        return new CollectionDocument(
                layer.id(),
                layer.title(),
                nonEmpty(Stream.concat(Stream.of(layer.text().description()), layer.notes().stream())),
                nonEmpty(layer.text().attributions().stream()),
                extent.flatMap(CollectionDescriber::toExtent),
                itemType(layer, extent),
                offeredCrs.list(layer).stream().map(Crs::uri).toList(),
                offeredCrs.storage(layer).uri(),
                links(layer, resources));
    }

    /** Where nothing has a place, or nothing yet, there are records to read and no features to put on a map. */
    private static String itemType(Layer layer, Optional<LayerExtent> extent) {
        boolean hasNoPlaces = extent.isPresent() && extent.get().box().isEmpty();
        return layer.text().isOfRecords() || hasNoPlaces ? "record" : "feature";
    }

    private static Optional<String> nonEmpty(Stream<String> lines) {
        return Optional.of(lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Extent> toExtent(LayerExtent extent) {
        Optional<Spatial> spatial = extent.box()
                .map(box -> new Spatial(
                        List.of(List.of(box.west(), box.south(), box.east(), box.north())), Crs.CRS84.uri()));
        Optional<Temporal> temporal = extent.time().map(time -> new Temporal(List.of(ends(time)), GREGORIAN));
        return spatial.isEmpty() && temporal.isEmpty() ? Optional.empty() : Optional.of(new Extent(spatial, temporal));
    }

    private static List<@Nullable String> ends(TimeInterval time) {
        return Arrays.asList(
                time.start().map(Object::toString).orElse(null),
                time.end().map(Object::toString).orElse(null));
    }

    private static List<Link> links(Layer layer, Resources resources) {
        String title = layer.title();
        List<Link> links = new ArrayList<>();
        links.add(new Link(resources.collection(layer.id()), "self", MediaTypes.JSON, title));
        links.add(Link.html(FormatParameter.html(resources.collection(layer.id()))));
        links.add(new Link(resources.items(layer.id()), "items", MediaTypes.GEO_JSON, title + ": features"));
        String itemsPage = FormatParameter.html(resources.items(layer.id()));
        links.add(new Link(itemsPage, "items", MediaTypes.HTML, title + ": features as a table"));
        links.add(TilesetsController.link(resources.tiles(layer.id()), title + ": vector tiles"));
        links.add(StylesController.link(resources.styles(layer.id()), title + ": styles"));
        links.add(SearchController.link(resources.search(layer.id()), title + ": features"));
        Download.list(layer, resources).forEach(download -> links.add(download.toLink(layer)));
        links.add(new Link(
                resources.counts(layer.id()), "related", MediaTypes.JSON, title + ": how many there are, in groups"));
        links.add(DeltaController.link(resources.changes(layer.id()), title + ": changes since a place, for mirrors"));
        addSchema(links, layer, resources, SchemasController.SCHEMA, "properties");
        addSchema(links, layer, resources, SchemasController.QUERYABLES, "what filters can name");
        addSchema(links, layer, resources, SchemasController.SORTABLES, "what sorting can name");
        // GDAL's name for the first of them.
        links.add(new Link(
                resources.schema(layer.id(), SchemasController.SCHEMA),
                "describedby",
                MediaTypes.SCHEMA,
                title + ": properties"));
        links.add(new Link(resources.landingPage(), "root", MediaTypes.JSON, "Landing page"));
        layer.text()
                .licences()
                .forEach(licence -> links.add(new Link(licence.url(), "license", MediaTypes.HTML, licence.title())));
        return links;
    }

    private static void addSchema(List<Link> links, Layer layer, Resources resources, String kind, String what) {
        String href = resources.schema(layer.id(), kind);
        links.add(new Link(href, OGC_RELATION + kind, MediaTypes.SCHEMA, layer.title() + ": " + what));
    }
}
