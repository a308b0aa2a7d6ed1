package org.truceline.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.layers.Property;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of a query as GeoJSON features (RFC 7946 §3.2). */
final class GeoJsonFeature {
    private static final byte[] BEGINNING = utf8("{\"type\":\"Feature\",\"id\":");
    private static final byte[] GEOMETRY = utf8(",\"geometry\":");
    private static final byte[] PROPERTIES = utf8(",\"properties\":{");
    private static final byte[] LINKS = utf8(",\"links\":");

    private final byte[][] names;
    private final WkbGeometry geometry;
    private final ByteOutput out;
    private final JsonOutput json;

    GeoJsonFeature(FeatureQuery query, AxisOrder order, ByteOutput out) {
        this.names = names(query.output().properties());
        this.geometry = new WkbGeometry(order, out);
        this.out = out;
        this.json = new JsonOutput(out);
    }

    /** As they stand before their values, with what parts them from the value before. */
    private static byte[][] names(List<Property> properties) {
        byte[][] names = new byte[properties.size()][];
        for (int i = 0; i < names.length; i++) {
            String name =
                    JsonMapper.shared().writeValueAsString(properties.get(i).name());
            names[i] = utf8((i == 0 ? "" : ",") + name + ":");
        }
        return names;
    }

    void write(FeatureRow row, List<Link> links) throws IOException {
        out.write(BEGINNING);
        row.id(json);
        out.write(GEOMETRY);
        Optional<byte[]> wkb = row.geometry();
        if (wkb.isPresent()) {
            geometry.write(wkb.get());
        } else {
            json.absent();
        }
        out.write(PROPERTIES);
        for (int i = 0; i < names.length; i++) {
            out.write(names[i]);
            row.value(i, json);
        }
        out.write('}');
        if (!links.isEmpty()) {
            out.write(LINKS);
            out.write(JsonMapper.shared().writeValueAsBytes(links));
        }
        out.write('}');
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
