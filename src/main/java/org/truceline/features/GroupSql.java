package org.truceline.features;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.TimeColumns;

/** Features counted in groups, in one statement. */
final class GroupSql {
    /** A step's first day: counted in days from the first of them, or in months. */
    private static final String OF_DAYS =
            "date '2001-01-01' + floor(((%1$s)::date - date '2001-01-01') / %2$d.0)::int * %2$d";

    private static final String OF_MONTHS = "(date '2001-01-01' + make_interval(months => floor("
            + "((extract(year FROM %1$s) - 2001) * 12 + extract(month FROM %1$s) - 1) / %2$d.0)::int * %2$d))::date";

    private final FeatureQuery query;
    private final Grouping grouping;

    GroupSql(FeatureQuery query, Grouping grouping) {
        this.query = query;
        this.grouping = grouping;
    }

    /**
     * The groups, by time first. Columns: the number of features; the values as text; and the step's first day, or else the
     * first and the last moment and the number of features without a time.
     */
    private Sql groups() {
        List<String> keys = new ArrayList<>();
        grouping.by().forEach(property -> keys.add(Identifiers.quote(property.name()) + "::text"));
        List<String> columns = new ArrayList<>(List.of("count(*)"));
        columns.addAll(keys);
        List<Integer> order =
                new ArrayList<>(IntStream.range(2, 2 + keys.size()).boxed().toList());
        if (grouping.step().isPresent()) {
            String step = firstDay(begin(query.layer()), grouping.step().get());
            columns.add(step);
            keys.add(step);
            order.add(0, columns.size());
        } else if (query.layer().time().isPresent()) {
            columns.add(finite("min", begin(query.layer())));
            columns.add(finite("max", end(query.layer())));
            columns.add("count(*) - count(" + begin(query.layer()) + ")");
        }
        Sql select = Sql.of("SELECT " + String.join(", ", columns))
                .then(FeatureSql.fromLayer(query))
                .then(FeatureSql.where(FeatureSql.pageConditions(query)));
        String places = order.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return keys.isEmpty() ? select : select.then(Sql.of(" GROUP BY " + places + " ORDER BY " + places));
    }

    private static String firstDay(String begin, TimeStep step) {
        String first = (step.areMonths() ? OF_MONTHS : OF_DAYS).formatted(begin, step.number());
        return "CASE WHEN isfinite(" + begin + ") THEN " + first + " END";
    }

    private static String finite(String aggregate, String moment) {
        return aggregate + "(" + moment + ") FILTER (WHERE isfinite(" + moment + "))";
    }

    private static String begin(Layer layer) {
        return moment(layer, true);
    }

    private static String end(Layer layer) {
        return moment(layer, false);
    }

    /** Where one of a feature's times is known, it stands for the other. */
    private static String moment(Layer layer, boolean isBegin) {
        TimeColumns time = layer.time().orElseThrow();
        if (time instanceof TimeColumns.At at) {
            return Identifiers.quote(at.instant().name()) + "::timestamptz";
        }
        TimeColumns.Between between = (TimeColumns.Between) time;
        Property wanted = isBegin ? between.start() : between.end();
        Property other = isBegin ? between.end() : between.start();
        return "coalesce(" + Identifiers.quote(wanted.name()) + "::timestamptz, " + Identifiers.quote(other.name())
                + "::timestamptz)";
    }

    void handOn(Connection connection, FeatureSink sink) throws SQLException, IOException {
        try (PreparedStatement statement = FeatureStore.prepare(connection, groups());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sink.group(group(rows));
            }
        }
    }

    private FeatureGroup group(ResultSet row) throws SQLException {
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 0; i < grouping.by().size(); i++) {
            values.add(Optional.ofNullable(row.getString(2 + i)));
        }
        return new FeatureGroup(values, time(row, 2 + values.size()), row.getLong(1));
    }

    private Optional<FeatureGroup.Time> time(ResultSet row, int column) throws SQLException {
        if (grouping.step().isPresent()) {
            return Optional.of(new FeatureGroup.InStep(Optional.ofNullable(row.getObject(column, LocalDate.class))));
        } else if (query.layer().time().isPresent()) {
            return Optional.of(new FeatureGroup.Within(
                    Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                    Optional.ofNullable(row.getObject(column + 1, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                    row.getLong(column + 2)));
        }
        return Optional.empty();
    }
}
