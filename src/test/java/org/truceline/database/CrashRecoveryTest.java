package org.truceline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code kill -9} and power cuts leave behind, the next start clears up. */
class CrashRecoveryTest extends ClusterTest {
    @Test
    void aKilledPostmasterIsRecovered() throws Exception {
        PrivateCluster cluster = start();
        note(cluster, "kept");
        killPostmaster();
        cluster.close();

        assertThat(notes(keep(start()))).isEqualTo("kept");
    }

    @Test
    void aPostmasterThatDiesWhileTheServerRunsIsStartedAgain() throws Exception {
        PrivateCluster cluster = keep(start());
        note(cluster, "kept");
        long dead = postmasterPid();
        killPostmaster();

        assertThat(awaitNotes(cluster)).isEqualTo("kept");
        assertThat(postmasterPid()).isNotEqualTo(dead);
    }

    private static String awaitNotes(PrivateCluster cluster) throws SQLException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (true) {
            try {
                return notes(cluster);
            } catch (SQLException away) {
                if (Instant.now().isAfter(deadline)) {
                    throw away;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    @Test
    void thePostmasterOfAKilledServerIsReplaced() throws Exception {
        ServerProcess server = keep(ServerProcess.start(HOME));
        long orphan = postmasterPid();
        server.kill();
        assertThat(processes().isPostmaster(orphan)).isTrue();

        keep(start());

        assertThat(postmasterPid()).isNotEqualTo(orphan);
        assertThat(processes().isPostmaster(orphan)).isFalse();
    }

    @Test
    void serverAndPostmasterKilledTogetherAreRecovered() throws Exception {
        try (PrivateCluster cluster = start()) {
            note(cluster, "kept");
        }
        keep(ServerProcess.start(HOME)).kill();
        killPostmaster();

        assertThat(notes(keep(start()))).isEqualTo("kept");
    }

    @Test
    void aBusyBackendThatOutlivesItsPostmasterIsEnded() throws Exception {
        PrivateCluster cluster = start();
        // A computing backend does not notice that its postmaster is gone; it would hold the shared memory for minutes.
        Thread query = new Thread(() -> {
            try {
                text(cluster.address(), "SELECT count(*)::text FROM generate_series(1, 100000000000)");
            } catch (SQLException cutOff) {
                // As it should be.
            }
        });
        query.start();
        awaitBusyBackend(cluster);
        killPostmaster();
        cluster.close();

        assertThat(notes(keep(start()))).isEmpty();
        query.join();
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsNotBelieved() throws Exception {
        ClusterOwner owner = folder().owner();
        Stream<String> asOwner = owner.substitute()
                ? Stream.of("setpriv", "--reuid=" + owner.uid(), "--regid=" + owner.gid(), "--clear-groups")
                : Stream.empty();
        Process stranger = new ProcessBuilder(
                        Stream.concat(asOwner, Stream.of("sleep", "60")).toList())
                .start();
        try {
            leavePidFile(stranger.pid() + "\n" + folder().data() + "\n0\n1\n\n127.0.0.1\n0 0\nready\n");
            keep(start());
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aTornPidFileIsNoObstacle() throws Exception {
        leavePidFile("");
        keep(start());
        assertThat(postmasterPid()).isPositive();
    }

    private static void awaitBusyBackend(PrivateCluster cluster) throws Exception {
        String busy =
                "SELECT count(*)::text FROM pg_stat_activity WHERE query LIKE '%generate_series(1, 1%' AND pid <> pg_backend_pid()";
        while (text(cluster.address(), busy).equals("0")) {
            Thread.onSpinWait();
        }
    }

    private static void killPostmaster() throws IOException {
        long pid = postmasterPid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        while (processes().isPostmaster(pid)) {
            Thread.onSpinWait();
        }
    }

    private static void leavePidFile(String content) throws IOException {
        ClusterFolder folder = folder();
        Files.writeString(folder.pidFile(), content);
        folder.owner().take(folder.pidFile());
    }
}
