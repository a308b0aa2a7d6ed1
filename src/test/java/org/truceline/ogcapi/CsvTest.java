package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Pages of features as CSV. */
class CsvTest extends ServerTest {
    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue);
    }

    @AfterEach
    void dropRelations() {
        fixture.close();
    }

    @Test
    void pointsHaveCoordinatesAndTextsNoFormulas() throws Exception {
        fixture.table(
                        "sheet",
                        "id text PRIMARY KEY, said text, n int, lon text, geom geometry(PointZ,4326)",
                        "('-1', '=1+1', -1, '+', 'POINT Z (70.5 40.25 800)')",
                        "('@b', '@x, \"y\"', NULL, '', 'POINT Z EMPTY')",
                        "('c', E'\\tx', 3, E'a\\nb', NULL)",
                        "('d', E'\\r', 4, ' ж ', NULL)",
                        "('e', 'a=b', 5, NULL, NULL)")
                .awaitServed("sheet");

        assertThat(csv("/collections/sheet/items"))
                .isEqualTo("""
                id,said,n,lon,lon_,lat,z
                '-1,'=1+1,-1,'+,70.5,40.25,800.0
                '@b,"'@x, ""y""\",,"",,,
                c,'\tx,3,"a
                b",,,
                d,"'\r",4," ж ",,,
                e,a=b,5,,,,
                """.replace("\n", "\r\n").replace("a\r\nb", "a\nb"));
    }

    @Test
    void otherGeometriesAreText() throws Exception {
        fixture.table(
                        "shapes",
                        "id int PRIMARY KEY, geom geometry(GeometryZM,4326)",
                        "(1, 'POINT ZM (1 2 3 4)')",
                        "(2, 'MULTIPOINT ZM ((1 2 3 4), EMPTY)')",
                        "(3, 'POLYGON ZM ((0 0 1 2, 1 0 1 2, 1 1 1 2, 0 0 1 2))')",
                        "(4, 'GEOMETRYCOLLECTION ZM (POINT ZM (0.1 0.2 0.3 0.4), LINESTRING ZM EMPTY)')",
                        "(5, NULL)")
                .awaitServed("shapes");

        assertThat(csv("/collections/shapes/items")).isEqualTo("""
                id,WKT
                1,"POINT ZM (1.0 2.0 3.0 4.0)"
                2,"MULTIPOINT ZM ((1.0 2.0 3.0 4.0),EMPTY)"
                3,"POLYGON ZM ((0.0 0.0 1.0 2.0,1.0 0.0 1.0 2.0,1.0 1.0 1.0 2.0,0.0 0.0 1.0 2.0))"
                4,"GEOMETRYCOLLECTION ZM (POINT ZM (0.1 0.2 0.3 0.4),LINESTRING ZM EMPTY)"
                5,
                """.replace("\n", "\r\n"));
    }

    @Test
    void numbersAndTimesAreUntouched() throws Exception {
        fixture.table(
                        "values",
                        "id int8 PRIMARY KEY, n numeric, f float8, s float4, b bool, day date, at timestamptz,"
                                + " doc jsonb, geom geometry(Point,3857)",
                        "(9007199254740993, -12345678901234567890.50, -0.1, 0.1, true, '2021-04-29',"
                                + " '2021-04-29 14:00:00.5+06', '{\"a\":[1]}', 'SRID=3857;POINT(1 2)')",
                        "(9007199254740994, 'NaN', '-Infinity', 'NaN', false, 'infinity', '-infinity', '-5', NULL)")
                .awaitServed("values");

        assertThat(csv("/collections/values/items?crs=http://www.opengis.net/def/crs/EPSG/0/3857"))
                .isEqualTo("""
                        id,n,f,s,b,day,at,doc,x,y
                        9007199254740993,-12345678901234567890.50,-0.1,0.1,true,2021-04-29,2021-04-29T08:00:00.500Z,"{""a"": [1]}",1.0,2.0
                        9007199254740994,NaN,-Infinity,NaN,false,infinity,-infinity,-5,,
                        """.replace("\n", "\r\n"));
    }

    private String csv(String path) throws Exception {
        HttpResponse<String> response = get(path, "Accept", "text/csv");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase("text/csv;header=present;charset=utf-8");
        return response.body();
    }
}
