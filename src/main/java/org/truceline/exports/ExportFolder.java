package org.truceline.exports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where this server writes files of layers: a folder of its own, which it holds a lock on. What servers that are no more
 * left behind, is deleted at the start; a killed one's lock is gone with it.
 */
@Component
class ExportFolder {
    private static final String LOCK = "lock";

    private final Path all;
    private final Path folder;
    private final FileChannel lock;

    ExportFolder(@Value("${truceline.home}") Path home) {
        this.all = home.resolve("cache").resolve("exports").toAbsolutePath();
        try {
            Files.createDirectories(all);
            // A folder without its lock, as it is for a moment, looks abandoned: one server at a time.
            try (FileChannel starting = openLock(all)) {
                starting.lock();
                deleteAbandoned(all);
                this.folder = Files.createTempDirectory(all, "server-");
                this.lock = openLock(folder);
                lock.lock();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + all + " for downloads can't be used", failure);
        }
    }

    /** Where servers that share it put what they unpack; it is deleted when one starts and no other runs. */
    Path shared() {
        return all;
    }

    private static FileChannel openLock(Path of) throws IOException {
        return FileChannel.open(of.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** What stands beside the folders is of no use when no server runs. */
    private static void deleteAbandoned(Path all) throws IOException {
        List<Path> found;
        try (Stream<Path> children = Files.list(all)) {
            found = children.toList();
        }
        boolean isAlone = true;
        for (Path each : found) {
            if (Files.isDirectory(each) && isAbandoned(each)) {
                FileSystemUtils.deleteRecursively(each);
            } else {
                isAlone &= !Files.isDirectory(each);
            }
        }
        for (Path each : found) {
            if (isAlone && Files.isRegularFile(each) && !each.endsWith(LOCK)) {
                Files.delete(each);
            }
        }
    }

    private static boolean isAbandoned(Path each) throws IOException {
        try (FileChannel channel = openLock(each)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    Path newFile() throws IOException {
        return Files.createTempFile(folder, "export-", "");
    }

    @PreDestroy
    void delete() throws IOException {
        lock.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
