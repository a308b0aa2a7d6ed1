package org.truceline.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The live PostgreSQL processes of one cluster folder. A number in a pid file proves nothing: after {@code kill -9} or
 * a restart of the machine it may be anybody's. The cluster's name in {@code /proc/<pid>/cmdline}, put there by us, does,
 * together with the process's user.
 */
final class ClusterProcesses {
    private static final Path PROC = Path.of("/proc");

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

    private boolean awaitEnd(long seconds) {
        CompletableFuture<?>[] ends = list().stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
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
