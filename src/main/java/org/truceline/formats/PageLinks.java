package org.truceline.formats;

import java.util.List;
import java.util.Optional;

/** The links of a page of features. */
@FunctionalInterface
public interface PageLinks {
    /** All links of the page, given where it ended if another page follows. */
    List<Link> links(Optional<String> last);
}
