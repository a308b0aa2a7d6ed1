package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        "nmae, name",
        "NAME, name",
        "nam, name",
        "time_strat, time_start",
        "timestart, time_start",
        "n, ''",
        "altitude, ''",
        "'', ''"
    })
    void nearestIsTheOneThatWasLikelyMeant(String written, String meant) {
        assertThat(NearestName.find(written, List.of("name", "time_start", "time_end"))
                        .orElse(""))
                .isEqualTo(meant);
    }
}
