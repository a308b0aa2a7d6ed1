package org.truceline.formats;

import java.io.IOException;

/** Folds away what would take the room of everything around it. A click unfolds it, with a script or without. */
final class HtmlFold {
    private final HtmlWriter html;

    HtmlFold(HtmlWriter html) {
        this.html = html;
    }

    /** Writes a part of a page. */
    @FunctionalInterface
    interface Part {
        void write() throws IOException;
    }

    /** A text of which the beginning stays in sight. */
    void text(String text, int beginning) throws IOException {
        fold(beginningOf(text, beginning) + " …", () -> html.text(text));
    }

    /** Folds {@code inside} below a few words that tell what it is. */
    void fold(String words, Part inside) throws IOException {
        html.markup("<details class=\"folded\"><summary><span class=\"beginning\">");
        html.text(words);
        html.markup("</span><span class=\"less\">Show less</span></summary><div>");
        inside.write();
        html.markup("</div></details>");
    }

    /** Up to the end of a word, if one ends in the last third. */
    private static String beginningOf(String text, int length) {
        int end = text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length())));
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > end * 2 / 3 ? space : end);
    }
}
