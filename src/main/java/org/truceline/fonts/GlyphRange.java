package org.truceline.fonts;

import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.truceline.formats.ProtobufOutput;

/**
 * The letters of 256 characters, as web maps load them (MapLibre style specification, "glyphs"): drawn once, 24 pixels high,
 * and scaled by whoever reads them.
 *
 * @param first the first character's number, a multiple of 256
 */
public record GlyphRange(Typeface typeface, int first) {
    private static final int LENGTH = 256;
    private static final int LAST = Character.MAX_VALUE;
    private static final Pattern NAME = Pattern.compile("(0|[1-9]\\d{0,4})-([1-9]\\d{0,4})");

    private static final float SIZE = 24;

    /** What a letter's place is told from: Noto Sans reaches so far above the line on which letters stand. */
    private static final int ASCENDER = 26;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /**
     * The letters that an address names.
     *
     * @param fontStack fonts with commas between; the first one that there is counts
     * @param range as {@code 0-255}
     * @return empty if there is no such font, or if no range begins and ends there
     */
    public static Optional<GlyphRange> find(String fontStack, String range) {
        Matcher numbers = NAME.matcher(range);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(numbers.group(1));
        int last = Integer.parseInt(numbers.group(2));
        if (first % LENGTH != 0 || last != first + LENGTH - 1 || last > LAST) {
            return Optional.empty();
        }
        return Typeface.findFirst(fontStack).map(typeface -> new GlyphRange(typeface, first));
    }

    /** In the Protocol Buffers that web maps read; without letters where the fonts have none of these. */
    public byte[] encode() {
        ProtobufOutput stack = new ProtobufOutput();
        stack.text(1, typeface.fontName());
        stack.text(2, first + "-" + (first + LENGTH - 1));
        for (int character = first; character < first + LENGTH; character++) {
            int codePoint = character;
            typeface.findFont(codePoint).ifPresent(font -> stack.message(3, glyph(codePoint, font.deriveFont(SIZE))));
        }
        ProtobufOutput glyphs = new ProtobufOutput();
        glyphs.message(1, stack);
        return glyphs.toBytes();
    }

    private static ProtobufOutput glyph(int codePoint, Font font) {
        GlyphVector vector = font.createGlyphVector(EXACT, Character.toString(codePoint));
        Shape outline = vector.getOutline();
        Rectangle box = outline.getBounds();
        boolean isBlank = box.isEmpty();
        ProtobufOutput glyph = new ProtobufOutput();
        glyph.varint(1, codePoint);
        if (!isBlank) {
            glyph.bytes(2, DistanceField.of(outline, box));
        }
        glyph.varint(3, isBlank ? 0 : box.width);
        glyph.varint(4, isBlank ? 0 : box.height);
        glyph.varint(5, ProtobufOutput.zigzag(isBlank ? 0 : box.x));
        glyph.varint(6, ProtobufOutput.zigzag(isBlank ? 0 : -box.y - ASCENDER));
        glyph.varint(7, Math.round(vector.getGlyphMetrics(0).getAdvanceX()));
        return glyph;
    }
}
