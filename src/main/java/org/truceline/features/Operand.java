package org.truceline.features;

import java.util.Optional;
import org.truceline.cql2.Expression;
import org.truceline.cql2.Position;
import org.truceline.layers.GeometryColumn;

/**
 * A part of a filter in SQL.
 *
 * @param sqlType PostgreSQL's name of the type; for an array that of its elements, for a geometry PostGIS's of its kind
 * @param source what the client wrote
 * @param stored the layer's geometry column, where it is that
 */
record Operand(ValueType type, String sqlType, Sql sql, Expression source, Optional<GeometryColumn> stored) {
    Operand(ValueType type, String sqlType, Sql sql, Expression source) {
        this(type, sqlType, sql, source, Optional.empty());
    }

    Position position() {
        return source.position();
    }

    boolean isLiteral() {
        return source instanceof Expression.Literal;
    }

    boolean isFloat() {
        return sqlType.equals("float4") || sqlType.equals("float8");
    }

    Operand as(ValueType newType, String newSqlType, Sql newSql) {
        return new Operand(newType, newSqlType, newSql, source);
    }

    /** The same value in another type of PostgreSQL's. */
    Operand cast(ValueType newType, String newSqlType) {
        return as(newType, newSqlType, sql.castTo(newSqlType));
    }

    /** How a sentence calls it. */
    String words() {
        if (source instanceof Expression.PropertyName property) {
            return "the property \"" + property.name() + "\" is " + type.words();
        }
        return "this is " + type.words();
    }
}
