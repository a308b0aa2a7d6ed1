package org.truceline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which command lines want no web server. */
class CommandLineTest {
    @ParameterizedTest
    @CsvSource({
        "'import x', true",
        "'--server.port=1 import x', true",
        "'verify', true",
        "'password', true",
        "'', false",
        "'--import=x', false",
        "'x import', false"
    })
    void knowsCommands(String commandLine, boolean is) {
        assertThat(Truceline.isCommand(commandLine.split(" ", -1))).isEqualTo(is);
    }
}
