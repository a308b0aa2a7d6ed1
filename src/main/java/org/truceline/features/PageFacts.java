package org.truceline.features;

import java.util.Optional;

/**
 * What can be known of a page before its first feature. The database is asked only for what is wanted, in the snapshot
 * that the features come from.
 */
public interface PageFacts {
    /** How many features are selected, all pages together. */
    long numberMatched();

    /** Where the page will end, as {@link FeatureSink#end} tells it. */
    Optional<String> findLast();

    /** What the geometries of the page have in common, as they are handed on. */
    GeometryShape shape();
}
