package org.truceline.processes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects in the order in which they are written down: the same each time, as their ETags have to be. */
final class JsonObject {
    private JsonObject() {}

    /** An object of alternating names and values. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(object);
    }
}
