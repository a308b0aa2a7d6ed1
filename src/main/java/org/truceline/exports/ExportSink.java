package org.truceline.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.truceline.changes.Revision;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;

/**
 * Writes a file of a layer, unless there is one of the same state, and looks after each few features whether it may still
 * grow.
 */
final class ExportSink implements FeatureSink {
    private static final int FEATURES_BETWEEN_LOOKS = 64;

    private final FeatureSink encoder;
    private final Path file;
    private final ExportSpace space;
    private final Function<Optional<Revision>, Optional<ExportFile>> kept;
    private long features;
    private Optional<Revision> revision = Optional.empty();
    private Optional<ExportFile> same = Optional.empty();

    /**
     * For one file.
     *
     * @param kept finds a file of the same question and state
     */
    ExportSink(
            FeatureSink encoder,
            Path file,
            ExportSpace space,
            Function<Optional<Revision>, Optional<ExportFile>> kept) {
        this.encoder = encoder;
        this.file = file;
        this.space = space;
        this.kept = kept;
    }

    /** The file that there was already. */
    Optional<ExportFile> same() {
        return same;
    }

    /** Of what has been read. */
    Optional<Revision> revision() {
        return revision;
    }

    @Override
    public boolean isWanted(Optional<Revision> current) {
        revision = current;
        same = kept.apply(current);
        return same.isEmpty();
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        encoder.begin(facts);
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        encoder.feature(row);
        if (++features % FEATURES_BETWEEN_LOOKS == 0) {
            space.grow(file);
        }
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        encoder.end(last);
        space.grow(file);
    }
}
