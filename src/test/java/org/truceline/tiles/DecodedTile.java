package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A vector tile as a client sees it, read by a library that isn't ours. */
public record DecodedTile(List<Feature> features) {
    /** The width that all of the server's tiles have. */
    static final int EXTENT = 4096;

    /** A feature of a tile, in the tile's coordinates. */
    public record Feature(String layer, Geometry geometry, Map<String, Object> properties) {
        String id() {
            return String.valueOf(properties.get("id"));
        }

        /** Whether one of its positions is on the tile itself, of whose edges the western and the northern are its own. */
        boolean isOwn() {
            return Arrays.stream(geometry.getCoordinates())
                    .anyMatch(at -> at.x >= 0 && at.x < EXTENT && at.y >= 0 && at.y < EXTENT);
        }
    }

    static DecodedTile read(byte[] bytes) throws IOException {
        List<Feature> features = new ArrayList<>();
        for (JtsLayer layer : MvtReader.loadMvt(new ByteArrayInputStream(bytes), new GeometryFactory(), new KeysOnce())
                .getLayers()) {
            for (Geometry geometry : layer.getGeometries()) {
                features.add(new Feature(layer.getName(), geometry, properties(geometry)));
            }
        }
        return new DecodedTile(features);
    }

    /** A key stands once among a feature's tags (Mapbox Vector Tile 2.1, §4.4): readers differ in which of two they take. */
    private static final class KeysOnce extends TagKeyValueMapConverter {
        @Override
        public Object toUserData(Long id, List<Integer> tags, List<String> keys, List<VectorTile.Tile.Value> values) {
            assertThat(IntStream.range(0, tags.size() / 2).mapToObj(pair -> keys.get(tags.get(2 * pair))))
                    .doesNotHaveDuplicates();
            return super.toUserData(id, tags, keys, values);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Geometry geometry) {
        return (Map<String, Object>) geometry.getUserData();
    }

    List<String> ids() {
        return features.stream().map(Feature::id).toList();
    }

    /** The ids of those that the tile counts as its own. */
    List<String> ownIds() {
        return features.stream().filter(Feature::isOwn).map(Feature::id).toList();
    }

    Feature feature(String id) {
        return features.stream()
                .filter(feature -> feature.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no feature " + id + " among " + ids()));
    }
}
