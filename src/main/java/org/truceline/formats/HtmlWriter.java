package org.truceline.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes markup as it is and everything else escaped, in UTF-8. */
final class HtmlWriter {
    private final Writer out;

    HtmlWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Markup of our own; nothing that comes from the data. */
    HtmlWriter markup(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /**
     * Text, so that it stays text between tags and inside a quoted attribute (HTML, §13.3, escaping a string; the
     * apostrophe as well).
     */
    HtmlWriter text(String text) throws IOException {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String reference = reference(text.charAt(i));
            if (!reference.isEmpty()) {
                out.write(text, written, i - written);
                out.write(reference);
                written = i + 1;
            }
        }
        out.write(text, written, text.length() - written);
        return this;
    }

    private static String reference(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }

    void flush() throws IOException {
        out.flush();
    }
}
