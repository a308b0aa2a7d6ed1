package org.truceline.crs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.CRS.AxisOrder;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Coordinate reference systems by their code in the EPSG database. Safe for use by several threads. */
@Component
public class CrsRegistry {
    /** As a URI or, as some clients write it, in short, with or without the version of the database. */
    private static final Pattern EPSG_NAME = Pattern.compile(
            "(?:https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/|urn:ogc:def:crs:EPSG:[0-9.]*:|EPSG:)(\\d{1,9})");

    private static final Pattern CRS84_NAME = Pattern.compile(
            "https?://www\\.opengis\\.net/def/crs/OGC/(?:1\\.3|0)/CRS84|urn:ogc:def:crs:OGC:(?:1\\.3)?:CRS84|OGC:CRS84");

    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    private final Map<Integer, Optional<Crs>> known = new ConcurrentHashMap<>();

    // The database has to know its folder before anything asks it.
    CrsRegistry(EpsgDatabase database) {
        database.open();
    }

    /** The coordinate reference system of this name: a URI, a URN, or {@code EPSG:32642}. */
    public Optional<Crs> findByName(String name) {
        if (CRS84_NAME.matcher(name).matches()) {
            return Optional.of(Crs.CRS84);
        }
        Matcher epsg = EPSG_NAME.matcher(name);
        return epsg.matches() ? findByCode(Integer.parseInt(epsg.group(1))) : Optional.empty();
    }

    /** The coordinate reference system of this EPSG code; empty where EPSG has none. */
    public Optional<Crs> findByCode(int epsgCode) {
        return known.computeIfAbsent(epsgCode, CrsRegistry::read);
    }

    private static Optional<Crs> read(int epsgCode) {
        try {
            CoordinateReferenceSystem crs = CRS.decode("EPSG:" + epsgCode, false);
            String uri = "http://www.opengis.net/def/crs/EPSG/0/" + epsgCode;
            boolean isNorthingFirst = CRS.getAxisOrder(crs) == AxisOrder.NORTH_EAST;
            return Optional.of(
                    new Crs(uri, epsgCode, isNorthingFirst, findDomain(crs).orElse(WORLD)));
        } catch (FactoryException unknown) {
            return Optional.empty();
        }
    }

    /** The definition of a coordinate reference system of this registry in well-known text (OGC 01-009). */
    public String toWellKnownText(Crs crs) {
        try {
            return CRS.decode("EPSG:" + crs.srid(), false).toWKT();
        } catch (FactoryException unknown) {
            throw new IllegalArgumentException("EPSG has no coordinate reference system " + crs.srid(), unknown);
        }
    }

    /**
     * Where the coordinate reference system of this EPSG code may be used, in degrees; empty where EPSG doesn't say, and
     * where it is no box because it crosses the antimeridian.
     */
    public Optional<Envelope> findDomain(int epsgCode) {
        try {
            return findDomain(CRS.decode("EPSG:" + epsgCode, true));
        } catch (FactoryException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Envelope> findDomain(CoordinateReferenceSystem crs) {
        return Optional.ofNullable(CRS.getGeographicBoundingBox(crs))
                .filter(box -> box.getWestBoundLongitude() <= box.getEastBoundLongitude())
                .map(box -> new Envelope(
                        box.getWestBoundLongitude(),
                        box.getEastBoundLongitude(),
                        box.getSouthBoundLatitude(),
                        box.getNorthBoundLatitude()));
    }

    /**
     * How to get from a coordinate reference system to CRS84.
     *
     * @param epsgCode such as 32642; empty where EPSG has no coordinate reference system of this code
     * @throws IllegalArgumentException if there is one, but no known way from it to WGS84 of stated accuracy; a
     *     guessed way may be off by hundreds of metres
     */
    public Optional<ToCrs84> findTransform(int epsgCode) {
        try {
            // Longitude, or easting, first: the order in which all of Truceline writes coordinates inside.
            CoordinateReferenceSystem crs = CRS.decode("EPSG:" + epsgCode, true);
            return Optional.of(new ToCrs84(CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, false)));
        } catch (NoSuchAuthorityCodeException unknown) {
            return Optional.empty();
        } catch (FactoryException noWay) {
            throw new IllegalArgumentException(
                    "there is no known way from EPSG:" + epsgCode + " to WGS84: " + noWay.getMessage(), noWay);
        }
    }
}
