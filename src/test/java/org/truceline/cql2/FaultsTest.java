package org.truceline.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no filter is refused with its place, what stands there, and what was expected. */
class FaultsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a b|2|There is \"b\" at character 3; expected is an operator such as =, +, AND or the end of the expression",
                "a =|3|The expression ends at character 4; expected is a property, a value, a function",
                "a = 'x|4|A text begins and does not end at character 5; expected is a closing quote '",
                "\"a = 1|0|A name begins and does not end at character 1; expected is a closing quote \"",
                "(a = 1|6|The expression ends at character 7; expected is an operator such as =, +, AND, \",\" or \")\"",
                "a = 1)|5|There is \")\" at character 6; expected is an operator such as =, +, AND or the end of the expression",
                "a IS 1|5|There is \"1\" at character 6; expected is NULL",
                "a ~ 1|2|There is the character \"~\", which means nothing here, at character 3; expected is a property,"
                        + " a value, an operator",
                "й = 😀 ~|6|There is the character \"~\", which means nothing here, at character 7; expected is a"
                        + " property, a value, an operator",
                "S_TOUCHES(g, POINT(1))|20|There is \")\" at character 21; expected is a number",
                "S_TOUCHES(g)|0|S_TOUCHES is given 1 argument at character 1; expected is 2 arguments",
                "d > DATE('2021-02-30')|9|\"2021-02-30\" is no date at character 10; expected is a date such as"
                        + " '2021-04-29'",
                "d > TIMESTAMP('2021-02-03')|14|\"2021-02-03\" is no timestamp at character 15; expected is a timestamp"
                        + " such as '2021-04-29T14:00:00Z'",
                "T_AFTER(d, INTERVAL('now', '..'))|20|\"now\" is no date at character 21; expected is a date such as"
                        + " '2021-04-29'",
                "a = 1e400|4|The number \"1e400\" is out of range at character 5; expected is a number that fits into"
                        + " double precision",
                "a = BBOX(1,2,3)|4|The box has 3 numbers at character 5; expected is a box of four numbers, or of six"
                        + " with heights",
                "g = POLYGON((0 0, 1 1, 0 0))|11|The ring has 3 positions at character 12; expected is a ring of four"
                        + " positions or more"
            })
    void textFaultsAreNamed(String text, int offset, String message) {
        Cql2ParseException fault = catchThrowableOfType(Cql2ParseException.class, () -> Cql2Text.parse(text));

        assertThat(fault).hasMessage(message);
        assertThat(fault.position().offset()).isEqualTo(offset);
        assertThat(fault.expected()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"op\": \"=\"}|0|The object has no member \"args\" at character 1; expected is the member \"args\"",
                "{\"op\": \"=\", \"args\": [1]}|0|= is given 1 argument at character 1; expected is 2 arguments",
                "{\"op\": \"and\", \"args\": [true]}|0|And has less than two arguments at character 1; expected is two"
                        + " or more",
                "{\"op\": \"not\", \"args\": [null]}|23|There is null at character 24; expected is a text, a number,"
                        + " true or false, an array or an object",
                "{\"op\": \"=\", \"args\": [\"😀\", {}]}|26|There is an object with nothing at character 27; expected is"
                        + " an object with one of op, property, date, timestamp, interval, bbox, type",
                "{\"type\": \"Point\", \"coordinates\": [1]}|33|There is an array of 1 at character 34; expected is a"
                        + " position of two numbers, or of three with a height",
                "{\"type\": \"Circle\", \"coordinates\": []}|9|There is the text \"Circle\" at character 10; expected is"
                        + " Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon or GeometryCollection",
                "\"half \\ud800\"|0|The text holds half a character at character 1; expected is Unicode text",
                "true false|5|There is more after the filter at character 6; expected is the end of the filter",
                "1e400|0|The number \"1e400\" is out of range at character 1; expected is a number that fits into double"
                        + " precision"
            })
    void jsonFaultsAreNamed(String json, int offset, String message) {
        Cql2ParseException fault = catchThrowableOfType(Cql2ParseException.class, () -> Cql2Json.parse(json));

        assertThat(fault).hasMessage(message);
        assertThat(fault.position().offset()).isEqualTo(offset);
    }

    @Test
    void whatIsNoJsonIsSaidSo() {
        Cql2ParseException fault = catchThrowableOfType(Cql2ParseException.class, () -> Cql2Json.parse("{\"op\": =}"));

        assertThat(fault).hasMessageStartingWith("This is not the JSON of a filter");
        assertThat(fault.position().offset()).isBetween(6, 8);
    }
}
