package org.truceline.layers;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * The column that holds a feature's geometry.
 *
 * @param name the column's name
 * @param type PostGIS's name of the geometry type ({@code Point}, {@code MultiPolygonZ}), {@code Geometry} where
 *     the column takes any
 * @param srid the SRID that the column declares; 0 where it declares none, as the computed columns of a view
 * @param uncertainty the column of metres around the geometry within which the place lies that it stands for; empty where
 *     the relation marks none
 * @param domain where its coordinate reference system may be used, in degrees of longitude and latitude; empty where
 *     that is not known
 */
public record GeometryColumn(
        String name, String type, int srid, Optional<Property> uncertainty, Optional<Envelope> domain) {
    /** Longitude and latitude on WGS84, in this order: how PostGIS reads EPSG:4326, and what GeoJSON takes. */
    public static final int CRS84_SRID = 4326;

    public GeometryColumn(String name, String type, int srid) {
        this(name, type, srid, Optional.empty(), Optional.empty());
    }

    GeometryColumn withUncertainty(Optional<Property> newUncertainty) {
        return new GeometryColumn(name, type, srid, newUncertainty, domain);
    }

    GeometryColumn within(Optional<Envelope> newDomain) {
        return new GeometryColumn(name, type, srid, uncertainty, newDomain);
    }

    public boolean isCrs84() {
        return srid == CRS84_SRID;
    }

    /** The type without the marks of further dimensions: {@code Point} for {@code PointZ}. */
    public String plainType() {
        return type.replaceFirst("ZM?$|M$", "");
    }

    /** Whether it holds nothing but positions, which have no edges between them. */
    public boolean isOfPoints() {
        return plainType().equals("Point") || plainType().equals("MultiPoint");
    }

    /** Whether each row has to say for itself which SRID it is in. */
    public boolean isSridUndeclared() {
        return srid == 0;
    }
}
