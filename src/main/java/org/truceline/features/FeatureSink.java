package org.truceline.features;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.truceline.changes.LayerState;
import org.truceline.changes.Revision;

/** Takes the answer to a query as it comes. */
public interface FeatureSink {
    /**
     * Whether the answer is wanted, which for the rest of this reading is of this revision. Asked before the query runs:
     * whoever has the answer already costs the database nothing more.
     *
     * @param revision empty where the layer has none, so that an answer can't be known to be the same
     */
    default boolean isWanted(Optional<Revision> revision) {
        return true;
    }

    /**
     * The same, for whoever can do with less than the same revision.
     *
     * @param state of the layer, of use until this returns; of an answer that hangs on more than the layer it says nothing,
     *     and {@code revision} is empty
     */
    default boolean isWanted(Optional<Revision> revision, LayerState state) throws SQLException {
        return isWanted(revision);
    }

    /** The query runs, features may follow. */
    void begin(PageFacts facts) throws IOException;

    void feature(FeatureRow row) throws IOException;

    /**
     * Takes several features in place of each of them. Only the answer to a query for a tile has clusters; they come first,
     * and after them no features but lines and areas too large for them.
     */
    default void cluster(TileCluster cluster) throws IOException {
        throw new IllegalStateException("only tiles have clusters");
    }

    /** Takes the number of features of a group. Only where they are to be counted there are groups, and nothing else. */
    default void group(FeatureGroup group) throws IOException {
        throw new IllegalStateException("only counts have groups");
    }

    /**
     * All features of the page came. Not called when reading fails on the way.
     *
     * @param last where the page ended, for {@link PagePosition#parse}, where more features follow it; empty on the last
     *     page
     */
    void end(Optional<String> last) throws IOException;
}
