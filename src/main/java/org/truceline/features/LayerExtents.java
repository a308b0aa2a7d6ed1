package org.truceline.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.truceline.layers.Layer;

/**
 * Extents of layers, of this moment or not much older. To find one, the database looks at every feature of the layer,
 * and the list of collections asks for all of them; so one that took long to find is kept for long.
 */
@Component
public class LayerExtents {
    private static final Logger LOG = LoggerFactory.getLogger(LayerExtents.class);

    /** How many times as long as it took an extent is kept: the database spends a fiftieth of its time at the most. */
    private static final int AGE_PER_EFFORT = 50;

    private final FeatureStore store;
    private final Map<String, Known> knownByLayer = new ConcurrentHashMap<>();

    private record Known(Layer layer, Optional<LayerExtent> extent, long readAtNanos, long effortNanos) {
        boolean isFreshFor(Layer asked) {
            return layer.equals(asked) && System.nanoTime() - readAtNanos < AGE_PER_EFFORT * effortNanos;
        }
    }

    LayerExtents(FeatureStore store) {
        this.store = store;
    }

    /**
     * The layer's extent; empty where the database can't work it out, as for a view that fails or
     * takes too long.
     *
     * @throws ReadFailure if the database can't be reached
     */
    public Optional<LayerExtent> findExtent(Layer layer) {
        Known known = knownByLayer.get(layer.id());
        if (known == null || !known.isFreshFor(layer)) {
            long begin = System.nanoTime();
            Optional<LayerExtent> extent = read(layer);
            long end = System.nanoTime();
            known = new Known(layer, extent, end, end - begin);
            knownByLayer.put(layer.id(), known);
        }
        return known.extent();
    }

    private Optional<LayerExtent> read(Layer layer) {
        try {
            return Optional.of(store.getExtent(layer));
        } catch (ReadFailure.StatementFailed | ReadFailure.TookTooLong | ReadFailure.LayerChanged failure) {
            LOG.warn("The extent of layer \"{}\" can't be worked out: {}", layer.id(), failure.getMessage());
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
