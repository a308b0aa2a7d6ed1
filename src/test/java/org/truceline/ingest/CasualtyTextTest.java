package org.truceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CasualtyTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // text, effect, side, people, low, best, high
                "KG: 14 injured | injured | KG | unknown | 14 | 14 | 14",
                "TJ: 1 dead | killed | TJ | unknown | 1 | 1 | 1",
                "TJ: at least 10 civilians dead | killed | TJ | civilians | 10 | - | -",
                "TJ: 150+ injured | injured | TJ | unknown | 150 | - | -",
                "over 150 injured | injured | - | unknown | 151 | - | -",
                "up to 20 dead | killed | - | unknown | - | - | 20",
                "TJ: about 2 injured | injured | TJ | unknown | - | 2 | -",
                "KG: 8 sought help | injured | KG | unknown | 8 | 8 | 8",
                "KG: 3 servicemen injured | injured | KG | forces | 3 | 3 | 3",
                "KG: 1 lightly injured | injured | KG | unknown | 1 | 1 | 1",
                "KG: 1 detained | detained | KG | unknown | 1 | 1 | 1",
                "KG: 31 injured so far | injured | KG | unknown | 31 | 31 | 31",
                "1,204 injured | injured | - | unknown | 1204 | 1204 | 1204",
            })
    void readsWhatAllowsOneReading(
            String text, String effect, String side, String people, Integer low, Integer best, Integer high) {
        assertThat(CasualtyText.parse(text).figures())
                .containsExactly(new CasualtyFigure(
                        effect,
                        Optional.ofNullable(side),
                        people,
                        Optional.ofNullable(low),
                        Optional.ofNullable(best),
                        Optional.ofNullable(high)));
        assertThat(CasualtyText.parse(text).unread()).isEmpty();
    }

    @Test
    void keepsTheSidesApart() {
        CasualtyText text = CasualtyText.parse("KG: 14 injured; TJ: 1 dead, 10 injured");
        assertThat(text.figures())
                .extracting(figure -> figure.party().orElse("") + " " + figure.effect() + " "
                        + figure.best().orElse(-1))
                .containsExactly("KG injured 14", "TJ killed 1", "TJ injured 10");
    }

    @Test
    void noneIsZeroAndSaysSo() {
        assertThat(CasualtyText.parse("none").figures())
                .extracting(CasualtyFigure::best)
                .containsOnly(Optional.of(0))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "casualties among Tajik civilians and border guards",
                "KG: civilians and servicemen wounded",
                "KG: 33,000 evacuated",
                "17 injured in all: 11 Tajik soldiers",
                "99999999999 dead",
                "-1 dead",
                "1.5 dead",
                "dead",
                ""
            })
    void keepsTheRestAsWords(String text) {
        assertThat(CasualtyText.parse(text).figures()).isEmpty();
        assertThat(CasualtyText.parse(text).unread()).containsExactly(text);
    }

    @Test
    void readsTheClearPartOfAMixedText() {
        CasualtyText text = CasualtyText.parse("KG: 8 sought help, one gunshot wound");
        assertThat(text.figures()).hasSize(1);
        assertThat(text.unread()).isEqualTo(List.of("KG: one gunshot wound"));
    }

    @Test
    void doesNotChooseBetweenTwoFiguresForOneGroup() {
        CasualtyText text = CasualtyText.parse("KG: 3 injured, 5 wounded");
        assertThat(text.figures()).extracting(CasualtyFigure::best).containsExactly(Optional.of(3));
        assertThat(text.unread()).containsExactly("KG: 5 wounded");
    }
}
