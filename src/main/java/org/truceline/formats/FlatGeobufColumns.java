package org.truceline.formats;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.List;
import org.truceline.features.FeatureQuery;
import org.truceline.layers.Property;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;

/** The columns of a FlatGeobuf file: the id, then the properties. */
final class FlatGeobufColumns {
    private FlatGeobufColumns() {}

    static List<Property> list(FeatureQuery query) {
        List<Property> columns = new ArrayList<>(query.output().properties());
        columns.add(0, query.layer().idColumn());
        return columns;
    }

    /**
     * How the format calls the type of the property's values. Days are written as date-times without a time, which ISO
     * 8601 allows; exact numbers in double precision, which has no more than 15 to 17 of their digits.
     */
    static int type(Property property) {
        return switch (property.type()) {
            case STRING, UUID, OPAQUE -> ColumnType.String;
            case JSON, GEOMETRY -> ColumnType.Json;
            case BOOLEAN -> ColumnType.Bool;
            case DATE, DATE_TIME -> ColumnType.DateTime;
            case INTEGER ->
                switch (property.sqlType()) {
                    case "int2" -> ColumnType.Short;
                    case "int4" -> ColumnType.Int;
                    default -> ColumnType.Long;
                };
            case NUMBER -> property.sqlType().equals("float4") ? ColumnType.Float : ColumnType.Double;
        };
    }

    static int write(Property property, boolean isId, FlatBufferBuilder builder) {
        int name = builder.createString(property.name());
        int title = builder.createString(property.title());
        int description = builder.createString(property.description());
        Column.startColumn(builder);
        Column.addName(builder, name);
        Column.addType(builder, type(property));
        Column.addTitle(builder, title);
        Column.addDescription(builder, description);
        Column.addNullable(builder, !isId);
        Column.addUnique(builder, isId);
        Column.addPrimaryKey(builder, isId);
        return Column.endColumn(builder);
    }
}
