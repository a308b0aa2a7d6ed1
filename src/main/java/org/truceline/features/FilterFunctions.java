package org.truceline.features;

import static org.truceline.features.ValueType.GEOMETRY;
import static org.truceline.features.ValueType.NUMBER;
import static org.truceline.features.ValueType.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.truceline.cql2.Expression.FunctionCall;
import org.truceline.features.FilterFunction.Parameter;

/** The functions that filters may call, beside those of the standard. */
public final class FilterFunctions {
    static final String DISTANCE = "distance";
    static final String NEAREST = "nearest";
    private static final String DISTANCE_SQL = "ST_Distance(({0})::geography, ({1})::geography)";

    private static final Parameter GEOM = new Parameter("geom", GEOMETRY, "A geometry");
    private static final Parameter OTHER = new Parameter("g", GEOMETRY, "Another geometry");
    private static final Parameter METERS = new Parameter("metres", NUMBER, "A distance in metres");
    private static final Parameter X = new Parameter("x", NUMBER, "A number");
    private static final Parameter WORDS = new Parameter("text", TEXT, "A text");

    private static final List<FunctionSql> ALL = List.of(
            FunctionSql.of(
                    new FilterFunction(
                            DISTANCE,
                            "The shortest distance between two geometries on the WGS84 ellipsoid, in metres.",
                            List.of(GEOM, OTHER),
                            NUMBER),
                    DISTANCE_SQL),
            FunctionSql.of(
                    new FilterFunction(
                            NEAREST,
                            "The same as distance; what features are sorted by to find those nearest to a place.",
                            List.of(GEOM, OTHER),
                            NUMBER),
                    DISTANCE_SQL),
            WithinDistance.of(GEOM, OTHER, METERS),
            DistanceToLine.of(GEOM),
            FunctionSql.of(
                    new FilterFunction(
                            "area",
                            "The area of polygons on the WGS84 ellipsoid, in square metres; 0 for points and lines.",
                            List.of(GEOM),
                            NUMBER),
                    "ST_Area(({0})::geography)"),
            FunctionSql.of(
                    new FilterFunction(
                            "length",
                            "The length of lines on the WGS84 ellipsoid, in metres; 0 for points and polygons.",
                            List.of(GEOM),
                            NUMBER),
                    "ST_Length(({0})::geography)"),
            ofText("lower", "The text in lower case.", TEXT),
            ofText("upper", "The text in upper case.", TEXT),
            ofText("char_length", "The number of the text's characters.", NUMBER),
            ofNumber("abs", "The number without its sign."),
            ofNumber("floor", "The greatest whole number that is not above the number."),
            ofNumber("ceil", "The least whole number that is not below the number."));

    private static final Map<String, FunctionSql> BY_NAME = byName();

    private FilterFunctions() {}

    /** All of them, for the list at {@code /functions}. */
    public static List<FilterFunction> list() {
        return ALL.stream().map(FunctionSql::function).toList();
    }

    /** A function that PostgreSQL calls the same. */
    private static FunctionSql ofText(String name, String description, ValueType returns) {
        return FunctionSql.of(new FilterFunction(name, description, List.of(WORDS), returns), name + "({0})");
    }

    private static FunctionSql ofNumber(String name, String description) {
        return FunctionSql.of(new FilterFunction(name, description, List.of(X), NUMBER), name + "({0})");
    }

    private static Map<String, FunctionSql> byName() {
        Map<String, FunctionSql> functions = new TreeMap<>();
        ALL.forEach(function -> functions.put(function.function().name(), function));
        return functions;
    }

    /**
     * The call in SQL.
     *
     * @throws FilterFault if there is no such function, or if it takes other arguments
     */
    static Operand compile(FunctionCall call, FilterSql filter, LiteralCrs crs) {
        FunctionSql function = BY_NAME.get(call.name().toLowerCase(Locale.ROOT));
        if (function == null) {
            throw unknown(call);
        }
        return function.call(call, filter, crs);
    }

    private static FilterFault unknown(FunctionCall call) {
        String fault = "There is no function \"" + call.name() + "\"";
        return FilterFault.at(call.position(), fault, NearestName.inWords(call.name(), BY_NAME.keySet()));
    }
}
