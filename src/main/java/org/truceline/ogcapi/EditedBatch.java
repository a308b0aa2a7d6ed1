package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.editing.NewFeature;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import org.truceline.ogcapi.RequestFailure.TooLarge;
import tools.jackson.databind.JsonNode;

/**
 * The features of a GeoJSON FeatureCollection, which a client wants created at once.
 *
 * @param reason why, of all of them; empty where none says so
 */
record EditedBatch(List<EditedFeature> features, Optional<String> reason) {
    /** All of them are checked and written in one transaction, which others may have to wait for. */
    static final int MOST = 1_000;

    private static final String FEATURES = "features";

    EditedBatch {
        features = List.copyOf(features);
    }

    static boolean isOne(JsonNode body) {
        return body.path("type").asString("").equals("FeatureCollection");
    }

    /** The place of a feature in the collection, by RFC 6901. */
    static String pointer(int feature) {
        return "/" + FEATURES + "/" + feature;
    }

    /**
     * Reads all of them.
     *
     * @throws InvalidParameter if there is none
     * @throws TooLarge if there are more than {@value #MOST}
     */
    static EditedBatch read(JsonNode collection, Layer layer, EditedGeometry geometry) {
        JsonNode members = collection.path(FEATURES);
        if (!members.isArray() || members.isEmpty()) {
            throw new InvalidParameter(
                    "body",
                    "The FeatureCollection has no features; expected is the member features with at least one.");
        } else if (members.size() > MOST) {
            throw TooLarge.batch(members.size(), MOST);
        }
        List<EditedFeature> features = new ArrayList<>();
        members.forEach(member -> features.add(EditedFeature.read(member, layer, geometry, true)));
        Optional<String> reason =
                features.stream().flatMap(feature -> feature.reason().stream()).findFirst();
        features.forEach(feature -> feature.requireReason(reason));
        return new EditedBatch(features, reason);
    }

    List<NewFeature> asNew() {
        return features.stream().map(EditedFeature::asNew).toList();
    }
}
