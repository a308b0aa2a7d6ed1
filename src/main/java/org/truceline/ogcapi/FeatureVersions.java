package org.truceline.ogcapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.truceline.crs.Crs;
import org.truceline.features.FeatureMoments;
import org.truceline.features.FeatureMoments.Change;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureStore;
import org.truceline.features.FeatureStore.Asked;
import org.truceline.features.PropertyValue;
import org.truceline.formats.AxisOrder;
import org.truceline.formats.GeoJsonDocument;
import org.truceline.formats.GeoJsonDocument.SingleFeature;
import org.truceline.layers.Layer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the versions of a feature: the feature is read as of each moment at which what is known of it changed, and as of
 * just before, the same way as any other past, so that no version tells more than {@code asOf} does.
 */
@Component
class FeatureVersions {
    private final FeatureMoments moments;
    private final FeatureStore store;

    FeatureVersions(FeatureMoments moments, FeatureStore store) {
        this.moments = moments;
        this.store = store;
    }

    /**
     * A part of a feature's versions, latest first.
     *
     * @param next before which moment the part that follows ends, where one follows
     */
    record Part(List<FeatureVersion> versions, Optional<Instant> next) {}

    /** The question for a part of a feature's versions. */
    record Question(Layer layer, String table, String featureId, Optional<Instant> before, int limit) {}

    /**
     * Reads the part.
     *
     * @param address of the feature, to which a moment can be appended
     * @throws org.truceline.features.ReadFailure if the database gives no answer
     */
    Part read(Question question, String address) throws IOException {
        List<Change> changes =
                moments.list(question.table(), question.featureId(), question.before(), question.limit() + 1);
        boolean isLast = changes.size() <= question.limit();
        List<Change> ofPart = isLast ? changes : changes.subList(0, question.limit());
        List<State> states = new ArrayList<>();
        for (Change change : ofPart) {
            states.add(State.of(question, change.moment().minus(1, ChronoUnit.MICROS)));
            states.add(State.of(question, change.moment()));
        }
        store.read(states.stream()
                .map(state -> new Asked(state.query(), state.sink()))
                .toList());
        List<FeatureVersion> versions = new ArrayList<>();
        for (int i = 0; i < ofPart.size(); i++) {
            Change change = ofPart.get(i);
            FeatureVersion.of(
                            change,
                            states.get(2 * i).feature(),
                            states.get(2 * i + 1).feature(),
                            address + "?" + ItemsParameters.AS_OF + "=" + change.moment())
                    .ifPresent(versions::add);
        }
        return new Part(
                versions,
                isLast
                        ? Optional.empty()
                        : Optional.of(ofPart.get(ofPart.size() - 1).moment()));
    }

    /** The feature at a moment, as it is read. */
    private record State(FeatureQuery query, SingleFeature sink, ByteArrayOutputStream bytes) {
        static State of(Question question, Instant moment) {
            Layer layer = question.layer();
            PropertyValue id = ItemsController.parseId(layer, question.featureId());
            FeatureQuery query = FeatureQuery.byId(layer, id, Crs.CRS84.srid(), Optional.of(moment));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            AxisOrder order = FeatureAnswer.axisOrder(Crs.CRS84);
            return new State(query, GeoJsonDocument.feature(query, order, List.of(), bytes), bytes);
        }

        Optional<JsonNode> feature() {
            return sink.isFound() ? Optional.of(JsonMapper.shared().readTree(bytes.toByteArray())) : Optional.empty();
        }
    }
}
