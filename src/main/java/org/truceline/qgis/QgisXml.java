package org.truceline.qgis;

import org.truceline.styles.XmlText;

/** A document of QGIS while it is written, an element a line. Attributes are names and values in turn. */
final class QgisXml {
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
        text.append('>').append(XmlText.escape(value)).append("</").append(name).append(">\n");
    }

    /** One of the values that QGIS keeps of whatever has properties. */
    void option(String name, String value) {
        empty("Option", "type", "QString", "name", name, "value", value);
    }

    /** What is written already. */
    void raw(String line) {
        text.append(line).append('\n');
    }

    private void begin(String name, String... attributes) {
        indent();
        text.append('<').append(name);
        for (int index = 0; index < attributes.length; index += 2) {
            text.append(' ').append(attributes[index]).append("=\"");
            text.append(XmlText.escape(attributes[index + 1])).append('"');
        }
    }

    private void indent() {
        text.append(" ".repeat(depth));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
