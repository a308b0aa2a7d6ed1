package org.truceline.features;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A feature as it comes from the database. It stands for the row that is being read just now: use it before the next
 * one comes, and don't keep it. Properties are numbered from 0, in the
 * order of the query's output.
 */
public interface FeatureRow {
    String id();

    /** ISO WKB in the coordinate reference system that the query names; empty for a feature without geometry. */
    Optional<byte[]> geometry();

    /** The value's text; JSON for arrays, documents and further geometries. */
    Optional<String> findText(int property);

    /** A whole number, a decimal, or a floating-point number, as wide as its column. */
    Optional<Number> findNumber(int property);

    Optional<Boolean> findBoolean(int property);

    /** Empty also for PostgreSQL's {@code infinity}, which is no instant. */
    Optional<OffsetDateTime> findInstant(int property);
}
