package org.truceline.ingest;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.truceline.crs.Crs;
import org.truceline.crs.CrsRegistry;
import org.truceline.crs.ToCrs84;

/** From the coordinate reference system of a file to longitude, latitude on WGS84, in which records are kept. */
final class FileCrs {
    private static final String FIELD = "geometry";

    private FileCrs() {}

    /**
     * The way for a file's geometries; easting or longitude comes first in them.
     *
     * @param name as the manifest gives it, {@code EPSG:32642} or a URI; absent: CRS84
     * @throws ImportFailure if it names no coordinate reference system from which there is a way: to read its numbers as
     *     degrees would put things somewhere else without a word
     */
    static UnaryOperator<Geometry> toCrs84(String file, Optional<String> name, CrsRegistry registry) {
        if (name.isEmpty()) {
            return UnaryOperator.identity();
        }
        Crs crs = registry.findByName(name.get())
                .orElseThrow(() -> new ImportFailure(file + " is in the reference system '" + name.get()
                        + "'; expected OGC:CRS84 or one of the EPSG database, such as EPSG:32642"));
        if (crs.srid() == Crs.CRS84.srid()) {
            return UnaryOperator.identity();
        }
        try {
            ToCrs84 transform = registry.findTransform(crs.srid()).orElseThrow();
            return geometry -> transform(geometry, transform);
        } catch (IllegalArgumentException noWay) {
            throw new ImportFailure(file + ": " + noWay.getMessage(), noWay);
        }
    }

    private static Geometry transform(Geometry geometry, ToCrs84 transform) {
        try {
            return transform.transform(geometry);
        } catch (IllegalArgumentException outside) {
            throw new InvalidField(FIELD, "cannot be placed: " + outside.getMessage());
        }
    }
}
