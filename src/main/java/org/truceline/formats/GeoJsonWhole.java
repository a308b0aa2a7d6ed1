package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;

/** Writes all features of a question as one {@code FeatureCollection}, a feature a line. */
final class GeoJsonWhole implements FeatureSink {
    private final ByteOutput json;
    private final GeoJsonFeature feature;
    private long numberReturned;

    GeoJsonWhole(FeatureQuery query, AxisOrder order, OutputStream out) {
        this.json = new ByteOutput(out);
        this.feature = new GeoJsonFeature(query, order, json);
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        json.ascii("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        json.ascii(numberReturned++ > 0 ? ",\n" : "\n");
        feature.write(row, List.of());
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        json.ascii("\n],\"numberReturned\":");
        json.whole(numberReturned);
        json.ascii("}\n");
        json.flush();
    }
}
