package org.truceline.geodesy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** PostGIS's {@code ST_Buffer(geography, metres)} with its defaults, in one backend. */
final class PostgisBuffer {

    /** Of the kernel's clock in /proc, for every Linux that Java runs on. */
    private static final double MILLIS_A_TICK = 10;

    private static final int USER_TIME = 11;

    private final Connection connection;
    private final int backend;

    PostgisBuffer(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE shape (place geography)");
            try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                backend = row.getInt(1);
            }
        }
    }

    void shape(Geometry geometry) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO shape SELECT ST_GeomFromWKB(?, 4326)::geography")) {
            statement.execute("TRUNCATE shape");
            insert.setBytes(1, new WKBWriter().write(geometry));
            insert.execute();
        }
    }

    /** Makes the buffer and leaves it in the database. */
    void run(double meters) {
        ask("SELECT ST_NPoints(ST_Buffer(place, ?)::geometry)::text FROM shape", meters);
    }

    Geometry buffer(double meters) {
        String hex = ask("SELECT ST_AsHEXEWKB(ST_Buffer(place, ?)::geometry) FROM shape", meters);
        try {
            return new WKBReader().read(WKBReader.hexToBytes(hex));
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS sent no geometry", e);
        }
    }

    private String ask(String sql, double meters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDouble(1, meters);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostGIS could not make the buffer of " + meters + " m", e);
        }
    }

    /** The time that the backend has had so far, in steps of a tick. */
    double cpuMillis() {
        try {
            String status = Files.readString(Path.of("/proc", String.valueOf(backend), "stat"));
            String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
            return MILLIS_A_TICK * (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
