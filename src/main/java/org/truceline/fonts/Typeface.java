package org.truceline.fonts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/**
 * Noto Sans in one weight, for Latin, Cyrillic and Arabic letters. It is in several files, as its publishers cut it: each
 * letter is taken from the first one that has it.
 */
public enum Typeface {
    REGULAR("Noto Sans Regular", 400),
    SEMIBOLD("Noto Sans SemiBold", 600);

    private static final List<String> FILES = List.of(
            "noto-sans-5.3.0/noto-sans-latin",
            "noto-sans-5.3.0/noto-sans-latin-ext",
            "noto-sans-5.3.0/noto-sans-cyrillic",
            "noto-sans-5.3.0/noto-sans-cyrillic-ext",
            "noto-sans-arabic-5.3.0/noto-sans-arabic-arabic");

    /** They are read when the first letter is drawn: most servers are asked for none. */
    private static final Map<Typeface, List<Font>> FONTS = new ConcurrentHashMap<>();

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final String fontName;
    private final int weight;

    Typeface(String fontName, int weight) {
        this.fontName = fontName;
        this.weight = weight;
    }

    /** What styles of maps call it. */
    public String fontName() {
        return fontName;
    }

    /** As CSS counts weights. */
    public int weight() {
        return weight;
    }

    /** @param fontStack names with commas between; the first one that there is counts */
    static Optional<Typeface> findFirst(String fontStack) {
        return Arrays.stream(fontStack.split(","))
                .flatMap(name -> Arrays.stream(values()).filter(typeface -> typeface.fontName.equals(name.strip())))
                .findFirst();
    }

    /** The font that has the character, one pixel high; empty if none has. */
    Optional<Font> findFont(int codePoint) {
        return fonts().stream().filter(font -> font.canDisplay(codePoint)).findFirst();
    }

    /**
     * The text, each letter with the font that has it. What none has is shown as the box that fonts have for that.
     *
     * @param text not empty
     * @param size in pixels
     */
    public AttributedString write(String text, float size) {
        AttributedString written = new AttributedString(text);
        int next;
        for (int start = 0; start < text.length(); start = next) {
            int codePoint = text.codePointAt(start);
            next = start + Character.charCount(codePoint);
            Font font = findFont(codePoint).orElseGet(() -> fonts().get(0));
            written.addAttribute(TextAttribute.FONT, font.deriveFont(size), start, next);
        }
        return written;
    }

    /**
     * Breaks a text into lines, between words where it can, within a word that is wider than a line: nothing is left out.
     *
     * @param size of the letters, in pixels
     * @param width of a line, in pixels
     */
    public List<String> wrap(String text, float size, float width) {
        if (text.isBlank()) {
            return List.of();
        }
        LineBreakMeasurer measurer = new LineBreakMeasurer(
                write(text, size).getIterator(), BreakIterator.getLineInstance(Locale.ROOT), EXACT);
        List<String> lines = new ArrayList<>();
        while (measurer.getPosition() < text.length()) {
            int start = measurer.getPosition();
            measurer.setPosition(measurer.nextOffset(width));
            String line = text.substring(start, measurer.getPosition()).strip();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<Font> fonts() {
        return FONTS.computeIfAbsent(
                this,
                typeface -> FILES.stream()
                        .map(file -> read(file + "-" + weight + "-normal.woff"))
                        .toList());
    }

    private static Font read(String file) {
        try (InputStream woff = new ClassPathResource(file, Typeface.class).getInputStream()) {
            byte[] font = WoffFile.unpack(woff.readAllBytes());
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(font));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (FontFormatException broken) {
            throw new IllegalStateException("The font " + file + " can't be read", broken);
        }
    }
}
