package org.truceline.crs;

import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.springframework.stereotype.Component;

/** Coordinate reference systems by their code in the EPSG database. Safe for use by several threads. */
@Component
public class CrsRegistry {
    // The database has to know its folder before anything asks it.
    CrsRegistry(EpsgDatabase database) {
        database.open();
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
