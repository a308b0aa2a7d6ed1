package org.truceline.ingest;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What one row of a file becomes: records, in the order in which they must be loaded.
 *
 * @param notes what of the row could not be taken over, for the report
 * @param known since when it was known; empty for since it is recorded
 */
record Entry(List<Item> items, List<String> notes, Optional<Known> known) {
    Entry {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    static Entry of(TableRow main, List<TableRow> parts) {
        return new Entry(List.of(new Item(main, parts)), List.of(), Optional.empty());
    }

    static Entry of(TableRow main) {
        return of(main, List.of());
    }

    /**
     * Since when something was known.
     *
     * @param isAssumed nobody says so: it follows from something else
     */
    record Known(OffsetDateTime from, boolean isAssumed) {}

    /**
     * A record of the domain.
     *
     * @param main the row with the record's id
     * @param parts rows that belong to it; loaded with it or not at all
     */
    record Item(TableRow main, List<TableRow> parts) {
        Item {
            parts = List.copyOf(parts);
        }
    }
}
