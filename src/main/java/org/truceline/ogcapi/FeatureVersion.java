package org.truceline.ogcapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureMoments.Change;
import tools.jackson.databind.JsonNode;

/**
 * A feature as it was known from a moment on, until the next version.
 *
 * @param asOf the moment
 * @param recorded when it was recorded
 * @param isAssumed the moment is an assumption
 * @param change what became of the feature: added, changed, or removed
 * @param reason why, where somebody said
 * @param differences what it says otherwise than before, where it was there before and is still
 * @param href the feature as of the moment; none where it was removed
 */
record FeatureVersion(
        Instant asOf,
        Instant recorded,
        boolean isAssumed,
        Kind change,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Difference> differences,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> href) {
    FeatureVersion {
        differences = List.copyOf(differences);
    }

    enum Kind {
        added,
        changed,
        removed
    }

    /** What a property, or {@code geometry}, said before and says from the version on; null where it says nothing. */
    record Difference(String property, JsonNode before, JsonNode after) {}

    /**
     * The version that a change made; empty where what the layer shows is the same as before.
     *
     * @param before the feature just before, absent where it wasn't there
     * @param after the feature at the moment
     */
    static Optional<FeatureVersion> of(
            Change change, Optional<JsonNode> before, Optional<JsonNode> after, String href) {
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = before.isEmpty() ? Kind.added : after.isEmpty() ? Kind.removed : Kind.changed;
        List<Difference> differences =
                kind == Kind.changed ? Differences.between(before.get(), after.get()) : List.of();
        if (kind == Kind.changed && differences.isEmpty()) {
            return Optional.empty();
        }
        // Why something is shown no longer may tell what it must not.
        Optional<String> reason = kind == Kind.removed ? Optional.empty() : change.reason();
        Optional<String> where = kind == Kind.removed ? Optional.empty() : Optional.of(href);
        return Optional.of(new FeatureVersion(
                change.moment(), change.recorded(), change.isAssumed(), kind, reason, differences, where));
    }
}
