package org.truceline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class WkbGeometryTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POINT (70.1 -39.9)                        | {"type":"Point","coordinates":[70.1,-39.9]}
            LINESTRING (0 0, 180 90)                  | {"type":"LineString","coordinates":[[0.0,0.0],[180.0,90.0]]}
            POLYGON ((0 0, 3 0, 3 3, 0 0), (1 .5, 2 1, 2 .5, 1 .5)) | {"type":"Polygon","coordinates":[[[0.0,0.0],[3.0,0.0],[3.0,3.0],[0.0,0.0]],[[1.0,0.5],[2.0,1.0],[2.0,0.5],[1.0,0.5]]]}
            POLYGON ((0 0, 3 3, 3 0, 0 0), (1 .5, 2 .5, 2 1, 1 .5)) | {"type":"Polygon","coordinates":[[[0.0,0.0],[3.0,0.0],[3.0,3.0],[0.0,0.0]],[[1.0,0.5],[2.0,1.0],[2.0,0.5],[1.0,0.5]]]}
            MULTIPOINT ((1 2), (3 4))                 | {"type":"MultiPoint","coordinates":[[1.0,2.0],[3.0,4.0]]}
            MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))  | {"type":"MultiLineString","coordinates":[[[0.0,0.0],[1.0,1.0]],[[2.0,2.0],[3.0,3.0]]]}
            MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))     | {"type":"MultiPolygon","coordinates":[[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,0.0]]]]}
            GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1)) | {"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1.0,2.0]},{"type":"LineString","coordinates":[[0.0,0.0],[1.0,1.0]]}]}
            POLYGON EMPTY                             | {"type":"Polygon","coordinates":[]}
            MULTIPOINT EMPTY                          | {"type":"MultiPoint","coordinates":[]}
            """)
    void isWrittenAsGeoJson(String wkt, String expected) throws Exception {
        Geometry geometry = new WKTReader().read(wkt);

        for (int order : new int[] {ByteOrderValues.LITTLE_ENDIAN, ByteOrderValues.BIG_ENDIAN}) {
            assertThat(toJson(new WKBWriter(2, order).write(geometry))).isEqualTo(expected);
        }
    }

    private static String toJson(byte[] wkb) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteOutput out = new ByteOutput(bytes);
        new WkbGeometry(AxisOrder.EASTING_FIRST, out).write(wkb);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
