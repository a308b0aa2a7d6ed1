package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.cql2.FilterMutants;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** What filters mean, asked over HTTP of PostGIS. Each names the ids of the features that it selects. */
@TestInstance(Lifecycle.PER_CLASS)
class FilterTest extends ServerTest {
    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayer() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue);
        FilterFixture.make(fixture);
    }

    @AfterAll
    void dropLayer() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "name = 'Исфара'|1",
                "\"two words\" = 'it''s'|1",
                "\"two words\" = 'it\\'s'|1",
                "name = 'back\\\\slash'|4",
                "name <> 'Исфара'|2 3 4 5",
                "NOT name = 'Исфара'|2 3 4 5",
                "name > 'C'|1 4 5",
                "n = 5|1",
                "n >= 5|1 4 5",
                "n < 0.5|2 3",
                "5 = n|1",
                "n = 5.0|1",
                "n = 2147483648|",
                "r = 0.1|1",
                "r < 1e300|1 2 3 5",
                "x = r|5",
                "d = 0.1 + 0.2|1",
                "d > 99999999999999999999|2",
                "flag = true|1 4",
                "flag <> TRUE|2 5",
                "flag|1 4",
                "NOT flag OR n = 5|1 2 5",
                "id = 3|3",
                "code = '6f1c1b9e-0d3a-4f39-9d5c-3f9a3a7f0001'|1",
                "name IS NULL|6",
                "n IS NOT NULL|1 2 3 4 5",
                "geom IS NULL|6",
                "doc IS NOT NULL|1 2",
                "tags IS NULL|4 6",
                "true|1 2 3 4 5 6",
                "false|",
                "name = 'x' OR true|1 2 3 4 5 6",
                "flag = true OR name IS NULL|1 4 6",
                "'a' = 'a' AND 1 < 2|1 2 3 4 5 6"
            })
    void comparisons(String filter, String ids) throws Exception {
        assertSelects(filter, ids);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "name LIKE '50%'|2 3",
                "name LIKE '50\\% of\\_it'|2",
                "name LIKE '__ of%'|3",
                "name LIKE 'back\\\\\\\\slash'|4",
                "name NOT LIKE '50%'|1 4 5",
                "name LIKE ''|",
                "'abc' LIKE 'a_c'|1 2 3 4 5 6",
                "CASEI(name) = casei('ИСФАРА')|1",
                "CASEI(\"two words\") = CASEI('STRASSE')|5",
                "casei(\"two words\") IN (casei('A b'), casei('x'))|2 3",
                "CASEI(name) LIKE CASEI('ис%')|1",
                "ACCENTI(name) LIKE accenti('Chisinau%')|5",
                "ACCENTI(CASEI(name)) = accenti(casei('chisinău strasse'))|5",
                "accenti('Øресунд й') = accenti('Oресунд и')|1 2 3 4 5 6",
                "lower(name) = 'исфара'|1",
                "char_length(name) = 6|1",
                "n BETWEEN -3 AND 5|1 2 3",
                "n NOT BETWEEN -3 AND 5|4 5",
                "n BETWEEN 5 AND 1|",
                "day BETWEEN DATE('2021-04-28') AND DATE('2021-04-29')|1 2",
                "n IN (5, 7, 8)|1 5",
                "n NOT IN (5, 7, 8)|2 3 4",
                "day IN (DATE('2021-04-28'))|1",
                "flag IN (false)|2 5"
            })
    void texts(String filter, String ids) throws Exception {
        assertSelects(filter, ids);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "n + 1 = 6|1",
                "n = 2 + 3|1",
                "n * 2 = 10|1",
                "-n = 3|2",
                "n / 2 = 2.5|1",
                "1 / n > 0|1 4 5",
                "n div 2 = -1|2",
                "n % 3 = 2|1",
                "5 % n = 2|2",
                "n div 0 IS NULL|1 2 3 4 5 6",
                "n ^ 2 = 49|5",
                "n > n - 1|1 2 3 4 5",
                "n + 1 > 2147483647|4",
                "x * 2 = 5|1",
                "abs(n) = 3|2",
                "floor(x) = -1|2",
                "ceil(x) = 3|1"
            })
    void arithmetic(String filter, String ids) throws Exception {
        assertSelects(filter, ids);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "S_INTERSECTS(geom, BBOX(69.5, 39, 71, 41))|1 2 3",
                "S_INTERSECTS(geom, BBOX(69.5, 39, -500, 71, 41, 500))|1 2 3",
                "S_INTERSECTS(geom, BBOX(179, -20, -179, -10))|4 5",
                "S_INTERSECTS(BBOX(70.6, 40.1, 70.6, 40.1), geom)|1",
                "NOT S_INTERSECTS(geom, BBOX(69.5, 39, 71, 41))|4 5",
                "S_DISJOINT(geom, POINT(70.6 40.1))|2 3 4 5",
                "S_EQUALS(geom, POINT(70.6 40.1))|1",
                "S_WITHIN(geom, POLYGON((70 39, 71 39, 71 41, 70 41, 70 39)))|1 2",
                "S_CONTAINS(geom, POINT(70.5 39.2))|2",
                "S_TOUCHES(geom, LINESTRING(70 38, 70 41))|2",
                "S_CROSSES(geom, POLYGON((70 39, 71 39, 71 41, 70 41, 70 39)))|3",
                "S_OVERLAPS(geom, POLYGON((70.5 39.5, 72 39.5, 72 41, 70.5 41, 70.5 39.5)))|2",
                "S_INTERSECTS(seen_from, POINT(70 40))|1",
                "within_distance(geom, POINT(70.6 40.1), 1)|1",
                "within_distance(geom, POINT(70.6 40.1), 12000)|1 2",
                "within_distance(geom, POINT(180 -17), 20000)|4 5",
                "within_distance(POINT(-180 -17), geom, 20000)|4 5",
                "within_distance(geom, POINT(0 -90), 20100000)|1 2 3 4 5",
                "within_distance(geom, POINT(70.6 40.1), -1)|",
                "within_distance(geom, seen_from, 52500)|1",
                "distance(geom, POINT(70.6 40.1)) > 0|2 3 4 5",
                "distance(geom, POINT(180 -17)) < 10660|4 5",
                "area(geom) > 9.5e9 AND area(geom) < 9.6e9|2",
                "length(geom) > 257000 AND length(geom) < 259000|3"
            })
    void geometries(String filter, String ids) throws Exception {
        assertSelects(filter, ids);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "day > DATE('2021-04-29')|3 5",
                "day = '2021-04-29'|2",
                "at = TIMESTAMP('2021-04-29T14:00:00Z')|2",
                "at = TIMESTAMP('2021-04-29T20:00:00+06:00')|2",
                "at = DATE('2021-04-29')|2",
                "at <= DATE('2021-04-29')|1 2",
                "at > DATE('2021-04-29')|3 5",
                "day = TIMESTAMP('2021-04-29T23:59:59Z')|2",
                "at < '2021-04-29T00:00:00Z'|1",
                "since < until|1 2 5",
                "T_AFTER(day, DATE('2021-04-29'))|3 5",
                "T_BEFORE(at, TIMESTAMP('2021-04-29T14:00:00Z'))|1",
                "T_AFTER(at, INTERVAL('2021-01-01', '2021-04-29'))|3 5",
                "T_DISJOINT(day, DATE('2021-04-29'))|1 3 5",
                "T_EQUALS(at, DATE('2021-04-29'))|2",
                "T_INTERSECTS(at, INTERVAL('2021-04-29T00:00:00Z', '..'))|2 3 5",
                "T_INTERSECTS(INTERVAL(since, until), INTERVAL('2021-05-15', '2021-05-16'))|2 3",
                "T_INTERSECTS(INTERVAL(since, until), INTERVAL('..', '..'))|1 2 3 5",
                "T_CONTAINS(INTERVAL(since, until), INTERVAL('2021-04-29', '2021-04-30'))|1",
                "T_DURING(INTERVAL(since, until), INTERVAL('2021-04-01', '2021-12-31'))|1 2",
                "T_MEETS(INTERVAL(since, until), INTERVAL('2021-05-01', '..'))|1",
                "T_METBY(INTERVAL(since, until), INTERVAL('..', '2021-05-01'))|2",
                "T_STARTS(INTERVAL(since, until), INTERVAL('2021-05-01', '2022-01-01'))|2",
                "T_STARTEDBY(INTERVAL(since, until), INTERVAL('2021-04-28', '2021-04-29'))|1",
                "T_FINISHES(INTERVAL(since, until), INTERVAL('2021-01-01', '2021-05-01'))|1",
                "T_FINISHEDBY(INTERVAL(since, until), INTERVAL('2021-05-02', '2021-06-01'))|2",
                "T_OVERLAPS(INTERVAL(since, until), INTERVAL('2021-04-30', '2021-05-15'))|1",
                "T_OVERLAPPEDBY(INTERVAL(since, until), INTERVAL('2021-04-01', '2021-04-30'))|1",
                "T_DURING(INTERVAL(at, at), INTERVAL('2021-04-29T00:00:00Z', '2021-04-30T00:00:00Z'))|2"
            })
    void times(String filter, String ids) throws Exception {
        assertSelects(filter, ids);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "A_CONTAINS(tags, ('x'))|1 5",
                "A_CONTAINS(tags, ('y', 'x', 'x'))|1",
                "A_CONTAINS(tags, ())|1 2 3 5",
                "A_CONTAINEDBY(tags, ('x', 'y', 'z'))|1 2 3",
                "A_EQUALS(tags, ('y', 'x'))|1",
                "A_EQUALS(('y'), tags)|2",
                "A_OVERLAPS(tags, ('y', 'q'))|1 2",
                "NOT A_OVERLAPS(tags, ('y', 'q'))|3 5",
                "A_CONTAINS(sizes, (2))|1 3",
                "A_CONTAINS(sizes, (2.5))|",
                "A_OVERLAPS(sizes, (3e9, 7))|5",
                "A_OVERLAPS(sizes, (n))|5",
                "A_EQUALS(tags, tags)|1 2 3",
                "A_CONTAINS((1, 2, 3), (1, 2))|1 2 3 4 5 6"
            })
    void arrays(String filter, String ids) throws Exception {
        assertSelects(filter, ids);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "ecql|name = 'Исфара'|1",
                "cql-text|BBOX(geom, 69.5, 39, 71, 41) AND n > 0|1",
                "ecql|DWITHIN(geom, POINT(70.6 40.1), 12, kilometers)|1 2",
                "ecql|BEYOND(geom, POINT(70.6 40.1), 12, kilometers)|3 4 5",
                "ecql|name ILIKE 'ИС%'|1",
                "ecql|at DURING 2021-04-29T00:00:00Z/2021-04-30T00:00:00Z|2",
                "ecql|day AFTER 2021-04-29T00:00:00Z|3 5",
                "ecql|n IN (5, 7) OR EXCLUDE|1 5",
                "cql2-text|n = 5|1",
                "cql2-json|{\"op\": \"=\", \"args\": [{\"property\": \"n\"}, 5]}|1"
            })
    void languages(String language, String filter, String ids) throws Exception {
        assertThat(ask(filter, "&filter-lang=" + language).featureIds()).containsExactlyElementsOf(list(ids));
    }

    @Test
    void coordinatesAreReadInTheFiltersOwnCrs() throws Exception {
        String latitudeFirst = "&filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326";

        assertThat(ask("S_INTERSECTS(geom, POINT(40.1 70.6))", latitudeFirst).featureIds())
                .containsExactly("1");
        assertThat(ask("S_INTERSECTS(geom, BBOX(-20, 179, -10, -179))", latitudeFirst)
                        .featureIds())
                .containsExactly("4", "5");
        assertThat(ask("within_distance(geom, POINT(40.1 70.6), 1)", latitudeFirst)
                        .featureIds())
                .containsExactly("1");
    }

    @Test
    void filtersAddToOtherParametersAndGoOnToTheNextPage() throws Exception {
        JsonAnswer page = ask("n > 0", "&flag=true&limit=1");

        assertThat(page.featureIds()).containsExactly("1");
        assertThat(page.body().get("numberMatched").asInt()).isEqualTo(2);
        assertThat(JsonAnswer.of(get(page.link("next"))).featureIds()).containsExactly("4");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "n =|3|The expression ends at character 4",
                "nmae = 'x'|0|The layer has no property \"nmae\", at character 1; expected is perhaps \"name\"",
                "qwertyuiop = 1|0|expected is one of id, geom, name, two words, n",
                "n = 'x'|4|The property \"n\" is a number and this is a text, which can't be compared, at character 5;"
                        + " expected is a number",
                "day = 'x'|6|The text is not a date, at character 7; expected is a date such as DATE('2021-04-29')",
                "code = '1-1-1-1-1'|7|expected is a UUID of 36 characters",
                "n|0|The property \"n\" is a number, at character 1; expected is true or false",
                "n AND flag|0|expected is true or false",
                "name + 1 = 2|0|The property \"name\" is a text, at character 1; expected is a number",
                "n LIKE '5'|0|expected is a text",
                "name LIKE 'x\\\\'|10|The pattern ends with a backslash, at character 11",
                "geom = 1|0|The property \"geom\" is a geometry, at character 1; expected is S_EQUALS for geometries",
                "doc = 1|0|expected is IS NULL, the only question to it",
                "n IN (1, 'x')|9|expected is a number",
                "at IN (DATE('2021-04-29'), TIMESTAMP('2021-04-29T14:00:00Z'))|37|expected is values of one type",
                "S_INTERSECTS(geom, n)|19|expected is a geometry",
                "S_INTERSECTS(geom, POINT(90 180))|19|is not on Earth, at character 20; expected is a longitude",
                "S_INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))|19|The geometry is not valid: Self-intersection"
                        + " at 0.5 0.5, at character 20",
                "S_INTERSECTS(geom, BBOX(0, 10, 1, 5))|19|The box ends before it begins",
                "T_AFTER(n, DATE('2021-04-29'))|8|expected is a date, a timestamp or an INTERVAL",
                "T_DURING(at, INTERVAL('2021-01-01', '..'))|9|T_DURING compares intervals only",
                "T_AFTER(at, INTERVAL('2021-02-01', '2021-01-01'))|12|The interval ends before it begins",
                "A_CONTAINS(tags, (1))|18|This is a number in an array of another type, at character 19; expected is a"
                        + " text",
                "A_CONTAINS(name, ('x'))|11|expected is an array",
                "lenth(geom) > 1|0|There is no function \"lenth\", at character 1; expected is perhaps \"length\"",
                "distance(geom) > 1|0|The function distance takes 2 and is given 1, at character 1; expected is"
                        + " distance(geom, g)",
                "n = INTERVAL('2021-01-01', '..')|4|An interval stands where none can be used"
            })
    void faultsAreNamedWithTheirPlace(String filter, int position, String detail) throws Exception {
        JsonAnswer answer = ask(filter, "");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().get("detail").asString()).contains(detail);
        assertThat(answer.body().get("parameter").asString()).isEqualTo("filter");
        assertThat(answer.body().get("position").asInt()).isEqualTo(position);
        assertThat(answer.body().has("expected")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x * x > 1", "(0 - 8) ^ 0.5 > 1", "x ^ 99 = 1", "0 ^ -1 = 1", "x = r * 1e300 * 1e300"})
    void valuesOutOfRangeAreTheClientsFault(String filter) throws Exception {
        JsonAnswer answer = ask(filter, "");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().get("detail").asString()).startsWith("The request leads to a value out of range");
        assertThat(answer.body().get("parameter").asString()).isEqualTo("filter");
    }

    @ParameterizedTest
    @CsvSource({
        "filter-lang=sql, filter-lang",
        "filter-crs=EPSG:999999, filter-crs",
    })
    void unknownLanguagesAndReferenceSystemsAreRefused(String parameter, String name) throws Exception {
        JsonAnswer answer = ask("true", "&" + parameter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("parameter").asString()).isEqualTo(name);
    }

    @Test
    void brokenFiltersNeverBreakTheServer() throws Exception {
        Random random = new Random(20210501);
        for (int i = 0; i < 600; i++) {
            String mutant = FilterMutants.next(FilterMutants.TEXTS, random);
            JsonAnswer answer = ask(mutant, "");
            assertThat(answer.status()).as(mutant + "\n" + answer.body()).isIn(200, 400);
        }
    }

    private void assertSelects(String filter, String ids) throws Exception {
        JsonAnswer answer = ask(filter, "");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.featureIds()).containsExactlyElementsOf(list(ids));
    }

    private static List<String> list(String ids) {
        return ids == null ? List.of() : Arrays.asList(ids.split(" "));
    }

    private JsonAnswer ask(String filter, String others) throws Exception {
        return JsonAnswer.of(get("/collections/" + FilterFixture.LAYER + "/items?filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8) + others));
    }
}
