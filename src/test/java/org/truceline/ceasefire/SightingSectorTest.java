package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ServerTest;

/** The outline that the database gives a sector, against GeographicLib. */
class SightingSectorTest extends ServerTest {
    @Test
    void cornersLieOnTheBearingsAndRangesOfTheObserver() {
        Geometry outline = outline(70.5, 39.9, 225, 15, 4000, 5000);
        for (Coordinate corner : outline.getCoordinates()) {
            GeodesicData seen = Geodesic.WGS84.Inverse(39.9, 70.5, corner.y, corner.x);
            assertThat(Math.IEEEremainder(seen.azi1 - 225, 360)).isBetween(-15.0001, 15.0001);
            assertThat(Math.min(Math.abs(seen.s12 - 4000), Math.abs(seen.s12 - 5000)))
                    .isLessThan(0.001);
        }
        assertThat(outline.isValid()).isTrue();
        assertThat(area(outline)).isCloseTo(Math.toRadians(15) * (5000.0 * 5000 - 4000 * 4000), within(1000.0));
    }

    @ParameterizedTest
    @CsvSource({
        "70.5, 39.9, 0, 180, 0, 3000",
        "70.5, 39.9, 0, 180, 1000, 3000",
        "179.99, 66, 90, 20, 0, 9000",
        "-179.99, -66, 270, 60, 500, 9000",
        "179.995, 5, 10, 180, 1000, 3000"
    })
    void isValidAndAsLargeAsItShouldBe(
            double longitude, double latitude, double bearing, double halfWidth, double near, double far) {
        Geometry outline = outline(longitude, latitude, bearing, halfWidth, near, far);
        assertThat(outline.isValid()).isTrue();
        assertThat(outline.getEnvelopeInternal().getMinX()).isGreaterThanOrEqualTo(-180);
        assertThat(outline.getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(180);
        double expected = Math.toRadians(halfWidth) * (far * far - near * near);
        assertThat(area(outline) / expected).isCloseTo(1, within(1e-3));
    }

    private Geometry outline(
            double longitude, double latitude, double bearing, double halfWidth, double near, double far) {
        byte[] wkb = jdbc().sql(
                        "SELECT ST_AsBinary(ceasefire.sector(ST_SetSRID(ST_MakePoint(?, ?), 4326), ?, ?, ?, ?))")
                .params(longitude, latitude, bearing, halfWidth, near, far)
                .query(byte[].class)
                .single();
        return StoredShape.find(wkb).orElseThrow();
    }

    private double area(Geometry outline) {
        return jdbc().sql("SELECT ST_Area(ST_GeomFromWKB(?, 4326)::geography)")
                .param(StoredShape.bytes(outline))
                .query(Double.class)
                .single();
    }
}
