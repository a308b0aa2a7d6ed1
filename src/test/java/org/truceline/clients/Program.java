package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine, run as its user would from a shell. A test that needs one that is missing fails.
 *
 * @param debianPackage what to install to have it
 */
record Program(Path file, String debianPackage) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What the program wrote: its answer, and beside it its complaints and its log. */
    record Output(String answer, String log) {}

    /** Runs the program in a folder until it ends; anything but success is a failure of the test. */
    Output run(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        assertThat(file)
                .as("The server is tested with real clients: install Debian's package %s", debianPackage)
                .isExecutable();
        List<String> command = new ArrayList<>(arguments);
        command.add(0, file.toString());
        // Files, since a program that fills a pipe nobody reads stops.
        Path answer = Files.createTempFile(folder, "answer", ".txt");
        Path log = Files.createTempFile(folder, "log", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(log.toFile());
        // A proxy of the developer's shell does not know the test's server.
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        Output output = new Output(Files.readString(answer), Files.readString(log));
        assertThat(ended)
                .as("%s has not ended after %s: %s", command, PATIENCE, output)
                .isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
        return output;
    }
}
