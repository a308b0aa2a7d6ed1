package org.truceline.ceasefire;

import java.util.Locale;

/** Where something stands to a zone; undecided where its position, as uncertain as it is, may be either. */
enum Standing {
    INSIDE,
    OUTSIDE,
    UNDECIDED;

    /** As the database writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
