package org.truceline.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Both languages of the standard write the same trees, and what people and clients write is understood. */
class TextAndJsonTest {
    @ParameterizedTest
    @MethodSource("pairs")
    void textAndJsonMakeTheSameTree(String text, String json) {
        assertThat(Trees.text(Cql2Text.parse(text))).isEqualTo(Trees.text(Cql2Json.parse(json)));
    }

    static Stream<Arguments> pairs() throws IOException {
        List<String> lines = new ClassPathResource("pairs.txt", TextAndJsonTest.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        return IntStream.range(0, lines.size() / 2)
                .mapToObj(pair -> Arguments.of(lines.get(2 * pair), lines.get(2 * pair + 1)));
    }

    /** Names of properties, as the text writes them and as they are. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"two words\"|two words",
                "\"quo\"\"ted\"|quo\"ted",
                "\"and\"|and",
                "eo:cloud_cover|eo:cloud_cover",
                "a.b|a.b",
                "Местоположение|Местоположение",
                "уч_1|уч_1",
                "𐐷name|𐐷name",
                "date|date",
                "point|point",
                "z|z"
            },
            delimiter = '|')
    void namesAreKept(String written, String name) {
        assertThat(Trees.text(Cql2Text.parse(written + " = 1")))
                .isEqualTo("Comparison[operator=EQUAL, left=PropertyName[name=%s], right=Numeral[value=1]]", name);
    }

    /** Characters after a backslash, by requirement /req/cql2-text/escaping. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'it''s'|it's",
                "'it\\'s'|it's",
                "'a\\\\b'|a\\b",
                "'50\\%'|50\\%",
                "'\\q'|\\q",
                "''''|'",
                "'say \"x\"'|say \"x\"",
                "'ñ й 𐐷 😀'|ñ й 𐐷 😀"
            },
            delimiter = '|')
    void textsAreUnescaped(String written, String text) {
        assertThat(((Expression.Text) Cql2Text.parse(written)).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a,7", "b,8", "t,9", "n,10", "v,11", "f,12", "r,13"})
    void controlCharactersAreWrittenWithLetters(String letter, int code) {
        assertThat(((Expression.Text) Cql2Text.parse("'\\" + letter + "'")).value())
                .isEqualTo(Character.toString(code));
    }

    /** As QGIS 3.32 and later write them: parentheses around everything, names in quotes, backslashes doubled. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((\"event_type\" = 'Battles') AND (\"where_prec\" >= 2))",
                "(CASEI(\"category\") LIKE CASEI('sh_lling%'))",
                "(summary LIKE '50\\\\%')",
                "(NOT (category IN ('a','b')))",
                "(category IS NOT NULL)",
                "((\"time_start\" >= TIMESTAMP('2021-04-28T00:00:00.000Z')) AND (\"day\" = DATE('2021-04-28')))",
                "S_INTERSECTS(geom,BBOX(70.1,39.5,71,40.25))",
                "((S_INTERSECTS(geom,BBOX(70,39,71,40))) AND (((2 ^ \"n\") > -1)))",
                "(S_WITHIN(geom,Polygon ((70 39, 71 39, 71 40, 70 39))))",
                "(S_DISJOINT(geom,PointZ (70 39 5)))"
            })
    void filtersOfQgisAreRead(String text) {
        assertThat(Cql2Text.parse(text)).isInstanceOf(Expression.Predicate.class);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "INTERSECTS(geom, POINT(1 2))|S_INTERSECTS(geom, POINT(1 2))",
                "Within(geom, BBOX(1, 2, 3, 4))|S_WITHIN(geom, BBOX(1, 2, 3, 4))",
                "ANYINTERACTS(a, b)|T_INTERSECTS(a, b)",
                "S_WITHIN(geom, MULTIPOINT(7 50, 10 51))|S_WITHIN(geom, MULTIPOINT((7 50), (10 51)))",
                "a > +1.|a > 1."
            },
            delimiter = '|')
    void olderSpellingsMeanTheSame(String older, String standard) {
        assertThat(Trees.text(Cql2Text.parse(older))).isEqualTo(Trees.text(Cql2Text.parse(standard)));
    }
}
