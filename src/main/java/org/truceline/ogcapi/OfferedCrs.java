package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.truceline.crs.Crs;
import org.truceline.crs.CrsRegistry;
import org.truceline.features.LayerExtent;
import org.truceline.features.LayerExtents;
import org.truceline.layers.Layer;

/**
 * The coordinate reference systems in which a layer is offered (OGC API – Features Part 2, §6.2): CRS84 first, then
 * latitude and longitude, Web Mercator and the layer's UTM zones, where the layer lies within their domains, and the one
 * it is stored in.
 */
@Component
class OfferedCrs {
    private static final int WGS84 = 4326;
    private static final int WEB_MERCATOR = 3857;
    private static final int UTM_NORTH = 32600;
    private static final int UTM_SOUTH = 32700;
    private static final int MOST_UTM_ZONES = 6;
    private static final double DEGREES_OF_A_ZONE = 6;
    private static final int ZONES = 60;

    /** A zone may be used a little beyond its edges; a layer that leaves it by less needs no other one. */
    private static final double DEGREES_BEYOND_A_ZONE = 0.5;

    private final CrsRegistry registry;
    private final LayerExtents extents;

    OfferedCrs(CrsRegistry registry, LayerExtents extents) {
        this.registry = registry;
        this.extents = extents;
    }

    List<Crs> list(Layer layer) {
        Optional<Envelope> extent = extents.findExtent(layer)
                .flatMap(LayerExtent::box)
                .map(box -> new Envelope(box.west(), box.east(), box.south(), box.north()));
        List<Crs> offered = new ArrayList<>(List.of(Crs.CRS84));
        registry.findByCode(WGS84).ifPresent(offered::add);
        registry.findByCode(WEB_MERCATOR)
                .filter(mercator -> extent.stream().allMatch(mercator.domain()::covers))
                .ifPresent(offered::add);
        extent.stream()
                .flatMap(OfferedCrs::utmZones)
                .flatMap(code -> registry.findByCode(code).stream())
                .forEach(offered::add);
        Crs storage = storage(layer);
        if (!offered.contains(storage)) {
            offered.add(storage);
        }
        return offered;
    }

    /** How a request for the layer's features is to name them. */
    CrsParameters parameters(Layer layer) {
        return new CrsParameters(registry, list(layer));
    }

    /** The one that the layer is stored in; PostGIS keeps longitude first even in EPSG:4326, which makes that CRS84. */
    Crs storage(Layer layer) {
        return layer.geometry().isCrs84() || layer.geometry().isSridUndeclared()
                ? Crs.CRS84
                : registry.findByCode(layer.geometry().srid()).orElse(Crs.CRS84);
    }

    private static Stream<Integer> utmZones(Envelope extent) {
        double margin = Math.min(DEGREES_BEYOND_A_ZONE, extent.getWidth() / 2);
        int first = zone(extent.getMinX() + margin);
        int last = zone(extent.getMaxX() - margin);
        List<Integer> codes = IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(zone -> Stream.concat(
                        extent.getMaxY() >= 0 ? Stream.of(UTM_NORTH + zone) : Stream.empty(),
                        extent.getMinY() < 0 ? Stream.of(UTM_SOUTH + zone) : Stream.empty()))
                .toList();
        return codes.size() <= MOST_UTM_ZONES ? codes.stream() : Stream.empty();
    }

    private static int zone(double longitude) {
        int zone = (int) Math.floor((longitude + 180) / DEGREES_OF_A_ZONE) + 1;
        return Math.max(1, Math.min(ZONES, zone));
    }
}
