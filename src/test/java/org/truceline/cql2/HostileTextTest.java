package org.truceline.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, parsing ends soon, with a tree that can be walked or with a fault that is named. */
class HostileTextTest {
    private static final long SEED = 20210429;

    @Test
    void thousandsOfBrokenTextsAreTreesOrFaults() {
        mutants(FilterMutants.TEXTS, 20_000, Cql2Text::parse);
    }

    @Test
    void thousandsOfBrokenJsonDocumentsAreTreesOrFaults() {
        mutants(FilterMutants.JSON, 10_000, Cql2Json::parse);
    }

    @Test
    void thousandsOfBrokenEcqlTextsAreTreesOrFaults() {
        mutants(FilterMutants.ECQL, 5_000, Ecql::parse);
    }

    private static void mutants(List<String> originals, int count, Consumer<String> parser) {
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            String mutant = FilterMutants.next(originals, random);
            try {
                parser.accept(mutant);
            } catch (Cql2ParseException fault) {
                refused++;
                assertThat(fault.position().offset())
                        .as(mutant)
                        .isBetween(-1, mutant.codePointCount(0, mutant.length()));
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("The parser failed at: " + mutant, failure);
            }
        }
        // A generator that makes only rubbish, or nothing but good filters, would test little.
        assertThat(refused).isBetween(count / 4, count - count / 100);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void deepTextsAreRefused(String bomb) {
        assertThatExceptionOfType(Cql2ParseException.class).isThrownBy(() -> Cql2Text.parse(bomb));
    }

    static Stream<String> bombs() {
        int many = 20_000;
        return Stream.of(
                "(".repeat(many) + "a = 1" + ")".repeat(many),
                "(".repeat(many),
                "NOT (".repeat(many) + "a = 1" + ")".repeat(many),
                "NOT ".repeat(many) + "a = 1",
                "a = " + "-".repeat(many) + "1",
                "a = " + "-(".repeat(many) + "1" + ")".repeat(many),
                "a = 1" + "+1".repeat(many),
                "a = 1" + "*1".repeat(many),
                "a = " + "1^(".repeat(many) + "1" + ")".repeat(many),
                "f(".repeat(many) + "a" + ")".repeat(many),
                "CASEI(".repeat(many) + "a" + ")".repeat(many),
                // None of these is too deep for one rule, but together they are.
                nested(60, "(", "1" + "+1".repeat(60), ")+1"));
    }

    private static String nested(int depth, String before, String inner, String after) {
        return "a = " + before.repeat(depth) + inner + after.repeat(depth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"op\":\"not\",\"args\":[", "{\"a\":"})
    void deepJsonIsRefused(String opening) {
        assertThatExceptionOfType(Cql2ParseException.class).isThrownBy(() -> Cql2Json.parse(opening.repeat(20_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "NOT (", "a + (", "f(", "1 + "})
    void deepEcqlIsRefused(String opening) {
        String bomb = "a = " + opening.repeat(5_000) + "1";

        assertThatExceptionOfType(Cql2ParseException.class).isThrownBy(() -> Ecql.parse(bomb));
    }

    @Test
    void longFiltersThatAreNotDeepAreRead() {
        String values = String.join(
                ",", IntStream.range(0, 9_000).mapToObj(String::valueOf).toList());
        String chain = String.join(
                " OR ", IntStream.range(0, 5_000).mapToObj(i -> "a = " + i).toList());

        assertThat(((Expression.In) Cql2Text.parse("a IN (" + values + ")")).list())
                .hasSize(9_000);
        assertThat(((Expression.Or) Cql2Text.parse(chain)).operands()).hasSize(5_000);
        assertThat(((Expression.Or) Ecql.parse(chain)).operands()).hasSize(5_000);
        assertThat(Cql2Text.parse("(".repeat(90) + "a = 1" + ")".repeat(90))).isInstanceOf(Expression.Comparison.class);
    }
}
