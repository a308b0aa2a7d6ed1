package org.truceline.formats;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.features.PropertySum;
import org.truceline.features.ReadFailure;
import org.truceline.features.TileCluster;
import org.truceline.features.TileFrame;
import org.truceline.layers.PropertyType;

/**
 * One layer's features as a vector tile (Mapbox Vector Tile 2.1). A tile of several layers is their tiles one after the
 * other. The id is among the properties, under its column's name; a whole number that is not negative also is the
 * feature's id. A tile is in memory as a whole, since its length stands before it.
 *
 * <p>Where clusters stand for features, each has {@code clustered}, {@code point_count}, and of each property that can be
 * added up the sum of what is known, under the property's name, and the number of features of which it isn't, under that
 * name and {@code _unknown}; the id where it stands for one. Where features are counted, a cluster also has {@code bbox},
 * the box around them as the parameter of that name takes it, and under a property's name, a colon and a value the number
 * of features with that value, or under the property's name and {@code _unknown} of those without one.
 */
public final class VectorTile implements FeatureSink {
    private static final int TILE_LAYER = 3;
    private static final int LAYER_NAME = 1;
    private static final int LAYER_FEATURE = 2;
    private static final int LAYER_KEY = 3;
    private static final int LAYER_VALUE = 4;
    private static final int LAYER_EXTENT = 5;
    private static final int LAYER_VERSION = 15;
    private static final int FEATURE_ID = 1;
    private static final int FEATURE_TAGS = 2;
    private static final int FEATURE_TYPE = 3;
    private static final int FEATURE_GEOMETRY = 4;
    private static final int VERSION = 2;

    private static final String CLUSTERED = "clustered";
    private static final String POINT_COUNT = "point_count";
    private static final String UNKNOWN = "_unknown";
    private static final String BBOX = "bbox";

    /** The ids of a tile are not negative. */
    private static final long NO_NUMBER = -1;

    private final FeatureQuery query;
    private final ProtobufOutput layer = new ProtobufOutput();
    private final ProtobufOutput feature = new ProtobufOutput();
    private final TileGeometry geometry;
    private final TileValues values = new TileValues();
    private final boolean isIdNumeric;
    private final Map<String, Integer> numberByKey = new LinkedHashMap<>();
    private final List<Integer> propertyKeys = new ArrayList<>();
    private int features;
    private int keyBytes;
    private boolean isClustered;

    /**
     * Takes the features of a tile.
     *
     * @param query its box is that of a tile
     */
    public VectorTile(FeatureQuery query) {
        this.query = query;
        this.geometry =
                new TileGeometry(query.tile().filter(TileFrame::endsAtPole).isPresent());
        this.isIdNumeric = query.layer().idColumn().type() == PropertyType.INTEGER;
        number(query.layer().idColumn().name());
        layer.bytes(LAYER_NAME, utf8(query.layer().id()));
    }

    @Override
    public void begin(PageFacts facts) {}

    @Override
    public void feature(FeatureRow row) throws IOException {
        if (propertyKeys.isEmpty()) {
            query.output().properties().forEach(property -> propertyKeys.add(number(property.name())));
        }
        values.clear();
        row.id(values.of(0));
        for (int i = 0; i < propertyKeys.size(); i++) {
            row.value(i, values.of(propertyKeys.get(i)));
        }
        geometry.read(row.geometry().orElseThrow());
        long number = isIdNumeric ? Long.parseLong(row.id()) : NO_NUMBER;
        for (TileGeometry.Kind kind : geometry.kinds()) {
            if (!kind.isEmpty()) {
                write(kind, number);
            }
        }
    }

    private void write(TileGeometry.Kind kind, long number) {
        feature.clear();
        if (number >= 0) {
            feature.varint(FEATURE_ID, number);
        }
        feature.message(FEATURE_TAGS, values.tags());
        feature.varint(FEATURE_TYPE, kind.type());
        feature.message(FEATURE_GEOMETRY, kind.commands());
        layer.message(LAYER_FEATURE, feature);
        features++;
        if (layer.length() + values.bytes() + keyBytes > TileFrame.MOST_BYTES) {
            throw ReadFailure.tooMuchForATile(query.layer().id());
        }
    }

    /** A key's number; keys that no feature of the tile could have get none. */
    private int number(String key) {
        return numberByKey.computeIfAbsent(key, unknown -> {
            keyBytes += utf8(key).length;
            return numberByKey.size();
        });
    }

    @Override
    public void cluster(TileCluster cluster) throws IOException {
        isClustered = true;
        values.clear();
        if (cluster.id().isPresent()) {
            values.of(0).text(utf8(cluster.id().get()));
        }
        values.of(number(CLUSTERED)).truth(true);
        values.of(number(POINT_COUNT)).whole(cluster.count());
        for (PropertySum sum : cluster.sums()) {
            String name = sum.property().name();
            sum.value(values.of(number(name)));
            values.of(number(unknown(name))).whole(sum.unknown());
        }
        if (cluster.tally().isPresent()) {
            writeTally(cluster, cluster.tally().get());
        }
        if (cluster.isCell()) {
            geometry.square(cluster.x(), cluster.y(), TileCluster.SIDE);
        } else {
            geometry.point(cluster.x(), cluster.y());
        }
        for (TileGeometry.Kind kind : geometry.kinds()) {
            if (!kind.isEmpty()) {
                write(kind, NO_NUMBER);
            }
        }
    }

    /** What the number of features is called that have a value of a property. */
    public static String counted(String property, String value) {
        return property + ":" + value;
    }

    /** What the number of features is called of which a property isn't known. */
    public static String unknown(String property) {
        return property + UNKNOWN;
    }

    private void writeTally(TileCluster cluster, TileCluster.Tally tally) throws IOException {
        String box = DoubleStream.of(tally.west(), tally.south(), tally.east(), tally.north())
                .mapToObj(degrees -> BigDecimal.valueOf(degrees).toPlainString())
                .collect(Collectors.joining(","));
        values.of(number(BBOX)).text(utf8(box));
        for (TileCluster.Count count : tally.counts()) {
            if (count.value().isEmpty() && cluster.isSummed(count.property())) {
                // It stands beside the sum already.
                continue;
            }
            String name = count.property().name();
            String key = count.value().map(value -> counted(name, value)).orElse(unknown(name));
            values.of(number(key)).whole(count.number());
        }
    }

    /** Whether clusters stand for features: because the tile would have held too many, or because they are to be counted. */
    public boolean isClustered() {
        return isClustered;
    }

    @Override
    public void end(Optional<String> last) {
        numberByKey.keySet().forEach(key -> layer.bytes(LAYER_KEY, utf8(key)));
        values.all().forEach(value -> layer.bytes(LAYER_VALUE, value));
        layer.varint(LAYER_EXTENT, TileFrame.EXTENT);
        layer.varint(LAYER_VERSION, VERSION);
    }

    /** The tile; without a byte where the layer has nothing in it. */
    public byte[] toBytes() {
        ProtobufOutput tile = new ProtobufOutput();
        if (features > 0) {
            tile.message(TILE_LAYER, layer);
        }
        return tile.toBytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
