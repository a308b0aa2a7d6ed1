package org.truceline.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.truceline.features.FeatureStore;
import org.truceline.features.FeatureStore.Asked;

/**
 * Makes tiles, and keeps those that were asked for last. The database is asked each time which revision a layer is of, and
 * if it is another one, what the change log says of the time between: a tile that is kept is sent only while it is that of
 * the layer as it is now.
 */
@Component
public class Tiles {
    private final FeatureStore store;
    private final Cache<Key, TilePart> parts;
    private final LongAdder made = new LongAdder();
    private final LongAdder sentAsKept = new LongAdder();

    private record Key(String layerId, String question) {}

    Tiles(FeatureStore store, TileSettings settings) {
        this.store = store;
        this.parts = Caffeine.newBuilder()
                .maximumWeight(settings.memory().toBytes())
                .weigher((Key key, TilePart part) ->
                        part.bytes() + 2 * key.question().length())
                .build();
    }

    /**
     * What a tile shows of these layers, of one moment all together.
     *
     * @throws org.truceline.features.ReadFailure if the database gives no answer
     */
    public TileContent read(List<TileQuestion> questions) throws IOException {
        List<TileReading> readings = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        for (TileQuestion question : questions) {
            TileReading reading = new TileReading(question, parts.getIfPresent(key(question)));
            readings.add(reading);
            asked.add(new Asked(question.query(), reading));
        }
        store.read(asked);
        List<TileContent> contents = new ArrayList<>();
        for (TileReading reading : readings) {
            (reading.isMade() ? made : sentAsKept).increment();
            TilePart part = reading.part();
            part.revision().ifPresent(revision -> parts.put(key(reading.question()), part));
            contents.add(part.content());
        }
        return contents.size() == 1 ? contents.get(0) : TileContent.of(contents);
    }

    /** How many tiles of one layer each were made since the server started. */
    long made() {
        return made.sum();
    }

    /** How many were sent as they were kept. */
    long sentAsKept() {
        return sentAsKept.sum();
    }

    private static Key key(TileQuestion question) {
        return new Key(question.layerId(), question.name());
    }
}
