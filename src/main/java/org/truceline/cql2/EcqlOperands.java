package org.truceline.cql2;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.geometry.BoundingBox;
import org.geotools.api.temporal.Instant;
import org.geotools.api.temporal.Period;
import org.locationtech.jts.geom.Geometry;
import org.truceline.cql2.Expression.And;
import org.truceline.cql2.Expression.Arithmetic;
import org.truceline.cql2.Expression.Box;
import org.truceline.cql2.Expression.Day;
import org.truceline.cql2.Expression.FunctionCall;
import org.truceline.cql2.Expression.Interval;
import org.truceline.cql2.Expression.Moment;
import org.truceline.cql2.Expression.Not;
import org.truceline.cql2.Expression.Numeral;
import org.truceline.cql2.Expression.Spatial;
import org.truceline.cql2.Expression.SpatialPredicate;
import org.truceline.cql2.Expression.TemporalPredicate;
import org.truceline.cql2.Expression.Text;
import org.truceline.cql2.Expression.Truth;

/** Makes nodes of GeoTools' expressions, and of its filters on space and time. */
final class EcqlOperands {
    /** The units that ECQL writes behind a distance. */
    private static final Map<String, Double> METERS = Map.of(
            "meters", 1.0, "kilometers", 1000.0, "feet", 0.3048, "statute miles", 1609.344, "nautical miles", 1852.0);

    private final Nesting nesting;

    EcqlOperands(Nesting nesting) {
        this.nesting = nesting;
    }

    Expression operand(org.geotools.api.filter.expression.Expression source) {
        nesting.enter(1, Position.UNKNOWN);
        Expression operand = unnested(source);
        nesting.leave(1);
        return operand;
    }

    private Expression unnested(org.geotools.api.filter.expression.Expression source) {
        if (source instanceof PropertyName property) {
            return new Expression.PropertyName(property.getPropertyName(), Position.UNKNOWN);
        } else if (source instanceof Literal literal) {
            return literal(literal.getValue());
        } else if (source instanceof Function function) {
            List<Expression> arguments =
                    function.getParameters().stream().map(this::operand).toList();
            return call(function.getName(), arguments);
        } else if (source instanceof BinaryExpression arithmetic) {
            return new Arithmetic(
                    operator(arithmetic),
                    operand(arithmetic.getExpression1()),
                    operand(arithmetic.getExpression2()),
                    Position.UNKNOWN);
        }
        throw EcqlTree.unsupported(source);
    }

    /** Dates and timestamps as newer clients write them are calls of functions to ECQL's grammar. */
    private static Expression call(String name, List<Expression> arguments) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (arguments.size() == 1 && arguments.get(0) instanceof Text text) {
            if (upper.equals("DATE")) {
                return Times.parseDate(text.value(), Position.UNKNOWN);
            } else if (upper.equals("TIMESTAMP")) {
                return Times.parseTimestamp(text.value(), Position.UNKNOWN);
            }
        }
        return Calls.make(name, arguments, Position.UNKNOWN);
    }

    private static ArithmeticOperator operator(BinaryExpression arithmetic) {
        if (arithmetic instanceof Add) {
            return ArithmeticOperator.PLUS;
        } else if (arithmetic instanceof Multiply) {
            return ArithmeticOperator.TIMES;
        } else if (arithmetic instanceof Divide) {
            return ArithmeticOperator.DIVIDE;
        }
        return ArithmeticOperator.MINUS;
    }

    private static Expression literal(Object value) {
        if (value instanceof Number number) {
            return new Numeral(Numbers.parse(number.toString(), Position.UNKNOWN), Position.UNKNOWN);
        } else if (value instanceof Boolean truth) {
            return new Truth(truth, Position.UNKNOWN);
        } else if (value instanceof Geometry geometry) {
            return new Spatial(geometry, Position.UNKNOWN);
        } else if (value instanceof java.sql.Date day) {
            return new Day(day.toLocalDate(), Position.UNKNOWN);
        } else if (value instanceof Date moment) {
            return new Moment(moment.toInstant(), Position.UNKNOWN);
        } else if (value instanceof Instant moment) {
            return new Moment(moment.getPosition().getDate().toInstant(), Position.UNKNOWN);
        } else if (value instanceof Period period) {
            return new Interval(literal(period.getBeginning()), literal(period.getEnding()), Position.UNKNOWN);
        }
        return new Text(Texts.requireStorable(value.toString(), Position.UNKNOWN), Position.UNKNOWN);
    }

    Expression spatial(BinarySpatialOperator filter) {
        Expression left = operand(filter.getExpression1());
        if (filter instanceof BBOX box) {
            BoundingBox bounds = box.getBounds();
            Box literal =
                    new Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY(), Position.UNKNOWN);
            return new SpatialPredicate(SpatialOperator.INTERSECTS, left, literal, Position.UNKNOWN);
        }
        Expression right = operand(filter.getExpression2());
        if (filter instanceof DistanceBufferOperator distance) {
            List<Expression> arguments = List.of(left, right, meters(distance));
            FunctionCall within = new FunctionCall("within_distance", arguments, Position.UNKNOWN);
            return filter instanceof Beyond ? new Not(within, Position.UNKNOWN) : within;
        }
        return new SpatialPredicate(operator(filter), left, right, Position.UNKNOWN);
    }

    private static Numeral meters(DistanceBufferOperator filter) {
        Double meters = METERS.get(filter.getDistanceUnits().toLowerCase(Locale.ROOT));
        double distance = meters == null ? Double.NaN : filter.getDistance() * meters;
        if (!Double.isFinite(distance)) {
            throw new Cql2ParseException(
                    Position.UNKNOWN,
                    "the distance " + filter.getDistance() + " " + filter.getDistanceUnits() + " can't be used",
                    "a distance in "
                            + String.join(
                                    ", ", METERS.keySet().stream().sorted().toList()));
        }
        return new Numeral(BigDecimal.valueOf(distance), Position.UNKNOWN);
    }

    private static SpatialOperator operator(BinarySpatialOperator filter) {
        for (SpatialOperator operator : SpatialOperator.values()) {
            // GeoTools' interfaces are called as the standard calls the operators.
            for (Class<?> type : filter.getClass().getInterfaces()) {
                if (type.getSimpleName().equalsIgnoreCase(operator.name())) {
                    return operator;
                }
            }
        }
        throw EcqlTree.unsupported(filter);
    }

    Expression temporal(BinaryTemporalOperator filter) {
        Expression left = operand(filter.getExpression1());
        Expression right = operand(filter.getExpression2());
        if (filter instanceof During && right instanceof Interval interval) {
            // ECQL says it of instants: after the beginning and before the end.
            return new And(
                    List.of(
                            temporal(TemporalOperator.AFTER, left, interval.start()),
                            temporal(TemporalOperator.BEFORE, left, interval.end())),
                    Position.UNKNOWN);
        } else if (filter instanceof After) {
            return temporal(TemporalOperator.AFTER, left, right);
        } else if (filter instanceof Before) {
            return temporal(TemporalOperator.BEFORE, left, right);
        } else if (filter instanceof TEquals) {
            return temporal(TemporalOperator.EQUALS, left, right);
        }
        throw EcqlTree.unsupported(filter);
    }

    private static Expression temporal(TemporalOperator operator, Expression left, Expression right) {
        return new TemporalPredicate(operator, left, right, Position.UNKNOWN);
    }
}
