package org.truceline.features;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** The values that a property of a layer has, and what another property calls them. */
final class DistinctValues {
    /** Whoever tells features apart by a value tells no more apart than that. */
    private static final int MOST = 200;

    private DistinctValues() {}

    static Sql sql(Layer layer, Property property, Property title) {
        String column = Identifiers.quote(property.name());
        return Sql.of("SELECT " + column + "::text, min(" + Identifiers.quote(title.name()) + "::text) FROM "
                + Identifiers.relation(layer) + " WHERE " + column + " IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT "
                + MOST);
    }

    static Map<String, String> ask(Connection connection, Sql sql) throws SQLException {
        Map<String, String> titles = new LinkedHashMap<>();
        try (PreparedStatement statement = FeatureStore.prepare(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String value = rows.getString(1);
                String title = rows.getString(2);
                titles.put(value, title == null ? value : title);
            }
        }
        return Map.copyOf(titles);
    }
}
