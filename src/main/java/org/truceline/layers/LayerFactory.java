package org.truceline.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truceline.layers.CatalogueColumn.CatalogueRelation;
import org.truceline.layers.LayerText.Licence;

/** Makes a layer of a relation's columns, or says what it lacks. Looks at the catalogue only, not at the data. */
final class LayerFactory {
    private static final String UNDECLARED_SRID_NOTE =
            "the geometry column declares no SRID: each row is read in its own, and as longitude, latitude where it has none";

    private LayerFactory() {}

    /** What became of a relation. */
    sealed interface Outcome {
        /**
         * It can be served.
         *
         * @param isIdUnique whether the database guarantees that the id is unique; else the data has to be asked
         */
        record Served(Layer layer, boolean isIdUnique) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    static Outcome toLayer(List<CatalogueColumn> columns) {
        CatalogueRelation relation = columns.get(0).relation();
        if (!relation.isReadable()) {
            return refuse(relation, "the server's database user may not read it; grant it SELECT");
        }
        Optional<CatalogueColumn> id = findId(columns);
        if (id.isEmpty()) {
            return refuse(relation, "it has neither a primary key of one column nor a column named id");
        }
        CatalogueColumn idColumn = id.get();
        if (!idColumn.toProperty().type().isUsableAsId()) {
            return refuse(
                    relation,
                    "its id column \"" + idColumn.name() + "\" is of type " + idColumn.type()
                            + "; an id is an integer, a text or a uuid");
        }
        Optional<CatalogueColumn> geometry = findGeometry(columns);
        if (geometry.isEmpty()) {
            return refuse(
                    relation, "its only spatial column is of type geography; serve a view that casts it to geometry");
        }
        return toLayer(columns, idColumn, geometry.get());
    }

    private static Outcome toLayer(List<CatalogueColumn> columns, CatalogueColumn id, CatalogueColumn geometryColumn) {
        CatalogueRelation relation = id.relation();
        List<Property> properties = columns.stream()
                .filter(column -> !column.equals(id) && !column.equals(geometryColumn))
                .map(CatalogueColumn::toProperty)
                .toList();
        List<String> notes = new ArrayList<>();
        GeometryColumn geometry = new GeometryColumn(
                        geometryColumn.name(),
                        geometryColumn.geometryType(),
                        geometryColumn.srid().orElse(0))
                .withUncertainty(findUncertainty(columns, notes));
        if (geometry.isSridUndeclared()) {
            notes.add(UNDECLARED_SRID_NOTE);
        }
        columns.stream().flatMap(column -> column.findOddity().stream()).forEach(notes::add);
        Optional<TimeColumns> time = findTime(columns, notes);
        List<OrderKey> order = LayerOrder.read(relation.comment(), properties, notes);
        Layer layer = new Layer(
                relation.name(),
                toText(relation.comment(), findEdited(relation.comment(), columns, notes)),
                id.toProperty(),
                geometry,
                properties,
                order,
                time,
                listSums(columns),
                notes);
        return new Outcome.Served(layer, id.isUnique());
    }

    private static Optional<CatalogueColumn> findId(List<CatalogueColumn> columns) {
        return columns.stream()
                .filter(CatalogueColumn::isPrimaryKey)
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> column.name().equals("id"))
                        .findFirst());
    }

    private static Optional<CatalogueColumn> findGeometry(List<CatalogueColumn> columns) {
        List<CatalogueColumn> geometries =
                columns.stream().filter(CatalogueColumn::isGeometry).toList();
        return geometries.stream()
                .filter(column -> column.comment().hasTag("geometry"))
                .findFirst()
                .or(() -> geometries.stream().findFirst());
    }

    private static Optional<Property> findUncertainty(List<CatalogueColumn> columns, List<String> notes) {
        for (CatalogueColumn column : columns) {
            if (column.comment().hasTag("uncertainty")) {
                Property property = column.toProperty();
                if (property.type().isNumeric()) {
                    return Optional.of(property);
                }
                notes.add("column \"" + column.name() + "\" is marked @uncertainty but is of type " + column.type()
                        + ", not a number of metres");
            }
        }
        return Optional.empty();
    }

    private static List<Property> listSums(List<CatalogueColumn> columns) {
        return columns.stream()
                .filter(CatalogueColumn::isSummed)
                .map(CatalogueColumn::toProperty)
                .toList();
    }

    private static Optional<TimeColumns> findTime(List<CatalogueColumn> columns, List<String> notes) {
        Property instant = taggedTime(columns, "instant", notes);
        if (instant != null) {
            return Optional.of(new TimeColumns.At(instant));
        }
        Property start = taggedTime(columns, "start", notes);
        Property end = taggedTime(columns, "end", notes);
        if (start != null && end != null) {
            return Optional.of(new TimeColumns.Between(start, end));
        }
        if (start != null || end != null) {
            notes.add("one of @start and @end is marked without the other: no column is used for datetime");
        }
        return Optional.empty();
    }

    private static @Nullable Property taggedTime(List<CatalogueColumn> columns, String tag, List<String> notes) {
        for (CatalogueColumn column : columns) {
            if (column.comment().hasTag(tag)) {
                Property property = column.toProperty();
                if (property.type() == PropertyType.DATE || property.type() == PropertyType.DATE_TIME) {
                    return property;
                }
                notes.add("column \"" + column.name() + "\" is marked @" + tag + " but is of type " + column.type()
                        + ", neither a date nor a timestamp");
            }
        }
        return null;
    }

    private static Optional<EditedTable> findEdited(
            Comment comment, List<CatalogueColumn> columns, List<String> notes) {
        Optional<String> declaration = comment.findValue("edit");
        Optional<EditedTable> edited = declaration
                .flatMap(EditedTable::parse)
                .filter(table -> columns.stream()
                        .map(CatalogueColumn::name)
                        .toList()
                        .containsAll(table.columns().keySet()));
        if (declaration.isPresent() && edited.isEmpty()) {
            notes.add("its comment's @edit isn't schema.table(id, property, property=column), or names no column of it:"
                    + " its features can't be edited");
        }
        return edited;
    }

    private static LayerText toText(Comment comment, Optional<EditedTable> edited) {
        List<Licence> licences = comment.listValues("license").stream()
                .map(value -> value.split("\\s+", 2))
                .map(parts -> new Licence(parts[0], parts.length > 1 ? parts[1] : parts[0]))
                .toList();
        return new LayerText(
                comment.title(),
                comment.description(),
                licences,
                comment.listValues("attribution"),
                comment.hasTag("record"),
                comment.findValue("versions").filter(table -> !table.isBlank()),
                edited);
    }

    private static Outcome refuse(CatalogueRelation relation, String reason) {
        return new Outcome.Refused(new Refusal(relation.name(), reason));
    }
}
