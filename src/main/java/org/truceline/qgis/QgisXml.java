package org.truceline.qgis;

import java.util.Locale;
import java.util.regex.Pattern;

/** A document of QGIS while it is written, an element a line. Attributes are names and values in turn. */
final class QgisXml {
    /** What XML 1.0 (§2.2) has no way to write. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** An element with others in it. */
    void open(String name, String... attributes) {
        begin(name, attributes);
        text.append(">\n");
        depth++;
    }

    void close(String name) {
        depth--;
        indent();
        text.append("</").append(name).append(">\n");
    }

    /** An element in which nothing stands. */
    void empty(String name, String... attributes) {
        begin(name, attributes);
        text.append("/>\n");
    }

    /** An element in which a text stands. */
    void text(String name, String value, String... attributes) {
        begin(name, attributes);
        text.append('>').append(escape(value)).append("</").append(name).append(">\n");
    }

    /** One of the values that QGIS keeps of whatever has properties. */
    void option(String name, String value) {
        empty("Option", "type", "QString", "name", name, "value", value);
    }

    void raw(String line) {
        text.append(line).append('\n');
    }

    private void begin(String name, String... attributes) {
        indent();
        text.append('<').append(name);
        for (int index = 0; index < attributes.length; index += 2) {
            text.append(' ').append(attributes[index]).append("=\"");
            text.append(escape(attributes[index + 1])).append('"');
        }
    }

    private void indent() {
        text.append(" ".repeat(depth));
    }

    private static String escape(String value) {
        return UNWRITABLE
                .matcher(value)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }

    /** With three decimals at the most, and no zeros after the last one. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
