package org.truceline.styles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.truceline.styles.Symbol.Area;
import org.truceline.styles.Symbol.Hatch;
import org.truceline.styles.Symbol.Marker;
import org.truceline.styles.Symbol.Stroke;

/** Whether what styles draw can be seen, and told apart: computed for each definition, on light and on dark grounds. */
class LegibilityTest {
    /** WCAG 2.2, success criterion 1.4.11, for graphics. */
    private static final double SEEN = 3;

    /** WCAG 2.2, success criterion 1.4.3, for text. */
    private static final double READ = 4.5;

    /** CIEDE2000. Colours of large areas that are side by side can be told apart from 1 on; these are small and apart. */
    private static final double APART = 12;

    /** So many parties, or sources, that each has a colour of its own. */
    private static final KnownValues FIVE = list -> IntStream.rangeClosed(1, 5)
            .mapToObj(number -> new ValueList.Value("value " + number, "Value " + number))
            .toList();

    private static final StyleLibrary LIBRARY = library();

    private static StyleLibrary library() {
        try {
            return new StyleLibrary();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    record Drawn(LayerStyle style, Scheme scheme) {
        List<String> grounds() {
            return scheme == Scheme.LIGHT
                    ? List.of("#ffffff", colour("ground"), colour("land"))
                    : List.of("#000000", colour("ground"), colour("land"));
        }

        private String colour(String name) {
            return LIBRARY.palette().get(name).in(scheme);
        }

        double contrast(Colour colour) {
            return grounds().stream()
                    .mapToDouble(ground -> ColourSight.contrast(colour.in(scheme), ground))
                    .min()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return style.layerId() + " " + scheme;
        }
    }

    static Stream<Drawn> styles() {
        return LIBRARY.listDefined(FIVE).stream()
                .flatMap(style -> Stream.of(Scheme.values()).map(scheme -> new Drawn(style, scheme)));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void whatIsDrawnStandsOutFromTheGround(Drawn drawn) {
        for (RuleGroup group : drawn.style().groups()) {
            for (Rule rule : group.rules()) {
                List<Colour> edges = edges(rule.symbol());
                if (!edges.isEmpty()) {
                    assertThat(edges.stream().mapToDouble(drawn::contrast).max().orElseThrow())
                            .as(rule.title())
                            .isGreaterThanOrEqualTo(SEEN);
                }
            }
        }
        for (LayerLabel label : drawn.style().labels()) {
            String halo = LIBRARY.palette().get("land").in(drawn.scheme());
            assertThat(ColourSight.contrast(label.colour().in(drawn.scheme()), halo))
                    .as(label.property())
                    .isGreaterThanOrEqualTo(READ);
        }
    }

    /** Any of them is enough to see the symbol by. The ground that all else is drawn on needs none. */
    private static List<Colour> edges(Symbol symbol) {
        if (symbol instanceof Marker marker) {
            return List.of(marker.fill(), marker.outline());
        } else if (symbol instanceof Stroke stroke) {
            return List.of(stroke.colour());
        }
        List<Colour> edges = new ArrayList<>();
        if (symbol instanceof Area area) {
            area.outline().map(Stroke::colour).ifPresent(edges::add);
            area.hatch().map(Hatch::colour).ifPresent(edges::add);
        }
        return edges;
    }

    /**
     * By colour, whatever cones the reader has. Rules of one colour are told apart by form, as verdicts are, and what no
     * rule is for may be.
     */
    @ParameterizedTest
    @MethodSource("styles")
    void rulesOfOneGroupCanBeToldApart(Drawn drawn) {
        for (RuleGroup group : drawn.style().groups()) {
            List<Rule> rules = group.rules();
            for (int one = 0; one < rules.size(); one++) {
                for (int other = one + 1; other < rules.size(); other++) {
                    String pair =
                            rules.get(one).title() + " and " + rules.get(other).title();
                    Symbol first = rules.get(one).symbol();
                    Symbol second = rules.get(other).symbol();
                    boolean isOfOneForm = form(first).equals(form(second));
                    boolean isByForm = rules.get(other).condition() instanceof Condition.Otherwise
                            || main(first).equals(main(second));
                    if (isByForm && !isOfOneForm) {
                        continue;
                    }
                    assertThat(leastDifference(main(first), main(second), drawn.scheme()))
                            .as(pair)
                            .isGreaterThanOrEqualTo(APART);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("styles")
    void whoSeesNoColoursTellsPartiesAndSourcesApart(Drawn drawn) {
        KnownValues four = list -> FIVE.list(list).subList(0, 4);
        for (RuleGroup group : LIBRARY.getDefined(drawn.style().layerId(), four).groups()) {
            List<List<Object>> forms =
                    group.rules().stream().map(rule -> form(rule.symbol())).toList();
            boolean isByValue =
                    group.rules().stream().anyMatch(rule -> rule.title().startsWith("Value"));
            assertThat(!isByValue || forms.stream().distinct().count() == forms.size())
                    .as(group.title() + forms)
                    .isTrue();
        }
    }

    private static double leastDifference(Colour one, Colour other, Scheme scheme) {
        return Stream.of(ColourSight.values())
                .mapToDouble(sight -> sight.difference(one.in(scheme), other.in(scheme)))
                .min()
                .orElseThrow();
    }

    private static Colour main(Symbol symbol) {
        if (symbol instanceof Marker marker) {
            return marker.fill();
        } else if (symbol instanceof Stroke stroke) {
            return stroke.colour();
        } else if (symbol instanceof Area area) {
            return area.fill();
        }
        throw new AssertionError(symbol);
    }

    private static List<Object> form(Symbol symbol) {
        if (symbol instanceof Marker marker) {
            return List.of(marker.shape(), marker.size());
        } else if (symbol instanceof Stroke stroke) {
            return List.of(stroke.dashes());
        } else if (symbol instanceof Area area) {
            return List.of(area.hatch().map(Hatch::angle), area.outline().map(Stroke::dashes));
        }
        throw new AssertionError(symbol);
    }

    /** No side gets the colour of alarm. */
    @Test
    void noPartyAndNoSourceIsRed() {
        LIBRARY.palette().list().stream()
                .filter(colour -> colour.name().matches("(party|source)-\\d"))
                .flatMap(colour -> Stream.of(colour.light(), colour.dark()))
                .forEach(colour -> {
                    float[] hsb = java.awt.Color.RGBtoHSB(
                            Integer.parseInt(colour.substring(1, 3), 16),
                            Integer.parseInt(colour.substring(3, 5), 16),
                            Integer.parseInt(colour.substring(5, 7), 16),
                            null);
                    boolean isRed = (hsb[0] < 20 / 360f || hsb[0] > 335 / 360f) && hsb[1] > 0.3f;
                    assertThat(isRed).as(colour).isFalse();
                });
    }

    /** Pairs of the test data that Sharma, Wu and Dalal publish with the formula. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000",
        "50, 2.5, 0, 50, 0, -2.5, 4.3065",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void differencesAreThoseThatAreKnown(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        assertThat(Ciede2000.difference(new double[] {l1, a1, b1}, new double[] {l2, a2, b2}))
                .isCloseTo(expected, within(1e-4));
    }
}
