package org.truceline.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A cluster under {@code target/} that nobody starts again when it dies, as an operator's own database may be. */
public final class UnwatchedDatabase implements AutoCloseable {
    private final Postmaster postmaster;
    private final DatabaseAddress address;

    private UnwatchedDatabase(Postmaster postmaster, DatabaseAddress address) {
        this.postmaster = postmaster;
        this.address = address;
    }

    /**
     * Starts it.
     *
     * @param name of its folder under {@code target/}; what is there from before is used
     */
    public static UnwatchedDatabase start(String name) throws IOException, SQLException {
        ClusterFolder folder = ClusterFolder.in(Path.of("target", name).toAbsolutePath());
        PostgresInstallation installation = PostgresInstallation.find(Optional.empty(), folder.findDataVersion());
        String password = ClusterPassword.in(folder);
        ClusterCreation.ensure(folder, installation);
        Postmaster postmaster = new Postmaster(folder, installation);
        return new UnwatchedDatabase(postmaster, ClusterContents.ensure(postmaster.start(), password));
    }

    /** What a server is told to use it, as words of the command line. */
    public List<String> settings() {
        return List.of(
                "--truceline.database.url=" + address.jdbcUrl(),
                "--truceline.database.user=" + address.user().orElseThrow(),
                "--truceline.database.password=" + address.password().orElseThrow());
    }

    @Override
    public void close() {
        postmaster.stop();
    }
}
