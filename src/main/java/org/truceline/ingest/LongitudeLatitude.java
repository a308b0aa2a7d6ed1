package org.truceline.ingest;

import java.util.Optional;
import java.util.Set;

/**
 * Which coordinate reference systems files may be in. Only longitude, latitude on WGS84 so far; what is in another one is
 * refused, since to read it as degrees would put it somewhere else without a word.
 */
final class LongitudeLatitude {
    private static final Set<String> NAMES =
            Set.of("CRS84", "OGC:CRS84", "EPSG:4326", "http://www.opengis.net/def/crs/OGC/1.3/CRS84");

    private LongitudeLatitude() {}

    static void require(String file, Optional<String> crs) {
        crs.filter(name -> !NAMES.contains(name)).ifPresent(name -> {
            throw new ImportFailure(file + " is in the reference system '" + name
                    + "'; expected OGC:CRS84 or EPSG:4326, with longitude first");
        });
    }
}
