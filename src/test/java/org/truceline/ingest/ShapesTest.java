package org.truceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapesTest {
    @Test
    void takesTheEndsOfTheEarth() {
        assertThat(point(180, -90).getX()).isEqualTo(180);
        assertThat(point(-180, 90).getY()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({"180.0001, 0", "0, 90.0001", "NaN, 0", "0, Infinity", "-4000000, 40"})
    void refusesWhatIsNotOnEarth(double longitude, double latitude) {
        assertThatThrownBy(() -> point(longitude, latitude)).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0)) | is not valid: Self-intersection near 1.0 1.0",
                "POLYGON EMPTY | is empty",
                "LINESTRING (0 0, 1 1) | is a LineString; expected a Polygon or a MultiPolygon",
                "GEOMETRYCOLLECTION (POINT (0 0)) | is a GeometryCollection; expected a Polygon or a MultiPolygon"
            })
    void refusesWhatIsNoValidPolygon(String wkt, String reason) throws ParseException {
        Geometry geometry = new WKTReader().read(wkt);
        assertThatThrownBy(() -> Shapes.polygons(geometry))
                .isInstanceOf(InvalidField.class)
                .hasMessage(reason);
    }

    @Test
    void makesOneOfMany() throws ParseException {
        assertThat(Shapes.polygons(new WKTReader().read("POLYGON ((0 0, 1 0, 1 1, 0 0))"))
                        .getNumGeometries())
                .isEqualTo(1);
        assertThat(Shapes.lines(new WKTReader().read("LINESTRING (0 0, 1 1)")).getNumGeometries())
                .isEqualTo(1);
    }

    private static Point point(double longitude, double latitude) {
        return Shapes.point(GeoJsonGeometry.FACTORY.createPoint(new Coordinate(longitude, latitude)));
    }
}
