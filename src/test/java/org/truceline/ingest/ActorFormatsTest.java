package org.truceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorFormatsTest {
    @ParameterizedTest
    @CsvSource({
        "Vorukh, Latn",
        "Ворух, Cyrl",
        "Soʻx, Latn",
        "Хоҷаи Аъло, Cyrl",
        "وروخ, Arab",
        "Arka-1, Latn",
        "Сох / Sokh, ''",
        "123, ''"
    })
    void tellsTheScriptOfAName(String name, String script) {
        assertThat(ActorFormats.findScript(name).orElse("")).isEqualTo(script);
    }
}
