package org.truceline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL cluster of the server's own: made at the first start, running while the server does, on the loopback
 * interface only, as durable as PostgreSQL is by default. Killed at any moment, the next start recovers it; where
 * PostgreSQL alone dies, it is started again.
 */
final class PrivateCluster implements DatabaseSource {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateCluster.class);

    private final DatabaseAddress address;
    private final Postmaster postmaster;
    private final ClusterWatch watch;
    private final FolderLock lock;

    private PrivateCluster(DatabaseAddress address, Postmaster postmaster, ClusterWatch watch, FolderLock lock) {
        this.address = address;
        this.postmaster = postmaster;
        this.watch = watch;
        this.lock = lock;
    }

    /**
     * @param home the server's folder, made when missing
     * @param binaries where PostgreSQL's programs are; searched for when empty
     * @throws DatabaseUnavailable if another server uses the folder, or PostgreSQL is missing or does not start
     */
    static PrivateCluster start(Path home, Optional<Path> binaries) {
        try {
            ClusterFolder folder = ClusterFolder.in(home);
            FolderLock lock = FolderLock.acquire(folder.path());
            try {
                return start(folder, PostgresInstallation.find(binaries, folder.findDataVersion()), lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The private database in " + home + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The private database in " + home + " started, but could not be set up: " + e.getMessage(),
                    "Its log is in that folder, in postgres.log.",
                    e);
        }
    }

    private static PrivateCluster start(ClusterFolder folder, PostgresInstallation installation, FolderLock lock)
            throws IOException, SQLException {
        String password = ClusterPassword.in(folder);
        ClusterCreation.ensure(folder, installation);
        Postmaster postmaster = new Postmaster(folder, installation);
        int port = postmaster.start();
        try {
            DatabaseAddress address = ClusterContents.ensure(port, password);
            LOG.info(
                    "PostgreSQL {} runs on 127.0.0.1:{}, data in {}", installation.majorVersion(), port, folder.path());
            return new PrivateCluster(address, postmaster, ClusterWatch.begin(postmaster, port), lock);
        } catch (SQLException | RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public DatabaseOrigin origin() {
        return DatabaseOrigin.PRIVATE;
    }

    @Override
    public void close() {
        watch.close();
        postmaster.stop();
        lock.close();
        LOG.info("PostgreSQL has stopped");
    }
}
