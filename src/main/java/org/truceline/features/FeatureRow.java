package org.truceline.features;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A feature as it comes from the database. It stands for the row that is being read just now: use it before the next
 * one comes, and don't keep it. Properties are numbered from 0, in the
 * order of the query's output.
 */
public interface FeatureRow {
    String id();

    /** Hands the id to the sink: a whole number or a text. */
    void id(ValueSink into) throws IOException;

    /** ISO WKB in the coordinate reference system that the query names; empty for a feature without geometry. */
    Optional<byte[]> geometry();

    /** Hands the value to the sink, by the method that fits the property's type, or as absent. */
    void value(int property, ValueSink into) throws IOException;

    /** The value's text; JSON for arrays, documents and further geometries. */
    Optional<String> findText(int property);

    Optional<Boolean> findBoolean(int property);

    /** Empty also for PostgreSQL's {@code infinity}, which is no instant. */
    Optional<OffsetDateTime> findInstant(int property);
}
