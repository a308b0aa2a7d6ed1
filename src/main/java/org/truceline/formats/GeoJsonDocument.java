package org.truceline.formats;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.layers.Layer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Answers in GeoJSON: documents that hold one feature or a page of features. */
public final class GeoJsonDocument {
    /** Numbers in the fewest digits that name them; a document cut off by a failure is not closed as if complete. */
    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build()
            .writer();

    private GeoJsonDocument() {}

    /** A page, as {@code FeatureCollection} with the members that OGC API – Features Part 1 §7.15 adds. */
    public static FeatureSink collection(Layer layer, AxisOrder order, PageLinks links, OutputStream out) {
        return new GeoJsonCollection(layer, order, links, JSON.createGenerator(out));
    }

    /** The first feature that comes; nothing is written where none does. */
    public static SingleFeature feature(Layer layer, AxisOrder order, List<Link> links, OutputStream out) {
        return new SingleFeature(layer, order, links, out);
    }

    /** Takes a single feature. */
    public static final class SingleFeature implements FeatureSink {
        private final Layer layer;
        private final AxisOrder order;
        private final List<Link> links;
        private final OutputStream out;
        private boolean isFound;

        private SingleFeature(Layer layer, AxisOrder order, List<Link> links, OutputStream out) {
            this.layer = layer;
            this.order = order;
            this.links = links;
            this.out = out;
        }

        public boolean isFound() {
            return isFound;
        }

        @Override
        public void begin(long numberMatched) {}

        @Override
        public void feature(FeatureRow row) {
            JsonGenerator json = JSON.createGenerator(out);
            new GeoJsonFeature(layer, order, json).write(row, links);
            json.flush();
            isFound = true;
        }

        @Override
        public void end(Optional<String> lastId) {}
    }
}
