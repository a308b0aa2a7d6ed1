package org.truceline.editing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a record.
 *
 * @param values by the names of columns, in PostgreSQL's text form
 */
record StoredRecord(long rev, Map<String, Optional<String>> values) {
    StoredRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
