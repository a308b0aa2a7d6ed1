package org.truceline.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
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

    @ParameterizedTest
    @CsvSource({
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 4326,  false",
        "http://www.opengis.net/def/crs/EPSG/0/4326,   4326,  true",
        "http://www.opengis.net/def/crs/EPSG/0/3857,   3857,  false",
        "http://www.opengis.net/def/crs/EPSG/9.9.1/32642, 32642, false",
        "urn:ogc:def:crs:EPSG::4326,                   4326,  true",
        // Gauss-Krüger zones of the former Soviet Union: northing first.
        "EPSG:28413,                                   28413, true",
    })
    void namesAreUnderstoodWithTheAxisOrderTheyMean(String name, int srid, boolean isNorthingFirst) {
        Crs crs = registry.findByName(name).orElseThrow();

        assertThat(crs.srid()).isEqualTo(srid);
        assertThat(crs.isNorthingFirst()).isEqualTo(isNorthingFirst);
    }

    @Test
    void domainIsWhereEpsgSaysThatACrsMayBeUsed() {
        assertThat(domain(32642)).isEqualTo(new Envelope(66, 72, 0, 84));
        assertThat(domain(3857)).isEqualTo(new Envelope(-180, 180, -85.06, 85.06));
    }

    @Test
    void unknownCodeIsEmpty() {
        assertThat(registry.findByName("EPSG:999999")).isEmpty();
        assertThat(registry.findByName("a line")).isEmpty();
        assertThat(registry.findTransform(999_999)).isEmpty();
    }

    private Object domain(int epsgCode) {
        return registry.findByCode(epsgCode).orElseThrow().domain();
    }

    private Geometry toCrs84(int epsgCode, double easting, double northing) {
        return registry.findTransform(epsgCode)
                .orElseThrow()
                .transform(geometries.createPoint(new Coordinate(easting, northing)));
    }
}
