package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truceline.ServerTest;

/** What nobody should ask of a process: each is refused with what was wrong and what was expected. */
class HostileExecutionTest extends ServerTest {
    private static final String POINT = "{\"type\": \"Point\", \"coordinates\": [70, 40]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0                 | at least 0.1 m
            -0.0              | at least 0.1 m
            0.01              | at least 0.1 m
            1e9               | a number from -500000 to 500000
            -1e9              | a number from -500000 to 500000
            1e999             | a number from -500000 to 500000
            "1000"            | a number from -500000 to 500000
            null              | a number from -500000 to 500000
            [1000]            | a number from -500000 to 500000
            -100              | polygon
            NaN               | not JSON
            """)
    void distancesThatAreNone(String distance, String expected) throws Exception {
        assertRefused("{\"inputs\": {\"geometry\": " + POINT + ", \"distance\": " + distance + "}}", expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}      | Self-intersection
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1]]]}              | the last like the first
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}                      | four or more
            {"type": "Polygon", "coordinates": []}                                              | is empty
            {"type": "LineString", "coordinates": []}                                           | is empty
            {"type": "LineString", "coordinates": [[0, 0]]}                                     | two or more
            {"type": "MultiPoint", "coordinates": []}                                           | is empty
            {"type": "GeometryCollection", "geometries": []}                                    | is empty
            {"type": "GeometryCollection", "geometries": [null]}                                | type is one of
            {"type": "FeatureCollection", "features": {}}                                       | no array
            {"type": "Feature", "geometry": null}                                               | type is one of
            {"type": "Point", "coordinates": [NaN, 0]}                                          | not JSON
            {"type": "Point", "coordinates": [1e999, 0]}                                        | longitude within
            {"type": "Point", "coordinates": [0, 90.1]}                                         | latitude within
            {"type": "Point", "coordinates": [541, 0]}                                          | longitude within
            {"type": "Point", "coordinates": ["0", "0"]}                                        | longitude and latitude
            {"type": "Point", "coordinates": [0]}                                               | longitude and latitude
            {"type": "Point", "coordinates": [[0, 0]]}                                          | longitude and latitude
            {"type": "Circle", "coordinates": [0, 0]}                                           | type is one of
            {"type": "Point", "crs": {"properties": {"name": "EPSG:3857"}}, "coordinates": [0, 0]} | CRS84
            "POINT(0 0)"                                                                        | type is one of
            7                                                                                   | type is one of
            {"href": "http://169.254.169.254/latest/meta-data"}                                 | leads elsewhere
            {"href": "/collections/../jobs"}                                                    | leads elsewhere
            {"href": "/processes"}                                                              | leads elsewhere
            {"href": "/collections/nowhere/items/1"}                                            | status 404
            {"href": "/collections/places"}                                                     | type is one of
            {"href": 7}                                                                         | a reference to no text
            {"value": {"type": "Point", "coordinates": [0, 0]}, "mediaType": "application/gml+xml"} | expected is JSON
            """)
    void geometriesThatAreNone(String geometry, String expected) throws Exception {
        assertRefused("{\"inputs\": {\"geometry\": " + geometry + ", \"distance\": 1000}}", expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                    | no JSON object
            []                                                    | no JSON object
            {}                                                    | "geometry": it is missing
            {"inputs": []}                                        | no object
            {"inputs": {"geometry": 1, "geometry": 2}}            | not JSON
            {"inputs": {}} {}                                     | not JSON
            {"inputs": {"width": 3}}                              | expected are geometry, distance
            {"input": {}}                                         | expected are inputs, outputs and response
            {"inputs": {}, "mode": "async"}                       | expected are inputs, outputs and response
            {"inputs": {}, "subscriber": {"successUri": "http://example.org"}} | calls nobody back
            """)
    void requestsThatAreNone(String body, String expected) throws Exception {
        assertRefused(body, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "outputs": {"area": {}}                                              | expected are buffer
            "outputs": {"buffer": {"transmissionMode": "reference"}}             | transmissionMode value
            "outputs": {"buffer": {"format": {"mediaType": "image/tiff"}}}       | application/geo+json
            "response": "xml"                                                    | raw or document
            "response": 1                                                        | raw or document
            """)
    void answersThatAreNotOffered(String asked, String expected) throws Exception {
        assertRefused("{\"inputs\": {\"geometry\": " + POINT + ", \"distance\": 10}, " + asked + "}", expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "caps": "flat"                      | LineString
            "side": "left"                      | LineString
            "side": "LEFT"                      | one of both, left, right
            "tolerance": 0                      | from 0.001
            "edges": null                       | one of straight, geodesic
            """)
    void optionsThatDoNotFitAPoint(String option, String expected) throws Exception {
        assertRefused("{\"inputs\": {\"geometry\": " + POINT + ", \"distance\": 10, " + option + "}}", expected);
    }

    @Test
    void polygonOfAMillionVerticesIsTooLong() throws Exception {
        HttpResponse<String> response = execute(ofVertices(1_000_000));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(JsonAnswer.of(response).body().get("detail").asString()).contains("at most");
    }

    @Test
    void polygonOfMoreVerticesThanAreComputedIsRefused() throws Exception {
        assertRefused(ofVertices(100_001), "more than 100000 positions");
    }

    /** A coarse circle written with few digits. */
    private static String ofVertices(int count) {
        return IntStream.rangeClosed(0, count)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * (i % count) / count;
                    return "[%.5f,%.5f]".formatted(Math.cos(angle), Math.sin(angle));
                })
                .collect(Collectors.joining(
                        ",",
                        "{\"inputs\":{\"distance\":10,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[",
                        "]]}}}"));
    }

    @Test
    void nestedCollectionsEndSomewhere() throws Exception {
        String nested = "{\"type\": \"GeometryCollection\", \"geometries\": [".repeat(100) + POINT + "]}".repeat(100);

        assertRefused("{\"inputs\": {\"geometry\": " + nested + ", \"distance\": 10}}", "nested more than 8 deep");
        assertRefused("[".repeat(100_000), "not JSON");
    }

    @Test
    void bufferThatWouldTakeAllMemoryIsRefusedBeforeItIsComputed() throws Exception {
        assertRefused(
                "{\"inputs\": {\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[0, 0], [180, 80]]},"
                        + " \"distance\": 1}}",
                "vertices; expected are at most 2000000");
    }

    @Test
    void bodyHasToBeJson() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/processes/buffer/execution"))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("<Execute/>")));

        assertThat(response.statusCode()).isEqualTo(415);
    }

    private void assertRefused(String body, String expected) throws Exception {
        JsonAnswer answer = JsonAnswer.of(execute(body));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.body().get("detail").asString()).contains(expected);
    }

    private HttpResponse<String> execute(String body) throws Exception {
        return send(HttpRequest.newBuilder(uri("/processes/buffer/execution"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
