package org.truceline.crs;

import org.locationtech.jts.geom.Envelope;

/**
 * A coordinate reference system as clients name it.
 *
 * @param uri its URI (OGC Name Type Specification, OGC 09-048r5)
 * @param srid its number in PostGIS
 * @param isNorthingFirst whether it defines latitude, or northing, as its first axis; coordinates that come in or go
 *     out under this URI have that order, inside Truceline longitude or easting is always first
 * @param domain where it may be used, in longitude/latitude degrees (EPSG's area of use)
 */
public record Crs(String uri, int srid, boolean isNorthingFirst, Envelope domain) {
    public static final Crs CRS84 =
            new Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, false, new Envelope(-180, 180, -90, 90));

    public Crs {
        domain = domain.copy();
    }

    @Override
    public Envelope domain() {
        return domain.copy();
    }
}
