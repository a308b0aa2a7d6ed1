package org.truceline.ceasefire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ceasefire.Sighting.Around;
import org.truceline.ceasefire.Sighting.Exemption;
import org.truceline.ceasefire.uncertainty.Spot;
import org.truceline.ceasefire.uncertainty.UniformArea;
import org.truceline.ceasefire.uncertainty.UniformSector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code list-due-sightings.sql}. */
final class SightingRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SightingRows() {}

    static Sighting read(ResultSet row) throws SQLException {
        return new Sighting(
                row.getString("sighting_id"),
                row.getString("inputs"),
                position(row),
                exemptions(row.getString("exemptions")));
    }

    private static Position position(ResultSet row) throws SQLException {
        Optional<Geometry> point = StoredShape.find(row.getBytes("point"));
        if (point.isPresent()) {
            Spot spot = new Spot(
                    point.get().getCoordinate().getX(),
                    point.get().getCoordinate().getY());
            double radius = row.getDouble("uncertainty_m");
            if (row.wasNull()) {
                return new Position.Vague(spot);
            }
            return radius == 0 ? new Position.Exact(spot) : new Position.Near(spot, radius);
        }
        Optional<Geometry> area = StoredShape.find(row.getBytes("area"));
        if (area.isPresent()) {
            return new Position.Somewhere(UniformArea.of(area.get()));
        }
        double bearing = row.getDouble("bearing_deg");
        if (row.wasNull()) {
            return new Position.Untold();
        }
        return new Position.Somewhere(new UniformSector(
                new Spot(row.getDouble("observer_longitude"), row.getDouble("observer_latitude")),
                bearing,
                row.getDouble("bearing_error_deg"),
                row.getDouble("range_from_m"),
                row.getDouble("range_to_m")));
    }

    private static List<Exemption> exemptions(@Nullable String json) {
        return json == null
                ? List.of()
                : JSON.readTree(json).valueStream().map(SightingRows::exemption).toList();
    }

    private static Exemption exemption(JsonNode node) {
        JsonNode shape = node.path("shape");
        return new Exemption(
                node.path("id").asString(),
                node.path("certain").asBoolean(),
                shape.isString()
                        ? Optional.of(new Around(
                                StoredShape.ofHex(shape.asString()),
                                node.path("meters").asDouble()))
                        : Optional.empty());
    }
}
