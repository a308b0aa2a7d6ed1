package org.truceline.ogcapi;

import java.util.Optional;
import org.truceline.formats.HtmlFrame;

/**
 * A page cut in two where features are to stand, which a template marks with a comment. No text that a template is
 * given can look like that comment: it would be escaped.
 */
record SplitPage(String head, String tail) implements HtmlFrame {
    private static final String MARK = "<!-- features -->";

    static SplitPage of(String page) {
        int mark = page.indexOf(MARK);
        if (mark < 0) {
            throw new IllegalStateException("The template has no " + MARK);
        }
        return new SplitPage(page.substring(0, mark), page.substring(mark + MARK.length()));
    }

    @Override
    public String head(long numberMatched) {
        return head;
    }

    @Override
    public String tail(long numberReturned, Optional<String> lastId) {
        return tail;
    }
}
