package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;

/** Writes features as a GeoJSON text sequence (RFC 8142): a record separator before each, a line feed after it. */
final class GeoJsonSequence implements FeatureSink {
    private static final char RECORD_SEPARATOR = '\u001E';

    private final ByteOutput json;
    private final GeoJsonFeature feature;

    GeoJsonSequence(FeatureQuery query, AxisOrder order, OutputStream out) {
        this.json = new ByteOutput(out);
        this.feature = new GeoJsonFeature(query, order, json);
    }

    @Override
    public void begin(PageFacts facts) {}

    @Override
    public void feature(FeatureRow row) throws IOException {
        json.write(RECORD_SEPARATOR);
        feature.write(row, List.of());
        json.write('\n');
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        json.flush();
    }
}
