package org.truceline.ogcapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truceline.formats.Link;

/** A layer described as a collection (OGC API – Features Part 1, schema {@code collection.yaml}). */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CollectionDocument(
        String id,
        String title,
        Optional<String> description,
        Optional<String> attribution,
        Optional<Extent> extent,
        String itemType,
        List<String> crs,
        String storageCrs,
        List<Link> links) {

    /** All collections (schema {@code collections.yaml}). */
    record Listing(List<Link> links, List<CollectionDocument> collections) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Extent(Optional<Spatial> spatial, Optional<Temporal> temporal) {}

    /** Boxes of west, south, east, north. */
    record Spatial(List<List<Double>> bbox, String crs) {}

    /** Intervals of two RFC 3339 date-times; null is an open end. */
    record Temporal(List<List<@Nullable String>> interval, String trs) {}
}
