package org.truceline.ogcapi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.truceline.changes.ChangeCursor;
import org.truceline.changes.ChangeLog;
import org.truceline.changes.ChangeLog.Page;
import org.truceline.changes.ChangeLogUnavailable;
import org.truceline.ogcapi.RequestFailure.Crowded;

/**
 * Brings the change log to all who listen: it looks for new changes once for all, as long as somebody listens, and reads
 * from the log for those who come back to an older place. It stops before the server waits for requests to end.
 */
@Component
class ChangeFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final int READERS = 2;

    private final ChangeLog log;
    private final ChangesSettings settings;
    private final Set<ChangeListener> listeners = ConcurrentHashMap.newKeySet();
    private Optional<ChangeRing> ring = Optional.empty();
    private int places;
    private volatile Optional<Threads> threads = Optional.empty();

    ChangeFeed(ChangeLog log, ChangesSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    /** From a start to the stop after it: who looks and beats, and who reads for those that come back. */
    private record Threads(ScheduledExecutorService clock, ExecutorService readers) {
        static Threads begin() {
            return new Threads(
                    Executors.newScheduledThreadPool(2, task -> thread(task, "changes")),
                    Executors.newFixedThreadPool(READERS, task -> thread(task, "changes-read")));
        }

        void repeat(Runnable task, Duration pause) {
            ScheduledFuture<?> unused =
                    clock.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }

        void end() {
            clock.shutdownNow();
            readers.shutdownNow();
        }
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A listener's seat, with the ring that was being filled when it was taken. */
    record Seat(ChangeRing ring) {}

    /**
     * Takes a seat, which has to be given back: by {@link #leave}, or by the listener's end.
     *
     * @throws Crowded if all are taken, or the server stops
     * @throws ChangeLogUnavailable if nobody listens yet, and the database doesn't tell where to begin
     */
    synchronized Seat enter() {
        if (!isRunning() || places >= settings.listeners()) {
            throw new Crowded(settings.listeners());
        }
        ChangeRing current = ring.orElseGet(() -> new ChangeRing(log.findEnd()));
        ring = Optional.of(current);
        places++;
        return new Seat(current);
    }

    synchronized void leave() {
        places--;
        if (places == 0) {
            // Nobody looks any more: whoever comes next begins anew.
            ring = Optional.empty();
        }
    }

    /**
     * Whether a place in the feed is still known.
     *
     * @throws ChangeLogUnavailable if the database doesn't tell
     */
    boolean remembers(ChangeCursor cursor) {
        return log.remembers(cursor);
    }

    /** Lets somebody listen. The caller says what is to be said first, and then begins. */
    ChangeListener listen(Seat seat, EventStream stream, Set<String> collections, ChangeCursor from) {
        ChangeListener.Source source =
                new ChangeListener.Source(seat.ring(), listener -> read(listener, seat.ring()), this::remove);
        return new ChangeListener(stream, collections, from, source);
    }

    void begin(ChangeListener listener, EventStream stream) {
        listeners.add(listener);
        try {
            stream.listen(listener);
        } catch (IllegalStateException gone) {
            LOG.debug("The client of the change feed had left", gone);
            listener.end();
        }
        if (!isRunning()) {
            listener.end();
        }
    }

    private void remove(ChangeListener listener) {
        listeners.remove(listener);
        leave();
    }

    private synchronized Optional<ChangeRing> ring() {
        return ring;
    }

    private void look() {
        try {
            Optional<ChangeRing> current = ring();
            if (current.isPresent()) {
                look(current.get());
            }
        } catch (ChangeLogUnavailable failure) {
            LOG.debug("The change log can't be read just now: {}", failure.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("The change feed could not go on; it tries again", failure);
        }
    }

    private void look(ChangeRing current) {
        ChangeCursor end = log.findEnd();
        ChangeRing.End told = current.end();
        if (!end.covers(told.cursor())) {
            // Another epoch: those who listen have lost their place, and hear so when they come back.
            listeners.forEach(ChangeListener::end);
            return;
        }
        ChangeCursor cursor = told.cursor();
        while (!cursor.equals(end)) {
            Page page = log.read(cursor, end);
            current.add(page.changes().stream().map(ChangeEncoding::event).toList(), page.end());
            cursor = page.end();
            listeners.forEach(ChangeListener::write);
        }
        listeners.forEach(ChangeListener::writeIfBehind);
    }

    private void read(ChangeListener listener, ChangeRing current) {
        try {
            threads.ifPresent(those -> those.readers().execute(() -> readFor(listener, current)));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The change feed is being stopped");
        }
    }

    private void readFor(ChangeListener listener, ChangeRing current) {
        try {
            ChangeRing.End end = current.end();
            ChangeCursor from = listener.cursor();
            if (end.cursor().covers(from)) {
                Page page = log.read(from, end.cursor());
                List<ChangeEvent> events =
                        page.changes().stream().map(ChangeEncoding::event).toList();
                listener.take(events, page.end());
                if (page.end().equals(end.cursor())) {
                    listener.follow(end);
                }
                listener.endReading();
                listener.write();
            } else {
                listener.endReading();
            }
        } catch (ChangeLogUnavailable failure) {
            listener.endReading();
            LOG.debug("The change log can't be read just now: {}", failure.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("The change feed could not go on for a listener", failure);
            listener.end();
        }
    }

    @Override
    public synchronized void start() {
        Threads begun = Threads.begin();
        begun.repeat(this::look, settings.look());
        begun.repeat(() -> listeners.forEach(ChangeListener::beat), settings.heartbeat());
        threads = Optional.of(begun);
    }

    @Override
    public void stop() {
        threads.ifPresent(Threads::end);
        threads = Optional.empty();
        listeners.forEach(ChangeListener::end);
    }

    @Override
    public boolean isRunning() {
        return threads.isPresent();
    }
}
