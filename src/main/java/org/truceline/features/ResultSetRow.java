package org.truceline.features;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.core.Field;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

/** The current row of a {@link FeatureSql#page page}. */
final class ResultSetRow implements FeatureRow {
    private static final int ID = 1;
    private static final int GEOMETRY = 2;
    private static final int FIRST_PROPERTY = 3;

    private final ResultSet rows;
    private final boolean isIdNumeric;
    private final WireValue[] values;
    private final boolean[] isConverted;

    /**
     * Stands for whichever row the result is at.
     *
     * @param query whose result it is
     * @throws SQLException if the result can't be described
     */
    ResultSetRow(ResultSet rows, FeatureQuery query) throws SQLException {
        List<Property> properties = query.output().properties();
        this.rows = rows;
        this.isIdNumeric = query.layer().idColumn().type() == PropertyType.INTEGER;
        this.values = new WireValue[properties.size()];
        this.isConverted = new boolean[values.length];
        PGResultSetMetaData columns = rows.getMetaData().unwrap(PGResultSetMetaData.class);
        for (int i = 0; i < values.length; i++) {
            values[i] = WireValue.of(properties.get(i));
            isConverted[i] = columns.getFormat(FIRST_PROPERTY + i) != Field.BINARY_FORMAT;
        }
    }

    @Override
    public String id() {
        return get(() -> rows.getString(ID)).orElseThrow();
    }

    @Override
    public void id(ValueSink into) throws IOException {
        byte[] text = get(() -> rows.getBytes(ID)).orElseThrow();
        if (isIdNumeric) {
            into.whole(Long.parseLong(new String(text, StandardCharsets.ISO_8859_1)));
        } else {
            into.text(text);
        }
    }

    @Override
    public Optional<byte[]> geometry() {
        return get(() -> rows.getBytes(GEOMETRY));
    }

    @Override
    public void value(int property, ValueSink into) throws IOException {
        int column = FIRST_PROPERTY + property;
        try {
            byte[] wire = rows.getBytes(column);
            if (wire == null) {
                into.absent();
            } else if (isConverted[property]) {
                values[property].convert(rows, column, into);
            } else {
                values[property].decode(wire, into);
            }
        } catch (SQLException failure) {
            throw ReadFailure.of(failure);
        }
    }

    @Override
    public Optional<String> findText(int property) {
        return get(() -> rows.getString(FIRST_PROPERTY + property));
    }

    @Override
    public Optional<Boolean> findBoolean(int property) {
        return get(() -> rows.getObject(FIRST_PROPERTY + property, Boolean.class));
    }

    @Override
    public Optional<OffsetDateTime> findInstant(int property) {
        // The driver's way to say infinity is the last and the first instant that Java knows.
        return get(() -> rows.getObject(FIRST_PROPERTY + property, OffsetDateTime.class))
                .filter(instant -> !instant.equals(OffsetDateTime.MAX) && !instant.equals(OffsetDateTime.MIN));
    }

    /** The value of a sort key, which stand after the properties. */
    Optional<String> findSortValue(int key) {
        return get(() -> rows.getString(FIRST_PROPERTY + values.length + key));
    }

    private interface Getter<T> {
        @Nullable
        T get() throws SQLException;
    }

    private static <T> Optional<T> get(Getter<T> getter) {
        try {
            return Optional.ofNullable(getter.get());
        } catch (SQLException failure) {
            throw ReadFailure.of(failure);
        }
    }
}
