package org.truceline.ceasefire.locating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegreesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            39.93, 70.55                      | 39.93      | 70.55
            39.93 70.55                       | 39.93      | 70.55
            39.93;70.55                       | 39.93      | 70.55
            -33.5, -70.25                     | -33.5      | -70.25
            39°55'48"N 70°33'00"E             | 39.93      | 70.55
            39°55′48″ N, 70°33′0″ E           | 39.93      | 70.55
            N 39 55 48 E 70 33 00             | 39.93      | 70.55
            70 33 E 39 55.8 N                 | 39.93      | 70.55
            39 55 48 70 33 00                 | 39.93      | 70.55
            33°30'S 70°15'W                   | -33.5      | -70.25
            70.55E 39.93N                     | 39.93      | 70.55
            0, 0                              | 0          | 0
            90, 180                           | 90         | 180
            """)
    void pairsInEachNotation(String text, double latitude, double longitude) {
        Spotted found = Degrees.find(text).orElseThrow();

        assertThat(found.spot().latitude()).isCloseTo(latitude, within(1e-12));
        assertThat(found.spot().longitude()).isCloseTo(longitude, within(1e-12));
    }

    @Test
    void whatIsNotWrittenIsNotKnown() {
        double degree =
                Degrees.find("0 N 70 E").orElseThrow().uncertaintyMeters().orElseThrow();
        double second = Degrees.find("0°0'0\"N 70°0'0\"E")
                .orElseThrow()
                .uncertaintyMeters()
                .orElseThrow();
        double tenth =
                Degrees.find("0.0, 70.0").orElseThrow().uncertaintyMeters().orElseThrow();

        assertThat(degree).as("half the diagonal of a degree").isCloseTo(78_715, within(10.0));
        assertThat(second).isCloseTo(degree / 3600, within(1e-9));
        assertThat(tenth).isCloseTo(degree / 10, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91, 70",
                "39, 181",
                "39 N 70 N",
                "39 N, 70",
                "39 60 0 N 70 0 0 E",
                "39 55 61 N 70 0 0 E",
                "39.5 30 N 70 E",
                "1 2 3",
                "1, 2, 3",
                "39 55 48 7 N 70 E"
            })
    void pairsThatAreNoneAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Degrees.find(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kök-Tash", "Post 7", "12", "", "3 km W of Isfara"})
    void othersAreNoDegrees(String text) {
        assertThat(Degrees.find(text)).isEmpty();
    }
}
