package org.truceline.features;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.truceline.layers.GeometryColumn;

/** Asks the snapshot itself, by statements of their own. */
final class SnapshotFacts implements PageFacts {
    private static final int ID = 1;
    private static final int FIRST_SORT_VALUE = 2;

    private final Connection connection;
    private final FeatureQuery query;
    private final KnownAnswers.AtRevision known;
    private final Function<SQLException, ReadFailure> failures;

    SnapshotFacts(
            Connection connection,
            FeatureQuery query,
            KnownAnswers.AtRevision known,
            Function<SQLException, ReadFailure> failures) {
        this.connection = connection;
        this.query = query;
        this.known = known;
        this.failures = failures;
    }

    @Override
    public long numberMatched() {
        Sql count = FeatureSql.count(query.layer(), query.selection());
        return known.get(
                count,
                () -> ask(count, row -> {
                    row.next();
                    return row.getLong(1);
                }));
    }

    @Override
    public Optional<String> findLast() {
        if (query.page().limit() == 0 || query.page().isAll()) {
            return Optional.empty();
        }
        return ask(FeatureSql.lastOfPage(query, nearby()), rows -> {
            Optional<String> last = rows.next() ? Optional.of(position(rows)) : Optional.empty();
            // Only where another one follows there is another page.
            return rows.next() ? last : Optional.empty();
        });
    }

    /** The condition that all features of the page meet, and few others, where they come in the order of distance. */
    Optional<Sql> nearby() {
        return NearestSql.reach(query)
                .flatMap(reach -> ask(reach, row -> {
                    row.next();
                    boolean isEnough = row.getLong(2) == NearestSql.features(query);
                    return isEnough ? NearestSql.within(query, row.getDouble(1)) : Optional.empty();
                }));
    }

    @Override
    public GeometryShape shape() {
        GeometryColumn column = query.layer().geometry();
        if (!GeometryShape.isUndeclared(column)) {
            return GeometryShape.of(column);
        }
        return ask(FeatureSql.shapes(query), row -> {
            row.next();
            String types = Objects.requireNonNullElse(row.getString(1), "");
            return GeometryShape.of(types, row.getBoolean(2), row.getBoolean(3));
        });
    }

    private String position(ResultSet row) throws SQLException {
        List<Optional<String>> sortValues = new ArrayList<>();
        for (int key = 0; key < query.page().order().size(); key++) {
            sortValues.add(Optional.ofNullable(row.getString(FIRST_SORT_VALUE + key)));
        }
        return PagePosition.token(sortValues, row.getString(ID));
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T ask(Sql sql, Reading<T> reading) {
        try (PreparedStatement statement = FeatureStore.prepare(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            return reading.read(rows);
        } catch (SQLException failure) {
            throw failures.apply(failure);
        }
    }
}
