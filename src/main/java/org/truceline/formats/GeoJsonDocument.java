package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;

/** Answers in GeoJSON: documents that hold one feature or a page of features. */
public final class GeoJsonDocument {
    private GeoJsonDocument() {}

    /** A page, as {@code FeatureCollection} with the members that OGC API – Features Part 1 §7.15 adds. */
    public static FeatureSink collection(FeatureQuery query, AxisOrder order, PageLinks links, OutputStream out) {
        return new GeoJsonCollection(query, order, links, out);
    }

    /** The first feature that comes; nothing is written where none does. */
    public static SingleFeature feature(FeatureQuery query, AxisOrder order, List<Link> links, OutputStream out) {
        return new SingleFeature(query, order, links, out);
    }

    /** Takes a single feature. */
    public static final class SingleFeature implements FeatureSink {
        private final FeatureQuery query;
        private final AxisOrder order;
        private final List<Link> links;
        private final OutputStream out;
        private boolean isFound;

        private SingleFeature(FeatureQuery query, AxisOrder order, List<Link> links, OutputStream out) {
            this.query = query;
            this.order = order;
            this.links = links;
            this.out = out;
        }

        public boolean isFound() {
            return isFound;
        }

        @Override
        public void begin(PageFacts facts) {}

        @Override
        public void feature(FeatureRow row) throws IOException {
            ByteOutput json = new ByteOutput(out);
            new GeoJsonFeature(query, order, json).write(row, links);
            json.flush();
            isFound = true;
        }

        @Override
        public void end(Optional<String> last) {}
    }
}
