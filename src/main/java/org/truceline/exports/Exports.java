package org.truceline.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.truceline.changes.Revision;
import org.truceline.features.FeatureStore;
import org.truceline.features.ReadFailure;
import org.truceline.formats.WholeEncoding;

/**
 * Whole layers in files. One that was made is kept for a while: a client that reads it part by part sees one state of the
 * layer, also while the layer changes.
 */
@Component
public class Exports {
    private final FeatureStore store;
    private final ExportFolder folder;
    private final ExportSpace space;
    private final ExportSettings settings;
    private final Map<ExportKey, CompletableFuture<ExportFile>> underWay = new ConcurrentHashMap<>();

    Exports(FeatureStore store, ExportFolder folder, ExportSpace space, ExportSettings settings) {
        this.store = store;
        this.folder = folder;
        this.space = space;
        this.settings = settings;
    }

    /**
     * The state of the layer now.
     *
     * @throws ExportFailure if there is no space for it, or it can't be written
     * @throws ReadFailure if the database gives no answer
     */
    public ExportFile getFresh(ExportKey key, WholeEncoding encoding) throws IOException {
        Instant asked = Instant.now();
        return makeOnce(key, encoding, file -> !file.read().isBefore(asked));
    }

    /**
     * The state of the layer for those who begin to read it part by part. Where the layer has no revision a file is taken
     * for it that was made a moment ago: they may just have asked for its length.
     */
    public ExportFile getRecent(ExportKey key, WholeEncoding encoding) throws IOException {
        Instant freshSince = Instant.now().minus(settings.freshFor());
        return makeOnce(key, encoding, file -> file.finished().isAfter(freshSince));
    }

    private Optional<ExportFile> findSame(ExportKey key, Optional<Revision> revision, Predicate<ExportFile> isFresh) {
        return space.findLatest(file -> file.key().equals(key)
                && file.revision().equals(revision)
                && (revision.isPresent() || isFresh.test(file)));
    }

    /** The state that was given out last, as long as it is kept: for those who read on. Otherwise the present one. */
    public ExportFile getKept(ExportKey key, WholeEncoding encoding) throws IOException {
        Optional<ExportFile> kept = find(key, file -> true);
        return kept.isPresent() ? kept.get() : getFresh(key, encoding);
    }

    /** The latest state that is so, as long as it is kept. */
    public Optional<ExportFile> find(ExportKey key, Predicate<ExportFile> condition) {
        return space.findLatest(file -> file.key().equals(key) && condition.test(file));
    }

    /** Who asks for what is being made already waits for it; then looks whether it is of the present state. */
    private ExportFile makeOnce(ExportKey key, WholeEncoding encoding, Predicate<ExportFile> isFresh)
            throws IOException {
        CompletableFuture<ExportFile> mine = new CompletableFuture<>();
        for (CompletableFuture<ExportFile> others = underWay.putIfAbsent(key, mine);
                others != null;
                others = underWay.putIfAbsent(key, mine)) {
            Optional<ExportFile> fresh =
                    await(others).filter(file -> file.revision().isEmpty() && isFresh.test(file));
            if (fresh.isPresent()) {
                return fresh.get().used();
            }
        }
        try {
            ExportFile made = make(key, encoding, isFresh);
            mine.complete(made);
            return made;
        } catch (IOException | RuntimeException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            underWay.remove(key);
            // Has no effect on one that is complete, but an error beyond those above must not keep others waiting.
            mine.completeExceptionally(new IOException("The file was not finished"));
        }
    }

    /** What others make; nothing if they stopped because their own client left. */
    private static Optional<ExportFile> await(CompletableFuture<ExportFile> made) throws IOException {
        try {
            return Optional.of(made.join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ReadFailure.Abandoned) {
                return Optional.empty();
            } else if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException(failed.getCause());
        }
    }

    private ExportFile make(ExportKey key, WholeEncoding encoding, Predicate<ExportFile> isFresh) throws IOException {
        Path path = folder.newFile();
        boolean isKept = false;
        try {
            AtomicReference<ExportSink> written = new AtomicReference<>();
            Instant begun = Instant.now();
            encoding.write(path, key.format(), encoder -> {
                ExportSink sink = new ExportSink(encoder, path, space, revision -> findSame(key, revision, isFresh));
                written.set(sink);
                store.read(encoding.query(), sink);
            });
            ExportSink sink = Objects.requireNonNull(written.get());
            if (sink.same().isPresent()) {
                return sink.same().get();
            }
            ExportFile file = ExportFile.of(key, path, new ExportFile.State(sink.revision(), begun))
                    .used();
            space.keep(file);
            isKept = true;
            return file;
        } catch (IOException failure) {
            throw new ExportFailure.NotWritten(failure);
        } finally {
            if (!isKept) {
                space.discard(path);
            }
        }
    }
}
