package org.truceline.formats;

import java.util.Optional;

/** What stands around features on a page of HTML: markup, complete with what its text has to be escaped. */
public interface HtmlFrame {
    /** All that comes before the first feature. */
    String head(long numberMatched);

    /**
     * All that comes after the last feature.
     *
     * @param last the last feature's id where another page follows it
     */
    String tail(long numberReturned, Optional<String> last);
}
