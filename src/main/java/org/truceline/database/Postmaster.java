package org.truceline.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops PostgreSQL on a cluster folder. {@code pg_ctl} puts the server into a process session of its own, so
 * that Ctrl-C in the terminal reaches Truceline only, which finishes its requests before it stops PostgreSQL.
 */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int ATTEMPTS = 3;
    // Crash recovery after a heavy load replays much log.
    static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 60;
    private static final int LEFTOVER_SECONDS = 10;
    private static final int TAIL_LINES = 15;
    private static final long LOG_BYTES = 5_000_000;

    private final ClusterFolder folder;
    private final PostgresInstallation installation;
    private final ClusterProcesses processes;

    Postmaster(ClusterFolder folder, PostgresInstallation installation) {
        this.folder = folder;
        this.installation = installation;
        this.processes = new ClusterProcesses(folder);
    }

    /**
     * Starts PostgreSQL on a free port of the loopback interface; recovers whatever a crash left.
     *
     * @return the port
     */
    int start() throws IOException {
        stopLeftovers();
        rotateLog();
        long logStart = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
        // Another program can take the free port before PostgreSQL does; hence a few tries, each on a new one.
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            if (tryStart(port)) {
                return port;
            }
            LOG.warn("PostgreSQL did not start on port {} (try {} of {})", port, attempt, ATTEMPTS);
            stopLeftovers();
        }
        throw new DatabaseUnavailable(
                "The private PostgreSQL in " + folder.path() + " does not start. Its log ends with:\n"
                        + logTail(logStart),
                "The whole log is " + folder.log());
    }

    boolean isRunning() {
        return pidFromFile().filter(processes::isPostmaster).isPresent();
    }

    /** Starts PostgreSQL after it has ended by itself, on the port that it had; false where its log tells why it can't. */
    boolean startAgain(int port) throws IOException {
        stopLeftovers();
        return tryStart(port);
    }

    private boolean tryStart(int port) {
        // Relative paths, since pg_ctl hands them to a shell; no Unix socket, so none can be left behind.
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c cluster_name="
                + folder.clusterName();
        return pgCtl("start", "-l", "postgres.log", "-t", Integer.toString(START_SECONDS), "-o", options)
                .succeeded();
    }

    /** Stops PostgreSQL, cutting off connections that are still open. */
    void stop() {
        if (isRunning()) {
            Command.Outcome outcome = pgCtl("stop", "-m", "fast", "-t", Integer.toString(STOP_SECONDS));
            if (!outcome.succeeded()) {
                LOG.warn("PostgreSQL is slow to stop: {}", outcome.output());
            }
        }
        processes.end(LEFTOVER_SECONDS);
    }

    private void stopLeftovers() throws IOException {
        if (!processes.list().isEmpty()) {
            LOG.info("Stopping the PostgreSQL that an earlier server left behind");
            stop();
        }
        // No process of this cluster is alive, so the pid in the file is dead or by now another program's,
        // and PostgreSQL would take the latter for a reason not to start.
        Files.deleteIfExists(folder.pidFile());
    }

    private Command.Outcome pgCtl(String action, String... options) {
        return folder.owner().run(folder.path(), command(action, options));
    }

    private List<String> command(String action, String... options) {
        return Stream.concat(Stream.of(installation.program("pg_ctl"), action, "-w", "-D", "data"), Stream.of(options))
                .toList();
    }

    private Optional<Long> pidFromFile() {
        try {
            return Files.readAllLines(folder.pidFile()).stream().findFirst().map(line -> Long.valueOf(line.strip()));
        } catch (IOException | NumberFormatException absentOrTorn) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LOG_BYTES) {
            Path old = folder.path().resolve("postgres.log.1");
            Files.move(folder.log(), old, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String logTail(long from) throws IOException {
        if (Files.notExists(folder.log())) {
            return "(nothing)";
        }
        byte[] bytes = Files.readAllBytes(folder.log());
        int start = (int) Math.min(from, bytes.length);
        List<String> lines = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
