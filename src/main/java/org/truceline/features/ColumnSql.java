package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.cql2.Expression.PropertyName;
import org.truceline.layers.GeometryColumn;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

/** The columns of a layer as operands: bare wherever it is possible, so that indexes on them serve. */
final class ColumnSql {
    private final Layer layer;

    ColumnSql(Layer layer) {
        this.layer = layer;
    }

    Operand column(PropertyName name) {
        if (name.name().equals(layer.geometry().name())) {
            Sql degrees = Sql.of(FeatureSql.crs84(layer.geometry()));
            return new Operand(ValueType.GEOMETRY, "geometry", degrees, name, Optional.of(layer.geometry()));
        }
        return layer.findProperty(name.name())
                .map(property -> column(property, name))
                .orElseThrow(() -> unknown(name));
    }

    private static Operand column(Property property, PropertyName source) {
        if (property.type() == PropertyType.GEOMETRY) {
            // The catalogue tells no SRID of further geometries, so each row says its own.
            GeometryColumn undeclared = new GeometryColumn(property.name(), "Geometry", 0);
            return new Operand(ValueType.GEOMETRY, undeclared.type(), Sql.of(FeatureSql.crs84(undeclared)), source);
        }
        Optional<String> element = property.elementType();
        if (element.isPresent()) {
            Sql array = Sql.of(Identifiers.quote(property.name()));
            return new Operand(ValueType.ARRAY, element.get(), array, source);
        }
        return new Operand(type(property.type()), property.sqlType(), Sql.of(FeatureSql.comparable(property)), source);
    }

    private static ValueType type(PropertyType type) {
        return switch (type) {
            case STRING -> ValueType.TEXT;
            case UUID -> ValueType.UUID;
            case INTEGER, NUMBER -> ValueType.NUMBER;
            case BOOLEAN -> ValueType.BOOLEAN;
            case DATE -> ValueType.DATE;
            case DATE_TIME -> ValueType.INSTANT;
            case GEOMETRY -> ValueType.GEOMETRY;
            case JSON, OPAQUE -> ValueType.OTHER;
        };
    }

    private FilterFault unknown(PropertyName name) {
        List<String> names = new ArrayList<>();
        names.add(layer.idColumn().name());
        names.add(layer.geometry().name());
        layer.properties().forEach(property -> names.add(property.name()));
        String fault = "The layer has no property \"" + name.name() + "\"";
        return FilterFault.at(name.position(), fault, NearestName.inWords(name.name(), names));
    }
}
