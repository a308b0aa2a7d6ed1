package org.truceline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The private cluster of a server that runs just now: used beside that server, which goes on looking after it. */
record RunningCluster(DatabaseAddress address) implements DatabaseSource {
    /** In PostgreSQL's postmaster.pid; see its miscadmin.h. */
    private static final int PORT_LINE = 3;

    /**
     * Finds the cluster of the server that uses a folder.
     *
     * @param home the server's folder
     * @return empty where no server uses it, so that the cluster is anybody's to start
     * @throws DatabaseUnavailable if a server uses it whose cluster is not ready yet
     */
    static Optional<DatabaseSource> find(Path home) {
        try {
            ClusterFolder folder = ClusterFolder.in(home);
            if (!FolderLock.isTaken(folder.path())) {
                return Optional.empty();
            }
            int port = readPort(folder);
            return Optional.of(new RunningCluster(ClusterContents.address(port, ClusterPassword.in(folder))));
        } catch (IOException e) {
            throw new UncheckedIOException("The private database in " + home + ": " + e.getMessage(), e);
        }
    }

    private static int readPort(ClusterFolder folder) throws IOException {
        List<String> lines = Files.exists(folder.pidFile()) ? Files.readAllLines(folder.pidFile()) : List.of();
        if (lines.size() <= PORT_LINE) {
            throw new DatabaseUnavailable(
                    "The server that uses " + folder.path() + " has not started its database yet.",
                    "Try again when it says that it is ready.");
        }
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    @Override
    public DatabaseOrigin origin() {
        return DatabaseOrigin.PRIVATE;
    }

    @Override
    public void close() {
        // The server that started the cluster stops it.
    }
}
