package org.truceline.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.truceline.formats.Format;

/** Files of layers stay within their space, and don't outlive their use or their server. */
class ExportSpaceTest {
    private static final ExportKey KEY = new ExportKey("layer", "", Format.CSV);
    private static final Instant LONG_AGO = Instant.EPOCH;

    @TempDir
    private Path folder;

    private final ExportSpace space =
            new ExportSpace(new ExportSettings(DataSize.ofBytes(1000), Duration.ofMinutes(1), Duration.ofSeconds(5)));

    @Test
    void fileBeyondAllSpaceIsTooLarge() throws IOException {
        Path file = file("large", 1001);

        assertThatExceptionOfType(ExportFailure.TooLarge.class).isThrownBy(() -> space.grow(file));
    }

    @Test
    void fileThatNobodyUsesGivesWay() throws IOException {
        Path old = keep("old", 600, LONG_AGO);
        Path next = file("next", 600);

        space.grow(next);

        assertThat(old).doesNotExist();
        assertThat(space.findLatest(file -> true)).isEmpty();
    }

    @Test
    void filesInUseKeepTheirSpace() throws IOException {
        Path used = keep("used", 600, Instant.now());
        Path next = file("next", 600);

        assertThatExceptionOfType(ExportFailure.NoSpaceNow.class).isThrownBy(() -> space.grow(next));
        assertThat(used).exists();

        space.discard(next);
        space.grow(file("small", 400));
    }

    @Test
    void filesThatAreBeingWrittenTakeSpaceTogether() throws IOException {
        space.grow(file("one", 600));
        Path other = file("other", 600);

        assertThatExceptionOfType(ExportFailure.NoSpaceNow.class).isThrownBy(() -> space.grow(other));
    }

    @Test
    void whatHasNotBeenUsedForLongIsSweptAway() throws IOException {
        Path old = keep("old", 10, LONG_AGO);
        Path young = keep("young", 10, Instant.now());

        space.sweep();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void equalBytesHaveEqualDigests() throws IOException {
        String digest = ExportFile.of(KEY, file("one", 10), state(LONG_AGO)).digest();

        assertThat(ExportFile.of(KEY, file("same", 10), state(Instant.now())).digest())
                .isEqualTo(digest);
        assertThat(ExportFile.of(KEY, file("other", 11), state(Instant.now())).digest())
                .isNotEqualTo(digest);
    }

    @Test
    void nextServerDeletesWhatAKilledOneLeft() throws IOException {
        Path exports = folder.resolve("cache").resolve("exports");
        Path abandoned = Files.createDirectories(exports.resolve("server-killed"));
        Files.writeString(abandoned.resolve("export-1"), "half");
        Files.writeString(abandoned.resolve("lock"), "");

        ExportFolder first = new ExportFolder(folder);
        Path kept = first.newFile();
        ExportFolder second = new ExportFolder(folder);

        assertThat(abandoned).doesNotExist();
        assertThat(kept).as("a file of a server that runs").exists();
        first.delete();
        assertThat(kept).doesNotExist();
        second.delete();
        assertThat(exports.toFile().list()).containsExactly("lock");
    }

    private Path keep(String name, int bytes, Instant made) throws IOException {
        Path file = file(name, bytes);
        space.keep(ExportFile.of(KEY, file, state(made)));
        return file;
    }

    private static ExportFile.State state(Instant made) {
        return new ExportFile.State(Optional.empty(), made);
    }

    private Path file(String name, int bytes) throws IOException {
        return Files.write(folder.resolve(name), new byte[bytes]);
    }
}
