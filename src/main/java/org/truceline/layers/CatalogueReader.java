package org.truceline.layers;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.crs.CrsRegistry;
import org.truceline.database.SqlFile;
import org.truceline.layers.CatalogueColumn.CatalogueRelation;
import org.truceline.layers.CatalogueColumn.Shape;
import org.truceline.layers.LayerFactory.Outcome;

/** Reads PostgreSQL's catalogue: which relations the schema {@code layer} holds, and what each is made of. */
@Component
class CatalogueReader {
    /** All other relations wait while one is asked for its ids, and a new one is promised within ten seconds. */
    private static final int ID_CHECK_SECONDS = 2;

    private static final String CATALOGUE = SqlFile.read(CatalogueReader.class, "catalogue.sql");
    private static final String UNCHECKED_ID_NOTE = "whether its ids are unique could not be found out within "
            + ID_CHECK_SECONDS + " s; if they are not, pages may miss features";

    private final JdbcClient jdbc;
    private final CrsRegistry crs;

    CatalogueReader(JdbcClient jdbc, CrsRegistry crs) {
        this.jdbc = jdbc;
        this.crs = crs;
    }

    /** The columns of each relation, by the relation's name. */
    Map<String, List<CatalogueColumn>> listRelations() {
        Map<String, List<CatalogueColumn>> relations = new LinkedHashMap<>();
        jdbc.sql(CATALOGUE)
                .query(CatalogueReader::toColumn)
                .list()
                .forEach(column -> relations
                        .computeIfAbsent(column.relation().name(), name -> new ArrayList<>())
                        .add(column));
        return relations;
    }

    /** The layer that these columns make, if its ids name one feature each. */
    Outcome read(List<CatalogueColumn> columns) {
        Outcome outcome = LayerFactory.toLayer(columns);
        if (outcome instanceof Outcome.Served served) {
            return served.isIdUnique() ? withDomain(served) : refuseAmbiguousIds(withDomain(served));
        }
        return outcome;
    }

    private Outcome.Served withDomain(Outcome.Served served) {
        GeometryColumn geometry = served.layer().geometry();
        if (geometry.isCrs84() || geometry.isSridUndeclared()) {
            return served;
        }
        Layer layer = served.layer().withGeometry(geometry.within(crs.findDomain(geometry.srid())));
        return new Outcome.Served(layer, served.isIdUnique());
    }

    /** A page ends at an id and the next begins after it: features that share an id, or have none, would be lost. */
    private Outcome refuseAmbiguousIds(Outcome.Served served) {
        Layer layer = served.layer();
        String id = Identifiers.quote(layer.idColumn().name());
        String sql = "SELECT %1$s::text FROM %2$s GROUP BY %1$s HAVING count(*) > 1 OR %1$s IS NULL LIMIT 1"
                .formatted(id, Identifiers.relation(layer));
        try {
            List<@Nullable String> ambiguous = jdbc.sql(sql)
                    .withQueryTimeout(ID_CHECK_SECONDS)
                    .query((row, number) -> row.getString(1))
                    .list();
            if (ambiguous.isEmpty()) {
                return served;
            }
            String value = ambiguous.get(0);
            String reason = value == null ? "is NULL in some row" : "holds " + value + " more than once";
            return new Outcome.Refused(new Refusal(
                    layer.id(), "its id column \"" + layer.idColumn().name() + "\" " + reason));
        } catch (QueryTimeoutException slow) {
            return new Outcome.Served(layer.withNote(UNCHECKED_ID_NOTE), served.isIdUnique());
        } catch (DataAccessException failure) {
            Throwable cause = Objects.requireNonNullElse(failure.getMostSpecificCause(), failure);
            return new Outcome.Refused(new Refusal(layer.id(), "reading it fails: " + cause.getMessage()));
        }
    }

    private static CatalogueColumn toColumn(ResultSet row, int number) throws SQLException {
        Integer srid = row.getObject("srid", Integer.class);
        Array labels = row.getArray("enum_labels");
        List<String> enumLabels = labels == null ? List.of() : List.of((String[]) labels.getArray());
        return new CatalogueColumn(
                new CatalogueRelation(
                        row.getString("relation"),
                        Comment.parse(row.getString("relation_comment")),
                        row.getBoolean("readable")),
                row.getString("name"),
                Comment.parse(row.getString("comment")),
                row.getString("type"),
                enumLabels,
                shape(row, enumLabels),
                row.getBoolean("is_primary_key"),
                row.getBoolean("is_unique"),
                srid == null ? OptionalInt.empty() : OptionalInt.of(srid),
                Objects.requireNonNullElse(row.getString("geometry_type"), ""));
    }

    private static Shape shape(ResultSet row, List<String> enumLabels) throws SQLException {
        if (!enumLabels.isEmpty()) {
            return Shape.ENUM;
        }
        return row.getBoolean("is_structured") ? Shape.STRUCTURED : Shape.PLAIN;
    }
}
