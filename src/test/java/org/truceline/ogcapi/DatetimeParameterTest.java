package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truceline.features.TimeInterval;

class DatetimeParameterTest {
    @ParameterizedTest
    @CsvSource({
        "2021-04-29T14:00:00Z,           2021-04-29T14:00:00Z, 2021-04-29T14:00:00Z",
        "2021-04-29T20:00:00+06:00,      2021-04-29T14:00:00Z, 2021-04-29T14:00:00Z",
        "2021-04-29t20:00:00 06:00,      2021-04-29T14:00:00Z, 2021-04-29T14:00:00Z",
        "2021-04-29,                     2021-04-29T00:00:00Z, 2021-04-29T23:59:59.999999Z",
        "2021-04-29T/..,                 2021-04-29T00:00:00Z,",
        "../2021-04-29T,                                     , 2021-04-29T23:59:59.999999Z",
        "2021-04-28/2021-05-01,          2021-04-28T00:00:00Z, 2021-05-01T23:59:59.999999Z",
        "2021-04-28T05:00:00Z/2021-05-01, 2021-04-28T05:00:00Z, 2021-05-01T23:59:59.999999Z",
        "2021-04-28/..,                  2021-04-28T00:00:00Z,",
        "/2021-04-28T00:00:00Z,                              , 2021-04-28T00:00:00Z",
        "0000-01-01T00:00:00Z/9999-12-31T00:00:00Z, 0000-01-01T00:00:00Z, 9999-12-31T00:00:00Z",
    })
    void isReadAsClosedInterval(String text, Instant start, Instant end) {
        assertThat(DatetimeParameter.parse(text))
                .isEqualTo(new TimeInterval(Optional.ofNullable(start), Optional.ofNullable(end)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2021",
                "2021-13-01",
                "2021-04-29T14:00:00",
                "2021-04-29T25:00:00Z",
                "2021-04-29TT",
                "2021-04-32T",
                "2021-04-28/2021-04-29/2021-04-30",
                "2021-04-28/x",
                "+999999999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
            })
    void otherTextIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> DatetimeParameter.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2021-04-28/2021-05-01");
    }

    @Test
    void endBeforeStartIsRefused() {
        assertThatThrownBy(() -> DatetimeParameter.parse("2021-05-01/2021-04-28"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("later than its end");
    }
}
