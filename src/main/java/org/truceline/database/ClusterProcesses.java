package org.truceline.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The live PostgreSQL processes of one cluster folder. A number in a pid file proves nothing: after {@code kill -9} or
 * a restart of the machine it may be anybody's. The cluster's name in {@code /proc/<pid>/cmdline}, put there by us, does,
 * together with the process's user.
 */
final class ClusterProcesses {
    private static final Path PROC = Path.of("/proc");
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ClusterFolder folder;

    ClusterProcesses(ClusterFolder folder) {
        this.folder = folder;
    }

    List<ProcessHandle> list() {
        return ProcessHandle.allProcesses()
                .filter(process -> isOurs(process.pid()))
                .toList();
    }

    /** Whether the process is PostgreSQL's first one, which started the others. */
    boolean isPostmaster(long pid) {
        return isOurs(pid) && !commandLine(pid).startsWith("postgres:");
    }

    /** Ends what is left, first asking, and returns when nothing is. */
    void end(long patienceSeconds) {
        list().forEach(ProcessHandle::destroy);
        if (!awaitEnd(patienceSeconds)) {
            list().forEach(ProcessHandle::destroyForcibly);
            awaitEnd(patienceSeconds);
        }
    }

    // Looks again and again instead of waiting for each process: one that has ended, but whose new parent has not
    // fetched its exit code yet, still counts as alive for Java.
    private boolean awaitEnd(long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!list().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    private boolean isOurs(long pid) {
        String commandLine = commandLine(pid);
        return commandLine.contains("postgres") && commandLine.contains(folder.clusterName()) && isOwners(pid);
    }

    private boolean isOwners(long pid) {
        try {
            return folder.owner().owns(PROC.resolve(Long.toString(pid)));
        } catch (IOException ended) {
            return false;
        }
    }

    private static String commandLine(long pid) {
        try {
            byte[] bytes = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("cmdline"));
            return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }
}
