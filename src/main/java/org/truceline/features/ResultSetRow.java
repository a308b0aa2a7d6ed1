package org.truceline.features;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current row of a {@link FeatureSql#page page}. */
final class ResultSetRow implements FeatureRow {
    private static final int ID = 1;
    private static final int GEOMETRY = 2;
    private static final int FIRST_PROPERTY = 3;

    private final ResultSet rows;

    ResultSetRow(ResultSet rows) {
        this.rows = rows;
    }

    @Override
    public String id() {
        return get(() -> rows.getString(ID)).orElseThrow();
    }

    @Override
    public Optional<byte[]> geometry() {
        return get(() -> rows.getBytes(GEOMETRY));
    }

    @Override
    public Optional<String> findText(int property) {
        return get(() -> rows.getString(FIRST_PROPERTY + property));
    }

    @Override
    public Optional<Number> findNumber(int property) {
        return get(() -> rows.getObject(FIRST_PROPERTY + property)).map(Number.class::cast);
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
    Optional<String> findSortValue(int properties, int key) {
        return get(() -> rows.getString(FIRST_PROPERTY + properties + key));
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
