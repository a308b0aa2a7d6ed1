package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Holes that {@code ST_Buffer(geography, metres)} of PostGIS 3.3.2 makes where there are none, by a place in each that
 * lies far inside of the distance. (JTS and GEOS, which it calls, make them too: jts#876, libgeos#1223.)
 */
class FalseHolesTest {

    @ParameterizedTest
    @CsvSource({
        "vorukh, 25000, 70.704, 39.852",
        "vorukh, 140000, 70.898, 39.783",
        "vorukh, 300000, 69.663, 39.326",
        "armenia-azerbaijan, 3000, 45.1993, 40.9798",
        "armenia-azerbaijan, 5000, 45.1959, 40.9703",
        "armenia-azerbaijan, 10000, 45.5534, 40.6348",
        "armenia-azerbaijan, 10000, 44.9404, 41.0357",
        "armenia-azerbaijan, 25000, 44.761, 41.0234",
        "armenia-azerbaijan, 140000, 43.4638, 40.7308",
        "lesotho, 300000, 28.482, -29.2107",
    })
    void theFalseHolesOfPostgisAreNoneOfOurs(String name, double meters, double longitude, double latitude) {
        Geometry line =
                switch (name) {
                    case "vorukh" -> Shapes.vorukh();
                    case "lesotho" -> Shapes.published(name).getBoundary();
                    default -> Shapes.published(name);
                };
        assertThat(new GeographicTruth(line).metersFrom(longitude, latitude)).isLessThan(0.99 * meters);
        Geometry area = GeodesicBuffer.of(line, Edges.STRAIGHT, meters).area();
        assertThat(area.covers(Shapes.FACTORY.createPoint(new Coordinate(longitude, latitude))))
                .isTrue();
        assertHolesAreFar(area, GeodesicDistance.to(line), meters);
    }

    private static void assertHolesAreFar(Geometry area, GeodesicDistance distance, double meters) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon part = (Polygon) area.getGeometryN(i);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                Coordinate inside = Shapes.FACTORY
                        .createPolygon(part.getInteriorRingN(hole))
                        .getInteriorPoint()
                        .getCoordinate();
                assertThat(distance.metersFrom(inside.x, inside.y)).isGreaterThan(meters);
            }
        }
    }
}
