package org.truceline.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The files that are kept, and those that are being written: together they never take more space than they may. */
@Component
class ExportSpace {
    /** A client that reads a file part by part comes again sooner. */
    private static final Duration IN_USE = Duration.ofSeconds(5);

    private static final long SWEEP_MILLIS = 5_000;

    private final ExportSettings settings;
    private final List<ExportFile> kept = new ArrayList<>();
    private final Map<Path, Long> growing = new HashMap<>();

    ExportSpace(ExportSettings settings) {
        this.settings = settings;
    }

    /**
     * Notes how large a file that is being written has become; makes room by giving up files that nobody uses just now.
     *
     * @throws ExportFailure if there is no room for it
     */
    synchronized void grow(Path file) throws IOException {
        growing.put(file, Files.size(file));
        DataSize space = settings.space();
        while (taken() > space.toBytes()) {
            if (growing.get(file) > space.toBytes()) {
                throw new ExportFailure.TooLarge(space);
            }
            Instant idleSince = Instant.now().minus(IN_USE);
            delete(kept.stream()
                    .filter(each -> each.lastUsed().isBefore(idleSince))
                    .min(Comparator.comparing(ExportFile::lastUsed))
                    .orElseThrow(ExportFailure.NoSpaceNow::new));
        }
    }

    private long taken() {
        return kept.stream().mapToLong(ExportFile::size).sum()
                + growing.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The file is written, and is kept. */
    synchronized void keep(ExportFile file) {
        growing.remove(file.path());
        kept.add(file);
    }

    /** The file is of no use. */
    synchronized void discard(Path file) throws IOException {
        growing.remove(file);
        Files.deleteIfExists(file);
    }

    /** The youngest of the kept files that are so. */
    synchronized Optional<ExportFile> findLatest(Predicate<ExportFile> condition) {
        return kept.stream()
                .filter(condition)
                .max(Comparator.comparing(ExportFile::read))
                .map(ExportFile::used);
    }

    private void delete(ExportFile file) {
        try {
            Files.deleteIfExists(file.path());
            kept.remove(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Scheduled(fixedDelay = SWEEP_MILLIS)
    synchronized void sweep() throws IOException {
        Instant oldest = Instant.now().minus(settings.keptFor());
        for (Iterator<ExportFile> each = kept.iterator(); each.hasNext(); ) {
            ExportFile file = each.next();
            if (file.lastUsed().isBefore(oldest)) {
                Files.deleteIfExists(file.path());
                each.remove();
            }
        }
    }
}
