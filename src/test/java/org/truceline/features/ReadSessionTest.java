package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truceline.ServerTest;

/** What every connection of the server is set to, whatever the database's own settings are. */
class ReadSessionTest extends ServerTest {
    @ParameterizedTest
    @CsvSource({
        "TimeZone, UTC",
        // Compiling the plan of one of the example's layers took 18 seconds, reading it a tenth of one.
        "jit, off"
    })
    void isSet(String setting, String expected) {
        assertThat(jdbc().sql("SELECT current_setting(?)")
                        .param(setting)
                        .query(String.class)
                        .single())
                .isEqualTo(expected);
    }
}
