package org.truceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedTimeTest {
    @ParameterizedTest
    @CsvSource({
        // date, from, to, offset, precision, start, end
        "2021-04-29, 13:05, '', +05:00, minute, 2021-04-29T08:05Z, 2021-04-29T08:05Z",
        "2021-04-29, 14:05, '', +06:00, minute, 2021-04-29T08:05Z, 2021-04-29T08:05Z",
        "2020-01-10, 02:00, 02:30, +05:00, minute, 2020-01-09T21:00Z, 2020-01-09T21:30Z",
        "2021-04-29, 23:50, 00:10, +06:00, minute, 2021-04-29T17:50Z, 2021-04-29T18:10Z",
        "2021-04-29, 17:00, '', +06:00, hour, 2021-04-29T11:00Z, 2021-04-29T11:00Z",
        "2022-09-17, '', 18:20, +06:00, minute, 2022-09-16T18:00Z, 2022-09-17T12:20Z",
        "2021-04-28, '', '', +06:00, day, 2021-04-27T18:00Z, 2021-04-28T17:59:59Z",
        "2021-04-28, '', '', +05:00, day, 2021-04-27T19:00Z, 2021-04-28T18:59:59Z",
        "2021-04-30, '', 12:07, +04:00, day, 2021-04-29T20:00Z, 2021-04-30T08:07Z",
        "2021-04-29, 05:00, '', +06:00, part_of_day, 2021-04-28T18:00Z, 2021-04-29T17:59:59Z",
        "2021-04-29, 22:00, '', +06:00, part_of_day, 2021-04-28T18:00Z, 2021-04-30T00:00Z",
        "2021-04-29, 17:00, 23:59, +06:00, part_of_day, 2021-04-29T11:00Z, 2021-04-29T17:59Z"
    })
    void standsForTheIntervalThatTheReportAllows(
            String date, String from, String to, String offset, String precision, String start, String end) {
        ReportedTime time = read(date, from, to, offset, precision);
        assertThat(time.start()).hasToString(start);
        assertThat(time.end()).hasToString(end);
    }

    @Test
    void isShownAsReported() {
        assertThat(read("2021-04-29", "13:05", "", "+05:00", "minute").text()).isEqualTo("2021-04-29, 13:05 UTC+05:00");
        assertThat(read("2021-05-01", "", "15:00", "+06:00", "day").text())
                .isEqualTo("2021-05-01, until 15:00 UTC+06:00");
    }

    @Test
    void refusesUtcThatContradictsTheLocalTime() {
        assertThatThrownBy(() -> ReportedTime.read(RowFixture.fields(
                        "local_date", "2021-04-29",
                        "local_time_from", "13:05",
                        "utc_offset", "+05:00",
                        "time_precision", "minute",
                        "utc_from", "2021-04-29T07:05:00Z")))
                .isInstanceOf(InvalidField.class)
                .hasMessage("is 2021-04-29T07:05Z, while the local time with its offset is 2021-04-29T08:05Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-30, 13:05, +05:00, minute, expected a date",
        "2021-04-29, 25:00, +05:00, minute, expected a time",
        "2021-04-29, 13:05, +25:00, minute, expected an offset",
        "2021-04-29, 13:05, Z, minute, expected an offset",
        "2021-04-29, 13:05, +05:00, roughly, expected one of",
        "2021-04-29, '', +05:00, minute, 'is missing, while time_precision is minute'"
    })
    void saysWhatWasExpected(String date, String from, String offset, String precision, String message) {
        assertThatThrownBy(() -> read(date, from, "", offset, precision))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining(message);
    }

    private static ReportedTime read(String date, String from, String to, String offset, String precision) {
        return ReportedTime.read(RowFixture.fields(
                "local_date", date,
                "local_time_from", from,
                "local_time_to", to,
                "utc_offset", offset,
                "time_precision", precision));
    }
}
