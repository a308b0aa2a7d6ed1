package org.truceline.styles;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** XML while it is written, an element a line. Attributes are names and values in turn. */
public final class XmlText {
    /** What XML 1.0 (§2.2) has no way to write. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String REPLACEMENT = "\uFFFD";

    private final StringBuilder text = new StringBuilder();

    private XmlText() {}

    static XmlText document() {
        XmlText document = new XmlText();
        document.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        return document;
    }

    /** Elements that are to stand in another document. */
    static XmlText fragment() {
        return new XmlText();
    }

    /** An element and what stands in it. */
    void element(String name, List<String> attributes, Runnable content) {
        text.append("\n<").append(name);
        for (int index = 0; index < attributes.size(); index += 2) {
            text.append(' ').append(attributes.get(index)).append("=\"");
            text.append(escape(attributes.get(index + 1))).append('"');
        }
        text.append('>');
        content.run();
        text.append("</").append(name).append('>');
    }

    void element(String name, Runnable content) {
        element(name, List.of(), content);
    }

    /** An element in which nothing stands. */
    void empty(String name, List<String> attributes) {
        element(name, attributes, () -> {});
    }

    /** An element in which a text stands. */
    void text(String name, List<String> attributes, String value) {
        element(name, attributes, () -> text.append(escape(value)));
    }

    void text(String name, String value) {
        text(name, List.of(), value);
    }

    /** As it stands in a text, and in an attribute in double quotes. */
    public static String escape(String value) {
        return UNWRITABLE
                .matcher(value)
                .replaceAll(REPLACEMENT)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }

    /** With three decimals at the most, and no zeros after the last one. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    /** What is written, without anything after its last element. */
    @Override
    public String toString() {
        return text.toString();
    }
}
