package org.truceline.features;

import java.io.IOException;
import java.util.Optional;

/** Takes the answer to a query as it comes. */
public interface FeatureSink {
    /**
     * The query runs, features may follow.
     *
     * @param numberMatched how many features are selected, all pages together
     */
    void begin(long numberMatched) throws IOException;

    void feature(FeatureRow row) throws IOException;

    /**
     * All features of the page came. Not called when reading fails on the way.
     *
     * @param lastId the last feature's id where more features follow it; empty on the last page
     */
    void end(Optional<String> lastId) throws IOException;
}
