package org.truceline.ceasefire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ceasefire.Zone.Version;
import org.truceline.ceasefire.Zone.Where;

/** Rows of {@code next-zone.sql}. */
final class ZoneRows {
    private ZoneRows() {}

    static Zone read(ResultSet row) throws SQLException {
        return new Zone(
                new AreaKey(row.getString("rule_id"), row.getString("claim")),
                new Version(row.getLong("area_id"), row.getLong("terms_version")),
                extent(row),
                row.getString("comparator").equals(">"));
    }

    private static Where extent(ResultSet row) throws SQLException {
        Optional<Geometry> area = StoredShape.find(row.getBytes("area"));
        if (area.isEmpty()) {
            return row.getString("outcome").equals("empty")
                    ? new Zone.Nowhere()
                    : new Zone.NotKnown(row.getString("reason"));
        }
        Optional<Geometry> reference = StoredShape.find(row.getBytes("reference"));
        double outer = row.getDouble("outer_m");
        if (row.wasNull() || reference.isEmpty() || !isWholeBand(row)) {
            return new Zone.Bounded(area.get(), reference);
        }
        return new Zone.Nearer(reference.get(), outer, AreaInputJson.exclusions(row.getString("excluded")));
    }

    /** Whether all that is nearer than the band's end is kept clear, but for what lies beyond the line. */
    private static boolean isWholeBand(ResultSet row) throws SQLException {
        String side = row.getString("side");
        return (side.equals("own") || side.equals("both"))
                && row.getString("ends").equals("round")
                && row.getDouble("inner_m") == 0;
    }
}
