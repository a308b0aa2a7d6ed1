package org.truceline.formats;

import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a page as it comes. What is known only at its end, how many features and what follows, stands at the end.
 *
 * <p>There is no {@code timeStamp}, which Part 1 §7.16 leaves open: the same answer to the same question is the same bytes.
 */
final class GeoJsonCollection implements FeatureSink {
    private final PageLinks links;
    private final JsonGenerator json;
    private final GeoJsonFeature feature;
    private long numberReturned;

    GeoJsonCollection(FeatureQuery query, AxisOrder order, PageLinks links, JsonGenerator json) {
        this.links = links;
        this.json = json;
        this.feature = new GeoJsonFeature(query, order, json);
    }

    @Override
    public void begin(PageFacts facts) {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeNumberProperty("numberMatched", facts.numberMatched());
        json.writeName("features");
        json.writeStartArray();
    }

    @Override
    public void feature(FeatureRow row) {
        feature.write(row, List.of());
        numberReturned++;
    }

    @Override
    public void end(Optional<String> last) {
        json.writeEndArray();
        json.writeNumberProperty("numberReturned", numberReturned);
        json.writePOJOProperty("links", links.links(last));
        json.writeEndObject();
        json.flush();
    }
}
