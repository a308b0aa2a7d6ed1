package org.truceline.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The letters that the server brings along. */
class TypefaceTest {
    @ParameterizedTest
    @EnumSource(Typeface.class)
    void lettersOfTheLanguagesAreThere(Typeface typeface) {
        "Batken Ölkə Баткен Исфара Хуҷанд Ўзбекистон Өзгөн الإصابات «…»"
                .codePoints()
                .forEach(letter -> assertThat(typeface.findFont(letter))
                        .as(Character.getName(letter))
                        .isPresent());
        assertThat(typeface.findFont('字')).isEmpty();
    }

    @Test
    void textIsWrappedAndNothingOfItIsLost() {
        String text = "Warning shots, blockades, movements and other developments";
        List<String> lines = Typeface.REGULAR.wrap(text, 12, 100);

        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(String.join(" ", lines)).isEqualTo(text);
    }

    @Test
    void wordThatIsWiderThanALineIsBroken() {
        String word = "Донаудампфшиффартсгезельшафт";
        List<String> lines = Typeface.SEMIBOLD.wrap(word, 15, 60);

        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(String.join("", lines)).isEqualTo(word);
        assertThat(Typeface.REGULAR.wrap(" ", 12, 60)).isEmpty();
    }

    @Test
    void whatIsNoFontIsSaid() {
        assertThatThrownBy(() -> WoffFile.unpack(new byte[64]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WOFF");
    }
}
