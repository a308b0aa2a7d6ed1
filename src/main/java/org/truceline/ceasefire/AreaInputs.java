package org.truceline.ceasefire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.ceasefire.AreaInput.Combined;
import org.truceline.ceasefire.AreaInput.Measured;
import org.truceline.ceasefire.AreaInput.Reading;
import org.truceline.database.SqlFile;

/** Reads what areas are computed from. */
@Component
class AreaInputs {
    private static final String READ_INPUT = SqlFile.read(AreaInputs.class, "read-area-input.sql");

    private final JdbcClient jdbc;

    AreaInputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of it as of one moment; empty when there should be no such area. */
    Optional<AreaInput> find(AreaKey area) {
        return jdbc.sql(READ_INPUT)
                .param("rule", area.rule())
                .param("claim", area.claim())
                .query((row, number) -> read(row))
                .optional();
    }

    private static AreaInput read(ResultSet row) throws SQLException {
        AreaKey area = new AreaKey(row.getString("rule_id"), row.getString("claim"));
        String versions = row.getString("inputs");
        String reading = row.getString("reading");
        if (reading.equals("union") || reading.equals("intersection")) {
            return new Combined(
                    area,
                    versions,
                    Reading.valueOf(reading.toUpperCase(Locale.ROOT)),
                    AreaInputJson.members(row.getString("members")));
        }
        return new Measured(
                area,
                versions,
                band(row),
                reference(row),
                cut(row),
                AreaInputJson.exclusions(row.getString("excluded")));
    }

    private static Band band(ResultSet row) throws SQLException {
        double outer = row.getDouble("outer_m");
        OptionalDouble end = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(outer);
        return new Band(
                row.getDouble("inner_m"),
                end,
                Band.Ends.valueOf(row.getString("ends").toUpperCase(Locale.ROOT)));
    }

    private static Reference reference(ResultSet row) throws SQLException {
        Optional<Geometry> site = StoredShape.find(row.getBytes("site"));
        if (site.isPresent()) {
            return new Reference.At(site.get());
        }
        Geometry line = get(row, "line");
        Optional<Geometry> other = StoredShape.find(row.getBytes("other_line"));
        return other.isPresent()
                ? new Reference.Between(line, other.get())
                : new Reference.Along(line, AreaInputJson.sections(row.getString("sections")));
    }

    private static Cut cut(ResultSet row) throws SQLException {
        String cut = row.getString("cut");
        return switch (cut) {
            case "both" -> new Cut.Both();
            case "left" -> new Cut.Left();
            case "right" -> new Cut.Right();
            case "land" -> new Cut.Land(row.getString("territory_id"), get(row, "land"));
            case "unknown" -> new Cut.Unknown();
            default ->
                throw new IllegalStateException("read-area-input.sql knows a side that is not known here: " + cut);
        };
    }

    private static Geometry get(ResultSet row, String column) throws SQLException {
        return StoredShape.find(row.getBytes(column))
                .orElseThrow(() -> new IllegalStateException("read-area-input.sql gave no " + column));
    }
}
