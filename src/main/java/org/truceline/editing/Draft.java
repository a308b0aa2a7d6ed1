package org.truceline.editing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an edit says of a feature.
 *
 * @param values by the names of properties, and of the geometry column; in the text form of PostgreSQL, a geometry in WKB
 *     (longitude, latitude on WGS84) in hexadecimal digits. Empty: the value is taken away
 * @param isWhole whether what isn't said is taken away; else it stays
 * @param rev which version of the feature it was made of, where that is known
 * @param faults what was found wrong already; a value at fault is not among the values
 */
public record Draft(Map<String, Optional<String>> values, boolean isWhole, Optional<Long> rev, List<Fault> faults) {
    public Draft {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        faults = List.copyOf(faults);
    }

    /** The same with a value taken away. */
    Draft withoutValue(String property) {
        Map<String, Optional<String>> others = new LinkedHashMap<>(values);
        others.put(property, Optional.empty());
        return new Draft(others, isWhole, rev, faults);
    }

    boolean isAtFault(String property) {
        return faults.stream().anyMatch(fault -> fault.property().equals(property));
    }
}
