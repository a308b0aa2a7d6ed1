package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import org.truceline.cql2.Expression.FunctionCall;
import org.truceline.features.FilterFunction.Parameter;

/** A function that filters may call, with the way to make SQL of a call. */
record FunctionSql(FilterFunction function, Compiler compiler) {
    /** Makes the call's SQL of the arguments, whose number and types were checked. */
    @FunctionalInterface
    interface Compiler {
        Sql compile(List<Operand> arguments, LiteralCrs crs);
    }

    /** A function that is one pattern of SQL, {@code {0}} being the first argument. */
    static FunctionSql of(FilterFunction function, String pattern) {
        return new FunctionSql(
                function,
                (arguments, crs) ->
                        Sql.fill(pattern, arguments.stream().map(Operand::sql).toList()));
    }

    Operand call(FunctionCall call, FilterSql filter, LiteralCrs crs) {
        List<Parameter> parameters = function.parameters();
        if (call.arguments().size() != parameters.size()) {
            throw FilterFault.at(
                    call.position(),
                    "The function " + function.name() + " takes " + parameters.size() + " and is given "
                            + call.arguments().size(),
                    function.signature());
        }
        List<Operand> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            arguments.add(
                    filter.operand(call.arguments().get(i), parameters.get(i).type()));
        }
        return new Operand(function.returns(), sqlType(arguments), compiler.compile(arguments, crs), call);
    }

    /** Functions of numbers keep their argument's type; all measures are in double precision. */
    private String sqlType(List<Operand> arguments) {
        return switch (function.returns()) {
            case TEXT -> "text";
            case BOOLEAN -> "bool";
            case NUMBER ->
                arguments.get(0).type() == ValueType.NUMBER ? arguments.get(0).sqlType() : "float8";
            default -> throw new IllegalStateException("no function returns " + function.returns());
        };
    }
}
