package org.truceline.cql2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.truceline.cql2.Expression.And;
import org.truceline.cql2.Expression.Arithmetic;
import org.truceline.cql2.Expression.Array;
import org.truceline.cql2.Expression.Between;
import org.truceline.cql2.Expression.Comparison;
import org.truceline.cql2.Expression.In;
import org.truceline.cql2.Expression.Interval;
import org.truceline.cql2.Expression.IsNull;
import org.truceline.cql2.Expression.Like;
import org.truceline.cql2.Expression.Not;
import org.truceline.cql2.Expression.Numeral;
import org.truceline.cql2.Expression.Or;
import org.truceline.cql2.Expression.PropertyName;
import org.truceline.cql2.Expression.Spatial;
import org.truceline.cql2.Expression.Text;
import org.truceline.cql2.Expression.Truth;

/** Makes the tree of CQL2 JSON. */
final class JsonTree {
    private static final Map<String, ComparisonOperator> COMPARISONS = new HashMap<>();
    private static final Map<String, ArithmeticOperator> ARITHMETIC = new HashMap<>();

    static {
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            COMPARISONS.put(operator.symbol(), operator);
        }
        for (ArithmeticOperator operator : ArithmeticOperator.values()) {
            ARITHMETIC.put(operator.symbol(), operator);
        }
    }

    private final Nesting nesting = new Nesting();

    Expression expression(Json json) {
        nesting.enter(1, json.position());
        Expression expression = unnested(json);
        nesting.leave(1);
        return expression;
    }

    private Expression unnested(Json json) {
        Position position = json.position();
        if (json instanceof Json.Words words) {
            return new Text(words.text(), position);
        } else if (json instanceof Json.Figure figure) {
            return new Numeral(figure.value(), position);
        } else if (json instanceof Json.Flag flag) {
            return new Truth(flag.value(), position);
        } else if (json instanceof Json.Elements array) {
            return new Array(expressions(array.elements()), position);
        } else if (json instanceof Json.Members object) {
            return object(object);
        }
        throw json.fault("a text, a number, true or false, an array or an object");
    }

    private Expression object(Json.Members object) {
        Position position = object.position();
        if (object.find("op").isPresent()) {
            String operator = object.get("op").text("the name of an operator or a function");
            return operation(operator, object.get("args").elements("an array of arguments"), position);
        } else if (object.find("property").isPresent()) {
            return new PropertyName(object.get("property").text("the name of a property"), position);
        } else if (object.find("date").isPresent()) {
            Json date = object.get("date");
            return Times.parseDate(date.text("a date"), date.position());
        } else if (object.find("timestamp").isPresent()) {
            Json timestamp = object.get("timestamp");
            return Times.parseTimestamp(timestamp.text("a timestamp"), timestamp.position());
        } else if (object.find("interval").isPresent()) {
            return interval(object.get("interval"), position);
        } else if (object.find("bbox").isPresent() && object.find("type").isEmpty()) {
            List<Double> numbers = object.get("bbox").elements("an array of numbers").stream()
                    .map(Json::number)
                    .toList();
            return Geometries.box(numbers, position);
        } else if (object.find("type").isPresent()) {
            return new Spatial(JsonGeometry.geometry(object), position);
        }
        throw object.fault("an object with one of op, property, date, timestamp, interval, bbox, type");
    }

    private Expression interval(Json json, Position position) {
        List<Json> ends = json.elements("an array of two ends");
        if (ends.size() != 2) {
            throw json.fault("an array of two ends");
        }
        return new Interval(end(ends.get(0)), end(ends.get(1)), position);
    }

    private Expression end(Json json) {
        return json instanceof Json.Words words ? Times.parseEnd(words.text(), words.position()) : expression(json);
    }

    private Expression operation(String operator, List<Json> json, Position position) {
        String name = operator.toLowerCase(Locale.ROOT);
        if (name.equals("in")) {
            return in(json, position);
        }
        List<Expression> arguments = expressions(json);
        if (COMPARISONS.containsKey(name)) {
            Calls.requireArguments(operator, 2, arguments, position);
            return new Comparison(COMPARISONS.get(name), arguments.get(0), arguments.get(1), position);
        } else if (ARITHMETIC.containsKey(name)) {
            Calls.requireArguments(operator, 2, arguments, position);
            return new Arithmetic(ARITHMETIC.get(name), arguments.get(0), arguments.get(1), position);
        }
        return switch (name) {
            case "and", "or" -> {
                if (arguments.size() < 2) {
                    throw new Cql2ParseException(position, operator + " has less than two arguments", "two or more");
                }
                yield name.equals("and") ? new And(arguments, position) : new Or(arguments, position);
            }
            case "not" -> {
                Calls.requireArguments(operator, 1, arguments, position);
                yield new Not(arguments.get(0), position);
            }
            case "isnull" -> {
                Calls.requireArguments(operator, 1, arguments, position);
                yield new IsNull(arguments.get(0), position);
            }
            case "like" -> {
                Calls.requireArguments(operator, 2, arguments, position);
                yield new Like(arguments.get(0), arguments.get(1), position);
            }
            case "between" -> {
                Calls.requireArguments(operator, 3, arguments, position);
                yield new Between(arguments.get(0), arguments.get(1), arguments.get(2), position);
            }
            default -> Calls.make(operator, arguments, position);
        };
    }

    private Expression in(List<Json> json, Position position) {
        if (json.size() != 2) {
            throw new Cql2ParseException(position, "in has " + json.size() + " arguments", "a value and an array");
        }
        List<Json> list = json.get(1).elements("an array of values");
        if (list.isEmpty()) {
            throw json.get(1).fault("an array with a value or more");
        }
        return new In(expression(json.get(0)), expressions(list), position);
    }

    private List<Expression> expressions(List<Json> json) {
        List<Expression> expressions = new ArrayList<>();
        json.forEach(element -> expressions.add(expression(element)));
        return expressions;
    }
}
