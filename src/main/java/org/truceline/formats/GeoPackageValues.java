package org.truceline.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.truceline.features.ValueSink;

/** Gives values to the parameters of a statement, as GeoPackage stores them (GeoPackage 1.3, table 1). */
final class GeoPackageValues implements ValueSink {
    private static final DateTimeFormatter TO_MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PreparedStatement statement;
    private int parameter;

    GeoPackageValues(PreparedStatement statement) {
        this.statement = statement;
    }

    /** The parameter that the next value is for, counted from 1. */
    GeoPackageValues at(int next) {
        parameter = next;
        return this;
    }

    private interface Binding {
        void bind() throws SQLException;
    }

    private static void bind(Binding binding) throws IOException {
        try {
            binding.bind();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public void absent() throws IOException {
        bind(() -> statement.setNull(parameter, Types.NULL));
    }

    @Override
    public void text(byte[] utf8) throws IOException {
        string(new String(utf8, StandardCharsets.UTF_8));
    }

    private void string(String text) throws IOException {
        bind(() -> statement.setString(parameter, text));
    }

    @Override
    public void json(byte[] utf8) throws IOException {
        text(utf8);
    }

    @Override
    public void whole(long value) throws IOException {
        bind(() -> statement.setLong(parameter, value));
    }

    /** SQLite takes what is not a number for NULL. */
    @Override
    public void real(double value) throws IOException {
        bind(() -> statement.setDouble(parameter, value));
    }

    /** The double next to the number's shortest text, as people read it. */
    @Override
    public void single(float value) throws IOException {
        real(Float.isFinite(value) ? Double.parseDouble(Float.toString(value)) : value);
    }

    @Override
    public void decimal(byte[] digits) throws IOException {
        real(Double.parseDouble(new String(digits, StandardCharsets.US_ASCII)));
    }

    @Override
    public void truth(boolean value) throws IOException {
        whole(value ? 1 : 0);
    }

    @Override
    public void day(long sinceEpoch) throws IOException {
        string(LocalDate.ofEpochDay(sinceEpoch).toString());
    }

    /** The standard has milliseconds, no more. */
    @Override
    public void instant(long seconds, int micros) throws IOException {
        string(TO_MILLISECONDS.format(Instant.ofEpochSecond(seconds, micros * 1000L)));
    }

    /** The format has no word for it. */
    @Override
    public void endless(boolean isFuture) throws IOException {
        absent();
    }
}
