package org.truceline.ogcapi;

import java.util.Optional;
import java.util.Set;
import org.truceline.changes.ChangeCursor;

/** A change as it is sent to everybody. */
final class ChangeEvent {
    private final Optional<String> collection;
    private final ChangeCursor cursor;
    private final byte[] bytes;

    /**
     * An event that is written.
     *
     * @param collection empty where it concerns all
     * @param cursor behind it
     */
    ChangeEvent(Optional<String> collection, ChangeCursor cursor, byte[] bytes) {
        this.collection = collection;
        this.cursor = cursor;
        this.bytes = bytes;
    }

    ChangeCursor cursor() {
        return cursor;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Whether it is for somebody who listens to these collections.
     *
     * @param collections none stands for all
     */
    boolean isFor(Set<String> collections) {
        return collections.isEmpty() || collection.map(collections::contains).orElse(true);
    }
}
