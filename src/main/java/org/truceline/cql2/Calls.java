package org.truceline.cql2;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.truceline.cql2.Expression.ArrayPredicate;
import org.truceline.cql2.Expression.Folded;
import org.truceline.cql2.Expression.FunctionCall;
import org.truceline.cql2.Expression.SpatialPredicate;
import org.truceline.cql2.Expression.TemporalPredicate;

/**
 * The operators that are written as functions, by their names in any case. Text and JSON share them: {@code T_METBY} is
 * {@code t_metBy} there.
 */
final class Calls {
    private static final Map<String, Maker> MAKERS = makers();

    private Calls() {}

    private interface Maker {
        Expression make(List<Expression> arguments, Position position);
    }

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        for (SpatialOperator operator : SpatialOperator.values()) {
            Maker maker =
                    (operands, position) -> new SpatialPredicate(operator, operands.get(0), operands.get(1), position);
            makers.put("S_" + operator, maker);
            // Drafts of the standard, which clients of their time write, had the names without the S.
            makers.put(operator.name(), maker);
        }
        for (TemporalOperator operator : TemporalOperator.values()) {
            makers.put(
                    "T_" + operator,
                    (operands, position) ->
                            new TemporalPredicate(operator, operands.get(0), operands.get(1), position));
        }
        makers.put(
                "ANYINTERACTS",
                (operands, position) ->
                        new TemporalPredicate(TemporalOperator.INTERSECTS, operands.get(0), operands.get(1), position));
        for (ArrayOperator operator : ArrayOperator.values()) {
            makers.put(
                    "A_" + operator,
                    (operands, position) -> new ArrayPredicate(operator, operands.get(0), operands.get(1), position));
        }
        return Map.copyOf(makers);
    }

    private static final Map<Folding, String> FOLDINGS =
            new EnumMap<>(Map.of(Folding.CASE, "CASEI", Folding.ACCENT, "ACCENTI"));

    static boolean isArrayPredicate(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("A_") && MAKERS.containsKey(upper);
    }

    /** The operator of this name, or else a call of a function. */
    static Expression make(String name, List<Expression> arguments, Position position) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (Map.Entry<Folding, String> folding : FOLDINGS.entrySet()) {
            if (upper.equals(folding.getValue())) {
                requireArguments(name, 1, arguments, position);
                return new Folded(folding.getKey(), arguments.get(0), position);
            }
        }
        Maker maker = MAKERS.get(upper);
        if (maker == null) {
            return new FunctionCall(name, arguments, position);
        }
        requireArguments(name, 2, arguments, position);
        return maker.make(arguments, position);
    }

    static void requireArguments(String name, int count, List<Expression> arguments, Position position) {
        if (arguments.size() != count) {
            throw new Cql2ParseException(
                    position,
                    name + " is given " + arguments.size() + (arguments.size() == 1 ? " argument" : " arguments"),
                    count == 1 ? "one argument" : count + " arguments");
        }
    }
}
