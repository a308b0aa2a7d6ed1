package org.truceline.ogcapi;

import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.truceline.changes.ChangeCursor;

/**
 * One who listens to the change feed. It has no thread: whatever has something to say or finds room to say it in writes as
 * much as the connection takes at once. Who doesn't read costs what has been read for them so far; the container ends the
 * connection when it has taken nothing for a minute.
 */
final class ChangeListener implements WriteListener {
    private final EventStream stream;
    private final Set<String> collections;
    private final Source source;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private ChangeCursor cursor;
    private ChangeCursor toldPlace;
    private OptionalLong place = OptionalLong.empty();
    private boolean isReading;
    private boolean isFlushed = true;
    private boolean isOver;

    /**
     * Where changes come from.
     *
     * @param ring the latest
     * @param backlog takes those who are behind the ring, and reads from the log for them
     * @param leaving takes those who have left
     */
    record Source(ChangeRing ring, Consumer<ChangeListener> backlog, Consumer<ChangeListener> leaving) {}

    /**
     * Listens from a place on.
     *
     * @param collections none stands for all
     */
    ChangeListener(EventStream stream, Set<String> collections, ChangeCursor cursor, Source source) {
        this.stream = stream;
        this.collections = Set.copyOf(collections);
        this.cursor = cursor;
        this.toldPlace = cursor;
        this.source = source;
        waiting.add(ChangeEncoding.RETRY);
    }

    synchronized ChangeCursor cursor() {
        return cursor;
    }

    /** Goes on from a place in the ring, where everything before it is written or waits to be. */
    synchronized void follow(ChangeRing.End end) {
        place = OptionalLong.of(end.place());
        cursor = end.cursor();
    }

    /** Something to be written before all else. */
    synchronized void tell(byte[] first) {
        waiting.add(first);
    }

    /**
     * Takes what was read from the log.
     *
     * @param newCursor behind it
     */
    synchronized void take(List<ChangeEvent> events, ChangeCursor newCursor) {
        events.stream().filter(event -> event.isFor(collections)).forEach(event -> waiting.add(event.bytes()));
        cursor = newCursor;
    }

    /** The reading from the log that was asked for is done, or has failed. */
    synchronized void endReading() {
        isReading = false;
    }

    /** Says that the connection is alive, unless something else waits to be said. */
    void beat() {
        stream.inTurn(() -> {
            addHeartbeat();
            writeWhatItTakes();
        });
    }

    private synchronized void addHeartbeat() {
        if (waiting.isEmpty()) {
            // Who listens to a quiet collection gets on, and needn't read over again what others were told.
            waiting.add(cursor.equals(toldPlace) ? ChangeEncoding.HEARTBEAT : ChangeEncoding.place(cursor));
            toldPlace = cursor;
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        writeAll();
    }

    /** The client has left, or has not taken anything for too long. */
    @Override
    public void onError(Throwable failure) {
        leave();
    }

    /** Writes what there is to write, as far as the connection takes it. */
    void write() {
        stream.inTurn(this::writeWhatItTakes);
    }

    private void writeWhatItTakes() {
        try {
            writeAll();
        } catch (IOException | IllegalStateException left) {
            leave();
        }
    }

    private synchronized void writeAll() throws IOException {
        while (!isOver && stream.isReady()) {
            byte[] bytes = next();
            if (bytes != null) {
                stream.write(bytes);
                isFlushed = false;
            } else if (isFlushed) {
                return;
            } else {
                stream.flush();
                isFlushed = true;
            }
        }
    }

    /** Tries again for somebody for whom the log could not be read. */
    void writeIfBehind() {
        if (isBehind()) {
            write();
        }
    }

    private synchronized boolean isBehind() {
        return place.isEmpty() && !isReading;
    }

    private byte @Nullable [] next() {
        byte[] first = waiting.poll();
        if (first != null) {
            return first;
        }
        while (place.isPresent() && source.ring().holds(place.getAsLong())) {
            Optional<ChangeEvent> event = source.ring().find(place.getAsLong());
            if (event.isEmpty()) {
                return null;
            }
            place = OptionalLong.of(place.getAsLong() + 1);
            cursor = event.get().cursor();
            if (event.get().isFor(collections)) {
                return event.get().bytes();
            }
        }
        place = OptionalLong.empty();
        if (!isReading) {
            isReading = true;
            source.backlog().accept(this);
        }
        return null;
    }

    /** Ends the connection; the client will come back. */
    void end() {
        stream.inTurn(() -> {
            if (leave()) {
                stream.close();
            }
        });
    }

    /** The container ends the exchange by itself where a connection breaks; by then it may serve somebody else. */
    private synchronized boolean leave() {
        if (isOver) {
            return false;
        }
        isOver = true;
        waiting.clear();
        source.leaving().accept(this);
        return true;
    }
}
