package org.truceline.formats;

import java.util.List;
import java.util.Optional;

/** The links of a page of features. */
@FunctionalInterface
public interface PageLinks {
    /** All links of the page, given the last feature's id where another page follows it. */
    List<Link> links(Optional<String> lastId);
}
