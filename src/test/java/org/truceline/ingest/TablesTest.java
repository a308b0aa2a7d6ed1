package org.truceline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
    @Test
    void csvKnowsByteOrderMarksQuotesAndLineBreaksWithinThem() {
        Table table = CsvTable.read("t.csv", "\uFEFFid,name\r\na,\"one\ntwo, \"\"three\"\"\"\r\n".getBytes(UTF_8));
        assertThat(table.rows())
                .containsExactly(new Checked.Good<>(
                        new Row(2, Map.of("id", "a", "name", "one\ntwo, \"three\""), Optional.empty())));
    }

    @Test
    void csvRejectsTheRowWithBytesThatAreNotUtf8AndReadsTheOthers() {
        byte[] bytes = "id,name\na,Vorukh\nb,Sarv\u00e1n\nc,Sokh\n".getBytes(ISO_8859_1);
        Table table = CsvTable.read("t.csv", bytes);
        assertThat(table.rows().get(1))
                .isEqualTo(new Checked.Bad<Row>(
                        new Rejection("t.csv", 3, Optional.of("name"), "holds bytes that are not UTF-8")));
        assertThat(table.rows().get(2)).isInstanceOf(Checked.Good.class);
    }

    @Test
    void csvRejectsARowWithACellTooMany() {
        Table table = CsvTable.read("t.csv", "id,name\na,b,c\n".getBytes(UTF_8));
        assertThat(table.rows())
                .containsExactly(new Checked.Bad<>(
                        new Rejection("t.csv", 2, Optional.empty(), "has 3 cells, the header has 2")));
    }

    @Test
    void csvThatIsNoneFailsAsAWhole() {
        assertThatThrownBy(() -> CsvTable.read("t.csv", "id,name\na,\"b\n".getBytes(UTF_8)))
                .isInstanceOf(ImportFailure.class)
                .hasMessageStartingWith("t.csv is not CSV");
    }

    @Test
    void geoJsonPropertiesBecomeText() {
        Table table = GeoJsonTable.read("t.geojson", """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "id": 7, "geometry": null,
                 "properties": {"name": "Сох", "n": 1.5, "yes": true, "list": ["a", "b"], "none": null}}]}
                """.getBytes(UTF_8));
        assertThat(table.rows())
                .containsExactly(new Checked.Good<>(new Row(
                        1,
                        Map.of("id", "7", "name", "Сох", "n", "1.5", "yes", "true", "list", "a;b"),
                        Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"type\":\"Point\",\"coordinates\":[\"a\",1]} | has the position [\"a\",1]; expected [longitude, latitude]",
                "{\"type\":\"Point\"} | has the position nothing; expected [longitude, latitude]",
                "{\"type\":\"Ball\",\"coordinates\":[]} | is of type 'Ball'",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2]]} | has a line of 1 positions",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]} | has a ring that is not closed",
                "{\"type\":\"Polygon\",\"coordinates\":[]} | has a polygon without rings",
                "{\"type\":\"MultiPolygon\",\"coordinates\":7} | has 7 where a list of coordinates was expected",
            })
    void geoJsonRejectsAGeometryThatIsNoneAndReadsTheOthers(String geometry, String reason) {
        String good =
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[70,40]}}";
        String bad = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geometry + "}";
        Table table = GeoJsonTable.read(
                "t.geojson",
                ("{\"type\":\"FeatureCollection\",\"features\":[" + bad + "," + good + "]}").getBytes(UTF_8));
        assertThat(table.rows().get(0))
                .isInstanceOfSatisfying(
                        Checked.Bad.class,
                        row -> assertThat(row.rejection().toString())
                                .startsWith("t.geojson, row 1, geometry: " + reason.strip()));
        assertThat(table.rows().get(1)).isInstanceOf(Checked.Good.class);
    }

    @Test
    void geoJsonInAnotherReferenceSystemFailsAsAWhole() {
        String text = "{\"type\":\"FeatureCollection\",\"features\":[],"
                + "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:28411\"}}}";
        assertThatThrownBy(() -> GeoJsonTable.read("t.geojson", text.getBytes(UTF_8)))
                .isInstanceOf(ImportFailure.class)
                .hasMessageContaining("EPSG:28411");
    }
}
