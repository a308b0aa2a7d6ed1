package org.truceline.features;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import org.truceline.layers.TimeColumns;

/** Features counted in groups, in one statement. */
final class GroupSql {
    /** In which step a moment or a day is, counted from the first one; {@link TimeStep} knows its day. */
    private static final String OF_DAYS = "floor(((%1$s)::date - date '2001-01-01') / %2$s.0)::int";

    /** The year before the first has the number -1. */
    private static final String OF_MONTHS =
            "floor(((extract(year FROM %1$s) + (extract(year FROM %1$s) < 0)::int - 2001)"
                    + " * 12 + extract(month FROM %1$s) - 1) / %2$s.0)::int";

    private static final int COUNT = 1;
    private static final int FIRST_SUM = 2;

    private final FeatureQuery query;
    private final Grouping grouping;

    GroupSql(FeatureQuery query, Grouping grouping) {
        this.query = query;
        this.grouping = grouping;
    }

    /**
     * The groups, by time first. Columns: the number of features; the sums; the values, days as days and else as text; and
     * the step's number, or else the first and the last moment and the number of features without a time.
     */
    private Sql groups() {
        List<String> keys = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("count(*)"));
        grouping.sums()
                .forEach(property -> columns.add(PropertySum.sql(property).text()));
        for (Property property : grouping.by()) {
            keys.add(CountedValue.key(property));
            columns.add(CountedValue.column(property));
        }
        if (grouping.step().isPresent()) {
            String step = number(begin(query.layer()), grouping.step().get());
            columns.add(step);
            keys.add(0, step);
        } else if (query.layer().time().isPresent()) {
            columns.add(finite("min", begin(query.layer())));
            columns.add(finite("max", end(query.layer())));
            columns.add("count(*) - count(" + begin(query.layer()) + ")");
        }
        Sql select = Sql.of("SELECT " + String.join(", ", columns))
                .then(FeatureSql.fromLayer(query))
                .then(FeatureSql.where(FeatureSql.pageConditions(query)));
        String list = String.join(", ", keys);
        return keys.isEmpty() ? select : select.then(Sql.of(" GROUP BY " + list + " ORDER BY " + list));
    }

    private static String number(String begin, TimeStep step) {
        String number = (step.areMonths() ? OF_MONTHS : OF_DAYS).formatted(begin, step.number());
        return "CASE WHEN isfinite(" + begin + ") THEN " + number + " END";
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

    /** Where only one of a feature's times is known, it stands for the other. */
    private static String moment(Layer layer, boolean isBegin) {
        TimeColumns time = layer.time().orElseThrow();
        if (time instanceof TimeColumns.At at) {
            return moment(at.instant());
        }
        TimeColumns.Between between = (TimeColumns.Between) time;
        Property wanted = isBegin ? between.start() : between.end();
        Property other = isBegin ? between.end() : between.start();
        return "coalesce(" + moment(wanted) + ", " + moment(other) + ")";
    }

    /** Days remain days: there are some that are too far away for a moment. */
    private static String moment(Property property) {
        String column = Identifiers.quote(property.name());
        return isDay(property) ? column : column + "::timestamptz";
    }

    /** Whether all times of the layer are days, and so what is said of them. */
    private static boolean areDays(Layer layer) {
        TimeColumns time = layer.time().orElseThrow();
        if (time instanceof TimeColumns.At at) {
            return isDay(at.instant());
        }
        TimeColumns.Between between = (TimeColumns.Between) time;
        return isDay(between.start()) && isDay(between.end());
    }

    private static boolean isDay(Property property) {
        return property.type() == PropertyType.DATE;
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
        int column = FIRST_SUM;
        List<PropertySum> sums = new ArrayList<>();
        for (Property property : grouping.sums()) {
            sums.add(PropertySum.read(property, row, column));
            column += PropertySum.COLUMNS;
        }
        List<Optional<String>> values = new ArrayList<>();
        for (Property property : grouping.by()) {
            values.add(CountedValue.read(property, row, column++));
        }
        return new FeatureGroup(values, time(row, column), row.getLong(COUNT), sums);
    }

    private Optional<FeatureGroup.Time> time(ResultSet row, int column) throws SQLException {
        if (grouping.step().isPresent()) {
            TimeStep step = grouping.step().get();
            return Optional.of(new FeatureGroup.InStep(
                    Optional.ofNullable(row.getObject(column, Integer.class)).map(step::firstDay)));
        } else if (query.layer().time().isPresent()) {
            return Optional.of(
                    new FeatureGroup.Within(instant(row, column), instant(row, column + 1), row.getLong(column + 2)));
        }
        return Optional.empty();
    }

    private Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return areDays(query.layer())
                ? Optional.ofNullable(row.getObject(column, LocalDate.class))
                        .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                : Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
    }
}
