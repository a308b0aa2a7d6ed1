package org.truceline.features;

import static org.truceline.features.ValueType.GEOMETRY;
import static org.truceline.features.ValueType.NUMBER;
import static org.truceline.features.ValueType.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.truceline.cql2.Expression.FunctionCall;
import org.truceline.features.FilterFunction.Parameter;

/** The functions that filters may call, beside those of the standard. */
public final class FilterFunctions {
    private static final Parameter WHERE = new Parameter("geom", GEOMETRY, "A geometry");
    private static final Parameter OTHER = new Parameter("g", GEOMETRY, "Another geometry");
    private static final Parameter METERS = new Parameter("metres", NUMBER, "A distance in metres");
    private static final Parameter NUMERAL = new Parameter("x", NUMBER, "A number");
    private static final Parameter WORDS = new Parameter("s", TEXT, "A text");

    private static final List<FilterFunction> ALL = List.of(
            new FilterFunction(
                    "distance",
                    "The shortest distance between two geometries on the WGS84 ellipsoid, in metres.",
                    List.of(WHERE, OTHER),
                    NUMBER,
                    "ST_Distance(({0})::geography, ({1})::geography)"),
            WithinDistance.function(WHERE, OTHER, METERS),
            new FilterFunction(
                    "area",
                    "The area of polygons on the WGS84 ellipsoid, in square metres; 0 for points and lines.",
                    List.of(WHERE),
                    NUMBER,
                    "ST_Area(({0})::geography)"),
            new FilterFunction(
                    "length",
                    "The length of lines on the WGS84 ellipsoid, in metres; 0 for points and polygons.",
                    List.of(WHERE),
                    NUMBER,
                    "ST_Length(({0})::geography)"),
            new FilterFunction("lower", "The text in lower case.", List.of(WORDS), TEXT, "lower({0})"),
            new FilterFunction("upper", "The text in upper case.", List.of(WORDS), TEXT, "upper({0})"),
            new FilterFunction(
                    "char_length", "The number of characters of the text.", List.of(WORDS), NUMBER, "char_length({0})"),
            new FilterFunction("abs", "The number without its sign.", List.of(NUMERAL), NUMBER, "abs({0})"),
            new FilterFunction(
                    "floor", "The greatest whole number not above the number.", List.of(NUMERAL), NUMBER, "floor({0})"),
            new FilterFunction(
                    "ceil", "The least whole number not below the number.", List.of(NUMERAL), NUMBER, "ceil({0})"));

    private static final Map<String, FilterFunction> BY_NAME = byName();

    private FilterFunctions() {}

    /** All of them, for the list at {@code /functions}. */
    public static List<FilterFunction> list() {
        return ALL;
    }

    private static Map<String, FilterFunction> byName() {
        Map<String, FilterFunction> functions = new TreeMap<>();
        ALL.forEach(function -> functions.put(function.name(), function));
        return functions;
    }

    static Operand compile(FunctionCall call, FilterSql filter, LiteralCrs crs) {
        FilterFunction function = BY_NAME.get(call.name().toLowerCase(Locale.ROOT));
        if (function == null) {
            throw unknown(call);
        }
        List<Parameter> parameters = function.parameters();
        if (call.arguments().size() != parameters.size()) {
            throw FilterFault.at(
                    call.position(),
                    "The function " + function.name() + " is given "
                            + call.arguments().size() + " arguments",
                    function.signature());
        }
        List<Operand> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            arguments.add(
                    filter.operand(call.arguments().get(i), parameters.get(i).type()));
        }
        return function.call(arguments, crs, call);
    }

    private static FilterFault unknown(FunctionCall call) {
        String fault = "There is no function \"" + call.name() + "\"";
        return NearestName.find(call.name(), BY_NAME.keySet())
                .map(nearest -> FilterFault.at(call.position(), fault, "perhaps " + nearest))
                .orElseGet(
                        () -> FilterFault.at(call.position(), fault, "one of " + String.join(", ", BY_NAME.keySet())));
    }
}
