package org.truceline.fonts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters as web maps load them. That a map draws them, StylesInBrowserTest sees. */
class GlyphRangeTest {
    @ParameterizedTest
    @CsvSource({
        "Noto Sans Regular, 0-255, true",
        "'Noto Sans SemiBold,Arial', 65024-65279, true",
        "'Arial Unicode MS,Noto Sans Regular', 1024-1279, true",
        "Arial, 0-255, false",
        "Noto Sans Regular, 1-256, false",
        "Noto Sans Regular, 0-511, false",
        "Noto Sans Regular, 65536-65791, false",
        "Noto Sans Regular, -256--1, false"
    })
    void rangesAreThoseThatMapsAskFor(String fontStack, String range, boolean isThere) {
        assertThat(GlyphRange.find(fontStack, range).isPresent()).isEqualTo(isThere);
    }

    @Test
    void fieldTellsHowFarEachPixelIsFromTheEdge() {
        Path2D twice = new Path2D.Double(new Rectangle2D.Double(0, 0, 6, 8));
        twice.append(new Rectangle2D.Double(4, 0, 6, 8), false);
        Rectangle box = twice.getBounds();
        int width = box.width + 2 * DistanceField.BORDER;
        byte[] field = DistanceField.of(twice, box);

        // The middle of the first pixel inside is half a pixel from the edge, as that of the last one outside.
        assertThat(level(field, width, 7, 2)).isEqualTo((int) Math.round(255 * (0.75 - 0.5 / 8)));
        assertThat(level(field, width, 7, 3)).isEqualTo((int) Math.round(255 * (0.75 + 0.5 / 8)));
        // Where two parts overlap there is no edge: this pixel is three and a half from every other.
        assertThat(level(field, width, 6, 7)).isEqualTo(255);
    }

    private static int level(byte[] field, int width, int row, int column) {
        return field[row * width + column] & 0xff;
    }

    @Test
    void rangeWithoutLettersIsEmptyAndNoFailure() {
        byte[] none = new GlyphRange(Typeface.REGULAR, 0x3000).encode();
        byte[] latin = new GlyphRange(Typeface.REGULAR, 0).encode();

        assertThat(none.length).isLessThan(60);
        assertThat(latin.length).isBetween(20_000, 200_000);
    }
}
