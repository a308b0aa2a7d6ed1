package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a page as it comes. What is known only at its end, how many features and what follows, stands at the end.
 *
 * <p>There is no {@code timeStamp}, which Part 1 §7.16 leaves open: the same answer to the same question is the same bytes.
 */
final class GeoJsonCollection implements FeatureSink {
    private final PageLinks links;
    private final ByteOutput json;
    private final GeoJsonFeature feature;
    private long numberReturned;

    GeoJsonCollection(FeatureQuery query, AxisOrder order, PageLinks links, OutputStream out) {
        this.links = links;
        this.json = new ByteOutput(out);
        this.feature = new GeoJsonFeature(query, order, json);
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        json.ascii("{\"type\":\"FeatureCollection\",\"numberMatched\":");
        json.whole(facts.numberMatched());
        json.ascii(",\"features\":[");
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        if (numberReturned++ > 0) {
            json.write(',');
        }
        feature.write(row, List.of());
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        json.ascii("],\"numberReturned\":");
        json.whole(numberReturned);
        json.ascii(",\"links\":");
        json.write(JsonMapper.shared().writeValueAsBytes(links.links(last)));
        json.write('}');
        json.flush();
    }
}
