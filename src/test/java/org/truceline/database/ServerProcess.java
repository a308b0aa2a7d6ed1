package org.truceline.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A private cluster in a process of its own, so that a test can kill what started it. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "ready";

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Returns when the cluster runs. */
    static ServerProcess start(Path home) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        home.toString()))
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return new ServerProcess(process);
            }
            said.append(line).append('\n');
        }
        throw new IOException("The server ended before it was ready:\n" + said);
    }

    long pid() {
        return process.pid();
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The other process's program: starts a cluster and stays until killed. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        PrivateCluster.start(Path.of(arguments[0]), Optional.empty());
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
