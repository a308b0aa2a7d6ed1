package org.truceline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One server to a data folder. The operating system drops the lock with the process, however that ends. */
final class FolderLock implements AutoCloseable {
    // POSIX drops a process's lock when it closes *any* descriptor of the file, so a second attempt in
    // this process must not even open it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * @param folder an existing folder, as a real path
     * @throws DatabaseUnavailable if another server holds it
     */
    static FolderLock acquire(Path folder) throws IOException {
        if (!HELD.add(folder)) {
            throw taken(folder);
        }
        try {
            return new FolderLock(folder, lockedChannel(folder));
        } catch (IOException | RuntimeException e) {
            HELD.remove(folder);
            throw e;
        }
    }

    /** Whether a server uses the folder. */
    static boolean isTaken(Path folder) throws IOException {
        if (HELD.contains(folder)) {
            return true;
        }
        try (FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    private static FileChannel lockedChannel(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw taken(folder);
        }
        // Deleted first: a file that root left behind can be replaced by the folder's owner, but not rewritten.
        Files.deleteIfExists(holder(folder));
        Files.writeString(holder(folder), Long.toString(ProcessHandle.current().pid()));
        return channel;
    }

    private static DatabaseUnavailable taken(Path folder) {
        return new DatabaseUnavailable(
                "Another Truceline server" + describeHolder(folder) + " is using the data folder " + folder + ".",
                "Stop that server first, or start this one with a folder of its own: TRUCELINE_HOME=…");
    }

    private static String describeHolder(Path folder) {
        try {
            return " (process " + Files.readString(holder(folder)).strip() + ")";
        } catch (IOException unknown) {
            return "";
        }
    }

    private static Path holder(Path folder) {
        return folder.resolve("server.pid");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holder(folder));
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}
