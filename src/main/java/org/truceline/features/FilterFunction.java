package org.truceline.features;

import java.util.List;
import java.util.stream.Collectors;
import org.truceline.cql2.Expression.FunctionCall;

/**
 * A function that filters may call.
 *
 * @param name in small letters; clients may write it in any case
 * @param description a sentence that tells the unit
 */
public record FilterFunction(
        String name, String description, List<Parameter> parameters, ValueType returns, Compiler compiler) {
    public FilterFunction {
        parameters = List.copyOf(parameters);
    }

    /** What the function is given. */
    public record Parameter(String name, ValueType type, String description) {}

    /** Makes the call's SQL of the arguments, whose number and types were checked. */
    @FunctionalInterface
    interface Compiler {
        Sql compile(List<Operand> arguments, LiteralCrs crs);
    }

    /** A function that is one pattern of SQL, {@code {0}} being the first argument. */
    FilterFunction(String name, String description, List<Parameter> parameters, ValueType returns, String pattern) {
        this(name, description, parameters, returns, (Compiler) (arguments, crs) ->
                Sql.fill(pattern, arguments.stream().map(Operand::sql).toList()));
    }

    /** How it is called: {@code distance(geom, g)}. */
    public String signature() {
        return parameters.stream().map(Parameter::name).collect(Collectors.joining(", ", name + "(", ")"));
    }

    Operand call(List<Operand> arguments, LiteralCrs crs, FunctionCall source) {
        return new Operand(returns, sqlType(arguments), compiler.compile(arguments, crs), source);
    }

    /** Functions of numbers keep their argument's type; all measures are in double precision. */
    private String sqlType(List<Operand> arguments) {
        return switch (returns) {
            case TEXT -> "text";
            case BOOLEAN -> "bool";
            case NUMBER ->
                arguments.get(0).type() == ValueType.NUMBER ? arguments.get(0).sqlType() : "float8";
            default -> throw new IllegalStateException("no function returns " + returns);
        };
    }
}
