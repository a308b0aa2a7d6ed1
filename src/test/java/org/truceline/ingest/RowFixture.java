package org.truceline.ingest;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;

/** Rows for tests of formats. */
final class RowFixture {
    private RowFixture() {}

    /** The fields of a row without geometry: names and values in turn; empty values are left out, as in a file. */
    static Fields fields(String... namesAndValues) {
        return fields(Optional.empty(), namesAndValues);
    }

    static Fields fields(Optional<Geometry> geometry, String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                values.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        Manifest.FileEntry file =
                new Manifest.FileEntry("t.csv", FileKind.CHRONICLE, "test", null, Map.of(), Map.of(), Map.of());
        return new Fields(new Row(2, values, geometry), file, UnaryOperator.identity(), new HashSet<>());
    }
}
