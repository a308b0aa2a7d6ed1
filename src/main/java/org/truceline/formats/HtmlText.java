package org.truceline.formats;

import java.io.IOException;
import java.util.regex.Pattern;

/** Writes single values for people. What is absent looks neither like zero nor like an empty text. */
final class HtmlText {
    static final String ABSENT = absent("not given");

    private static final String EMPTY = absent("empty text");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

    private final HtmlWriter html;

    HtmlText(HtmlWriter html) {
        this.html = html;
    }

    /** The markup of words of our own that stand where a value would. */
    static String absent(String words) {
        return "<span class=\"absent\">" + words + "</span>";
    }

    /** An address on the web becomes a link, and no other address does: one may run a script. */
    void write(String text) throws IOException {
        if (text.isEmpty()) {
            html.markup(EMPTY);
        } else if (WEB_ADDRESS.matcher(text).matches()) {
            html.markup("<a rel=\"noreferrer\" href=\"").text(text).markup("\">");
            html.text(text).markup("</a>");
        } else {
            html.text(text);
        }
    }
}
