package org.truceline.changes;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.truceline.database.SqlFile;

/** Asks PostgreSQL's catalogue, as a snapshot sees it, what a layer rests on and in which state that is. */
@Component
class FoundationReader {
    /** PostgreSQL's FirstNormalObjectId: what has a lower number came with it, and changes with its version only. */
    private static final long FIRST_OF_OTHERS = 16384;

    private static final String REFERENCE_SYSTEMS =
            "SELECT sum(hashtextextended(concat_ws(' ', srid, srtext, proj4text), 0)) FROM spatial_ref_sys";

    private static final String FOLLOWED = "SELECT relation FROM truceline.followed_table WHERE layer = ?";

    private final String foundationSql = SqlFile.read(FoundationReader.class, "foundation.sql");
    private final String revisionSql = SqlFile.read(FoundationReader.class, "revision.sql");

    /**
     * The state of a foundation.
     *
     * @param definitions stands for all definitions that the layer rests on
     * @param changes stands for all changes to its tables; empty as long as the log is another database's
     */
    record State(String definitions, Optional<String> changes) {}

    /** Follows the layer's view, which takes some hundredths of a second. */
    Foundation readFoundation(Connection snapshot, String layerId) throws SQLException {
        List<Long> relations = new ArrayList<>();
        List<Long> functions = new ArrayList<>();
        List<Long> types = new ArrayList<>();
        List<Long> unguarded = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        try (PreparedStatement statement = snapshot.prepareStatement(foundationSql)) {
            statement.setString(1, layerId);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                long id = row.getLong("id");
                switch (row.getString("kind")) {
                    case "relation" -> relations.add(id);
                    case "function" -> addOther(id, functions);
                    case "type" -> addOther(id, types);
                    default -> {
                        // An obstacle that has no row of its own in the catalogue.
                    }
                }
                if (row.getBoolean("is_to_guard")) {
                    unguarded.add(id);
                }
                String obstacle = row.getString("obstacle");
                if (obstacle != null) {
                    obstacles.add(obstacle);
                }
            }
        }
        Foundation.Reach reach = new Foundation.Reach(relations, functions, types);
        return new Foundation(reach, unguarded, readFollowed(snapshot, layerId), obstacles);
    }

    private static Set<Long> readFollowed(Connection snapshot, String layerId) throws SQLException {
        Set<Long> followed = new HashSet<>();
        try (PreparedStatement statement = snapshot.prepareStatement(FOLLOWED)) {
            statement.setString(1, layerId);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                followed.add(row.getLong(1));
            }
        }
        return followed;
    }

    /**
     * Stands for all definitions of coordinate reference systems. PostGIS keeps for each connection what it read of them
     * once, so it is enough to know them as they were when a layer's foundation was read.
     */
    String readReferenceSystems(Connection snapshot) throws SQLException {
        try (Statement statement = snapshot.createStatement()) {
            ResultSet row = statement.executeQuery(REFERENCE_SYSTEMS);
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void addOther(long id, List<Long> others) {
        if (id >= FIRST_OF_OTHERS) {
            others.add(id);
        }
    }

    /** The state that a foundation is in: a fraction of the cost of reading the foundation anew. */
    State readState(Connection snapshot, String layerId, Foundation foundation) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(revisionSql)) {
            statement.setString(1, layerId);
            statement.setArray(2, oids(snapshot, foundation.reach().relations()));
            statement.setArray(3, oids(snapshot, foundation.reach().functions()));
            statement.setArray(4, oids(snapshot, foundation.reach().types()));
            ResultSet row = statement.executeQuery();
            row.next();
            return new State(row.getString("definitions"), Optional.ofNullable(row.getString("changes")));
        }
    }

    static Array oids(Connection connection, List<Long> ids) throws SQLException {
        return connection.createArrayOf("oid", ids.toArray());
    }
}
