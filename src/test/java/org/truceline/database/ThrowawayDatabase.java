package org.truceline.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A private cluster under {@code target/}, as the server makes it, for what measures PostGIS without a server. */
public final class ThrowawayDatabase implements AutoCloseable {

    private final PrivateCluster cluster;

    private ThrowawayDatabase(PrivateCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts it.
     *
     * @param name of its folder under {@code target/}; what is there from before is used
     */
    public static ThrowawayDatabase start(String name) {
        return new ThrowawayDatabase(
                PrivateCluster.start(Path.of("target", name).toAbsolutePath(), Optional.empty()));
    }

    public Connection connect() throws SQLException {
        return cluster.address().connect();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
