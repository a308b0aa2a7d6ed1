package org.truceline.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CrsRegistryTest {
    private final CrsRegistry registry = new CrsRegistry(new EpsgDatabase(Path.of("target/crs-test")));
    private final GeometryFactory geometries = new GeometryFactory();

    /** EPSG Guidance Note 7-2, §3.5.1: a Transverse Mercator example is not in WGS84; a zone's own definition is. */
    @Test
    void originOfUtmZone42IsItsCentralMeridianOnTheEquator() {
        Geometry point = toCrs84(32642, 500_000, 0);

        assertThat(point.getCoordinate().x).isCloseTo(69, within(1e-9));
        assertThat(point.getCoordinate().y).isCloseTo(0, within(1e-9));
    }

    @Test
    void eastingComesFirstWhateverTheDefinitionSays() {
        // EPSG defines 4326 as latitude, longitude.
        assertThat(toCrs84(4326, 70.5, 39.9).getCoordinate()).isEqualTo(new Coordinate(70.5, 39.9));
    }

    @Test
    void webMercatorsEdgeIsTheAntimeridian() {
        assertThat(toCrs84(3857, 20_037_508.342789244, 0).getCoordinate().x).isCloseTo(180, within(1e-9));
    }

    @Test
    void unknownCodeIsEmpty() {
        assertThat(registry.findTransform(999_999)).isEmpty();
    }

    private Geometry toCrs84(int epsgCode, double easting, double northing) {
        return registry.findTransform(epsgCode)
                .orElseThrow()
                .transform(geometries.createPoint(new Coordinate(easting, northing)));
    }
}
