package org.truceline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "jdbc:postgresql://db:5433/t,           jdbc:postgresql://db:5433/t,         none, none",
                "jdbc:postgresql:t,                     jdbc:postgresql:t,                   none, none",
                "postgres://db/t,                       jdbc:postgresql://db/t,              none, none",
                "postgresql://u@db/t,                   jdbc:postgresql://db/t,              u,    none",
                "postgres://u:p%40+:@db:1/t?ssl=true,   jdbc:postgresql://db:1/t?ssl=true,   u,    p@+:",
                "postgres://u:p@[::1]:5432/t,           jdbc:postgresql://[::1]:5432/t,      u,    p",
            })
    void readsBothForms(String url, String jdbcUrl, String user, String password) {
        assertThat(DatabaseAddress.parse(url, Optional.empty(), Optional.empty()))
                .isEqualTo(new DatabaseAddress(jdbcUrl, Optional.ofNullable(user), Optional.ofNullable(password)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db:5432/t",
                "mysql://u:secret@db/t",
                "postgres://u:secret@db",
                "postgres://u:secret@/t",
                "postgres://u:sec ret@db/t",
                "jdbc:postgresql://db:port/t",
                "jdbc:mysql://db/t"
            })
    void refusesOthersWithoutRepeatingThePassword(String url) {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> DatabaseAddress.parse(url, Optional.empty(), Optional.empty()))
                .satisfies(e -> assertThat(e.getMessage() + e.remedy()).doesNotContain("secret"))
                .withNoCause();
    }

    @Test
    void whatIsGivenApartWins() {
        assertThat(DatabaseAddress.parse("postgres://u:p@db/t", Optional.of("v"), Optional.of("q")))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/t", Optional.of("v"), Optional.of("q")));
    }

    @Test
    void printsNoPassword() {
        assertThat(new DatabaseAddress(
                        "jdbc:postgresql://db/t?password=secret", Optional.of("u"), Optional.of("secret")))
                .hasToString("postgresql://db/t");
    }

    @Test
    void aPasswordWithoutUrlIsAnError() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> new DatabaseProperties(null, null, "p", null).findAddress())
                .satisfies(e -> assertThat(e.remedy()).contains("TRUCELINE_DATABASE_URL"));
    }

    @Test
    void anEmptyUrlIsNone() {
        assertThat(new DatabaseProperties("", "", "", null).findAddress()).isEmpty();
    }
}
