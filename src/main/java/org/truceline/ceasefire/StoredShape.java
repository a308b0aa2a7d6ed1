package org.truceline.ceasefire;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometries on their way from and to PostGIS, as well-known binary. */
final class StoredShape {
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    private StoredShape() {}

    static Optional<Geometry> find(byte @Nullable [] wkb) {
        return Optional.ofNullable(wkb).map(StoredShape::read);
    }

    static Geometry ofHex(String wkb) {
        return read(HexFormat.of().parseHex(wkb));
    }

    static byte[] bytes(Geometry geometry) {
        return new WKBWriter().write(geometry);
    }

    private static Geometry read(byte[] wkb) {
        try {
            return new WKBReader(FACTORY).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS sent a geometry that JTS cannot read", e);
        }
    }
}
