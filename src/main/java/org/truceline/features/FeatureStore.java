package org.truceline.features;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.postgresql.PGStatement;
import org.springframework.stereotype.Component;
import org.truceline.changes.LayerState;
import org.truceline.changes.Revision;
import org.truceline.changes.Revisions;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** Answers questions to layers, each in one read-only snapshot of the database, in constant memory. */
@Component
public class FeatureStore {
    /** Rows that the driver keeps in memory at a time. */
    private static final int FETCH_SIZE = 500;

    /**
     * The driver's word for asking first what types a statement will answer in, so that it can fetch in binary at once;
     * with 1 it would only the second time.
     */
    private static final int BINARY_FROM_THE_FIRST = -1;

    /** The list of collections waits for each layer's extent. */
    private static final int EXTENT_SECONDS = 2;

    private final Snapshots snapshots;
    private final Revisions revisions;
    private final KnownAnswers knownAnswers;

    FeatureStore(Snapshots snapshots, Revisions revisions, KnownAnswers knownAnswers) {
        this.snapshots = snapshots;
        this.revisions = revisions;
        this.knownAnswers = knownAnswers;
    }

    /**
     * Hands the features of the query's page to the sink. All that it tells of them is of one moment.
     *
     * @throws ReadFailure if the database gives no answer, or stops giving it on the way
     * @throws IOException if the sink can't go on
     */
    public void read(FeatureQuery query, FeatureSink sink) throws IOException {
        read(List.of(new Asked(query, sink)));
    }

    /** A query, and who takes the answer. */
    public record Asked(FeatureQuery query, FeatureSink sink) {}

    /**
     * Answers several queries, one after the other, of one moment all together.
     *
     * @throws ReadFailure if the database gives no answer, or stops giving it on the way
     * @throws IOException if a sink can't go on
     */
    public void read(List<Asked> questions) throws IOException {
        boolean isClientsFault = questions.stream().anyMatch(asked -> canFailByItsValues(asked.query()));
        snapshots.read(isClientsFault ? ReadFailure::ofFiltered : ReadFailure::of, (connection, failures) -> {
            for (Asked asked : questions) {
                String layerId = asked.query().layer().id();
                Function<SQLException, ReadFailure> here =
                        questions.size() == 1 ? failures : failures.andThen(failure -> failure.at(layerId));
                try {
                    answer(asked.query(), asked.sink(), connection, here);
                } catch (SQLException failure) {
                    throw here.apply(failure);
                }
            }
            return true;
        });
    }

    private static boolean canFailByItsValues(FeatureQuery query) {
        return query.selection().filter().isPresent()
                || query.selection()
                        .box()
                        .filter(ProjectedBox.class::isInstance)
                        .isPresent()
                || !query.page().order().isEmpty();
    }

    private void answer(
            FeatureQuery query, FeatureSink sink, Connection connection, Function<SQLException, ReadFailure> failures)
            throws SQLException, IOException {
        Answerable answerable = look(connection, query);
        FeatureQuery ordered = answerable.query();
        if (!sink.isWanted(answerable.ofAnswer(), answerable.state())) {
            return;
        }
        SnapshotFacts facts = new SnapshotFacts(connection, ordered, knownAnswers.at(answerable.ofLayer()), failures);
        if (ordered.page().limit() == 0) {
            sink.begin(facts);
            sink.end(Optional.empty());
            return;
        }
        Optional<Grouping> grouping = ordered.output().grouping();
        if (grouping.isPresent()) {
            sink.begin(facts);
            new GroupSql(ordered, grouping.get()).handOn(connection, sink);
            sink.end(Optional.empty());
            return;
        }
        Optional<TileClusters> clusters = TileClusters.find(connection, ordered);
        if (clusters.isPresent()) {
            sink.begin(facts);
            handOn(clusters.get(), ordered, connection, sink);
            sink.end(Optional.empty());
            return;
        }
        try (PreparedStatement statement = prepare(connection, FeatureSql.page(ordered, facts.nearby()));
                ResultSet rows = statement.executeQuery()) {
            sink.begin(facts);
            sink.end(handOn(rows, ordered, sink));
        }
    }

    /**
     * What {@link FeatureSink#isWanted} would be told: whoever has the answer need not have it made.
     *
     * @throws ReadFailure if the database doesn't tell
     */
    public Optional<Revision> findRevision(FeatureQuery query) throws IOException {
        return snapshots.read(
                ReadFailure::of,
                (connection, failures) -> look(connection, query).ofAnswer());
    }

