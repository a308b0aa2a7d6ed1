package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.layers.PropertyType;
import tools.jackson.databind.json.JsonMapper;

/** Writes what became of features: those that come, as GeoJSON, and for each that was asked for and didn't, a null. */
public final class DeltaDocument implements FeatureSink {
    private final Place place;
    private final Set<String> gone;
    private final boolean hasNumbers;
    private final ByteOutput out;
    private final JsonOutput json;
    private final GeoJsonFeature feature;
    private boolean isFirst = true;

    /**
     * Where the reader goes on.
     *
     * @param cursor where from
     */
    public record Place(String cursor, List<Link> links) {
        public Place {
            links = List.copyOf(links);
        }
    }

    /**
     * Makes an answer that is still to be written.
     *
     * @param ids of the features that were asked for
     */
    public DeltaDocument(FeatureQuery query, Set<String> ids, Place place, OutputStream out) {
        this.place = place;
        this.gone = new LinkedHashSet<>(ids);
        this.hasNumbers = query.layer().idColumn().type() == PropertyType.INTEGER;
        this.out = new ByteOutput(out);
        this.json = new JsonOutput(this.out);
        this.feature = new GeoJsonFeature(query, AxisOrder.EASTING_FIRST, this.out);
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        out.ascii("{\"changes\":[");
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        gone.remove(row.id());
        beginChange(row.id());
        feature.write(row, List.of());
        out.write('}');
    }

    private void beginChange(String id) throws IOException {
        out.ascii(isFirst ? "{\"id\":" : ",{\"id\":");
        isFirst = false;
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        if (hasNumbers) {
            json.decimal(utf8);
        } else {
            json.text(utf8);
        }
        out.ascii(",\"feature\":");
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        for (String id : gone) {
            beginChange(id);
            json.absent();
            out.write('}');
        }
        out.ascii("],\"cursor\":");
        out.write(JsonMapper.shared().writeValueAsBytes(place.cursor()));
        out.ascii(",\"links\":");
        out.write(JsonMapper.shared().writeValueAsBytes(place.links()));
        out.write('}');
        out.flush();
    }
}
