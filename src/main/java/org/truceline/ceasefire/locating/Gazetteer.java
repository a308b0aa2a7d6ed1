package org.truceline.ceasefire.locating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.ceasefire.uncertainty.Spot;
import org.truceline.database.SqlFile;

/** Places by any of their names, in any script, in capitals or not. One name may be that of several. */
@Component
class Gazetteer {
    private static final String SEARCH = SqlFile.read(Gazetteer.class, "search-places.sql");

    private final JdbcClient jdbc;

    Gazetteer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are called so; if none is, those whose names begin so. */
    List<Spotted> search(String name) {
        return jdbc.sql(SEARCH).param("name", name).query(Gazetteer::place).list();
    }

    private static Spotted place(ResultSet row, int number) throws SQLException {
        double uncertainty = row.getDouble("uncertainty_m");
        OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(uncertainty);
        Map<String, Object> further = new LinkedHashMap<>();
        further.put("place", row.getString("id"));
        further.put("name", row.getString("name"));
        further.put("matched", row.getString("matched"));
        further.put("kind", row.getString("kind"));
        further.put("note", row.getString("admin_note"));
        further.put("confidence", row.getString("confidence"));
        further.put("source", row.getString("source"));
        return new Spotted(new Spot(row.getDouble("longitude"), row.getDouble("latitude")), known, "name", further);
    }
}
