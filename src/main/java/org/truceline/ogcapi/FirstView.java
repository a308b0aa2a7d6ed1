package org.truceline.ogcapi;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.truceline.features.LayerExtent;
import org.truceline.features.LayerExtents;
import org.truceline.features.TimeInterval;
import org.truceline.layers.LayerCatalogue;
import org.truceline.qgis.QgisProject.Time;
import org.truceline.qgis.QgisProject.View;

/** Where a map of all layers begins: where and when the incidents are that people come for. */
@Component
class FirstView {
    private static final String MAIN_LAYER = "incidents";
    private static final Envelope WORLD = new Envelope(-180, 180, -85, 85);

    private final LayerCatalogue catalogue;
    private final LayerExtents extents;

    FirstView(LayerCatalogue catalogue, LayerExtents extents) {
        this.catalogue = catalogue;
        this.extents = extents;
    }

    /** The whole world, and no time, where it isn't known. */
    View find() {
        Optional<LayerExtent> extent = catalogue.findLayer(MAIN_LAYER).flatMap(extents::findExtent);
        Envelope box = extent.flatMap(LayerExtent::box)
                .map(found -> new Envelope(found.west(), found.east(), found.south(), found.north()))
                .orElse(WORLD);
        Optional<Time> time = extent.flatMap(LayerExtent::time).flatMap(FirstView::bounded);
        return new View(box, time);
    }

    private static Optional<Time> bounded(TimeInterval interval) {
        return interval.start().flatMap(start -> interval.end().map(end -> new Time(start, end)));
    }
}