    /**
     * A query whose order is known.
     *
     * @param ofLayer the layer's revision
     * @param ofAnswer the same where there is one order only; it tells apart answers in different ones
     */
    private record Answerable(
            FeatureQuery query, LayerState state, Optional<Revision> ofLayer, Optional<Revision> ofAnswer) {}

    private Answerable look(Connection snapshot, FeatureQuery query) throws SQLException {
        Optional<String> past = Past.show(snapshot, query);
        LayerState state = revisions.getState(snapshot, query.layer());
        Optional<Revision> present = DistanceToLine.isAskedBy(query) ? Optional.empty() : state.revision();
        // Whatever changes the past of a layer, as a record that is dated back, changes its tables too.
        Optional<Revision> revision = present.map(now -> past.map(now::with).orElse(now));
        if (revision.isEmpty() || !query.page().isAsStored()) {
            return new Answerable(query, state, revision, revision);
        } else if (StoredOrder.decides(snapshot, query)) {
            return new Answerable(query, state, revision, revision.map(ofLayer -> ofLayer.with("as stored")));
        }
        return new Answerable(query.tiedById(), state, revision, revision);
    }

    /**
     * Where and when a layer's features are, now.
     *
     * @throws ReadFailure if the database gives no answer, or not within two seconds
     */
    public LayerExtent getExtent(Layer layer) throws IOException {
        return snapshots.read(ReadFailure::of, (connection, failures) -> {
            Sql sql = FeatureSql.extent(layer);
            return knownAnswers.at(revisions.find(connection, layer)).get(sql, () -> askExtent(connection, sql));
        });
    }

    /**
     * The values that a property has now, at most two hundred of them, as text; with each, what another property calls it.
     *
     * @param title the same property, where none has names for its values
     * @throws ReadFailure if the database gives no answer
     */
    public Map<String, String> listValues(Layer layer, Property property, Property title) throws IOException {
        return snapshots.read(ReadFailure::of, (connection, failures) -> {
            Sql sql = DistinctValues.sql(layer, property, title);
            return knownAnswers
                    .at(revisions.find(connection, layer))
                    .get(sql, () -> DistinctValues.ask(connection, sql));
        });
    }

    private static LayerExtent askExtent(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql)) {
            statement.setQueryTimeout(EXTENT_SECONDS);
            ResultSet row = statement.executeQuery();
            row.next();
            return new LayerExtent(findBox(row), LayerExtent.interval(findInstant(row, 5), findInstant(row, 6)));
        }
    }

    private static void handOn(TileClusters clusters, FeatureQuery query, Connection connection, FeatureSink sink)
            throws SQLException, IOException {
        clusters.handOn(connection, query.layer(), sink);
        if (clusters.single().isPresent()) {
            try (PreparedStatement statement = prepare(connection, FeatureSql.page(query, clusters.single()));
                    ResultSet rows = statement.executeQuery()) {
                handOn(rows, query, sink);
            }
        }
    }

    private static Optional<String> handOn(ResultSet rows, FeatureQuery query, FeatureSink sink)
            throws SQLException, IOException {
        ResultSetRow row = new ResultSetRow(rows, query);
        long limit = query.page().limit();
        Optional<String> last = Optional.empty();
        for (long taken = 1; rows.next(); taken++) {
            if (taken > limit) {
                return last;
            }
            sink.feature(row);
            last = taken == limit ? Optional.of(position(row, query)) : last;
        }
        return Optional.empty();
    }

    private static String position(ResultSetRow row, FeatureQuery query) {
        List<Optional<String>> sortValues = IntStream.range(
                        0, query.page().order().size())
                .mapToObj(key -> row.findSortValue(key))
                .toList();
        return PagePosition.token(sortValues, row.id());
    }

    private static Optional<LayerExtent.Box> findBox(ResultSet row) throws SQLException {
        double west = row.getDouble(1);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(LayerExtent.Box.within(west, row.getDouble(2), row.getDouble(3), row.getDouble(4)));
    }

    private static Optional<Instant> findInstant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .filter(instant -> !instant.equals(OffsetDateTime.MAX) && !instant.equals(OffsetDateTime.MIN))
                .map(OffsetDateTime::toInstant);
    }

    static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        statement.setFetchSize(FETCH_SIZE);
        statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_FROM_THE_FIRST);
        int index = 0;
        for (Object parameter : sql.parameters()) {
            statement.setObject(++index, parameter);
        }
        return statement;
    }
}
