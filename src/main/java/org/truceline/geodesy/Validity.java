package org.truceline.geodesy;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Whether polygons have an inside (OGC 06-103r4 §6.1.11.1). */
final class Validity {
    private Validity() {}

    /**
     * Refuses polygons that are not valid.
     *
     * @param demand what is expected of them, or what follows, without a full stop
     * @throws IllegalArgumentException with the demand, what is wrong, and where
     */
    static void require(Geometry polygons, String demand) {
        @Nullable TopologyValidationError error = new IsValidOp(polygons).getValidationError();
        if (error != null) {
            throw new IllegalArgumentException(demand + ": " + error.getMessage() + at(error.getCoordinate()));
        }
    }

    private static String at(@Nullable Coordinate place) {
        return place == null ? "" : " at longitude " + place.x + ", latitude " + place.y;
    }
}
