package org.truceline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truceline.commands.CommandLine;

/** Which command lines want no web server. */
class CommandLineTest {
    @ParameterizedTest
    @CsvSource({
        "'import x', import",
        "'--server.port=1 import x', import",
        "'verify', verify",
        "'x import', x",
        "'', ",
        "'--import=x', ",
    })
    void findsTheWordThatAsksForACommand(String commandLine, String command) {
        assertThat(CommandLine.findCommand(commandLine.split(" ", -1)).orElse(null))
                .isEqualTo(command);
    }

    @Test
    void aWordThatIsNoCommandStartsNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Truceline.class.getName(),
                        "improt",
                        "folder")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said)
                .isEqualToIgnoringNewLines(
                        "There is no command \"improt\"; expected is one of import, password, verify, or none to start the server.");
    }
}
