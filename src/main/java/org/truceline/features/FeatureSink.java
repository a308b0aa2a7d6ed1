package org.truceline.features;

import java.io.IOException;
import java.util.Optional;

/** Takes the answer to a query as it comes. */
public interface FeatureSink {
    /** The query runs, features may follow. */
    void begin(PageFacts facts) throws IOException;

    void feature(FeatureRow row) throws IOException;

    /**
     * All features of the page came. Not called when reading fails on the way.
     *
     * @param last where the page ended, for {@link PagePosition#parse}, where more features follow it; empty on the last
     *     page
     */
    void end(Optional<String> last) throws IOException;
}
