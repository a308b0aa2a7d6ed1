package org.truceline.ingest;

import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A line of a table or a feature of a collection, not interpreted yet.
 *
 * @param number see {@link Rejection#row}
 * @param values by column or property name; what is empty is not in it
 * @param geometry longitude, latitude; checked for its shape but not for its type
 */
record Row(int number, Map<String, String> values, Optional<Geometry> geometry) {
    Row {
        values = Map.copyOf(values);
    }
}
