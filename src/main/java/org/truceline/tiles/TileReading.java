package org.truceline.tiles;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truceline.changes.ChangeMark;
import org.truceline.changes.LayerState;
import org.truceline.changes.Revision;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.features.TileCluster;
import org.truceline.formats.VectorTile;

/**
 * Takes a layer's features for a tile, unless the tile that is kept is of the same revision, or nothing that was changed
 * since touches the tile: whatever is asked, what lies outside of a tile and its buffer doesn't show in it.
 */
final class TileReading implements FeatureSink {
    private final TileQuestion question;
    private final VectorTile tile;
    private final @Nullable TilePart kept;
    private Optional<Revision> revision = Optional.empty();
    private Optional<ChangeMark> mark = Optional.empty();
    private boolean isKeptTrue;

    TileReading(TileQuestion question, @Nullable TilePart kept) {
        this.question = question;
        this.kept = kept;
        this.tile = new VectorTile(question.query());
    }

    TileQuestion question() {
        return question;
    }

    @Override
    public boolean isWanted(Optional<Revision> current, LayerState state) throws SQLException {
        revision = current;
        if (kept != null && kept.isOf(current)) {
            mark = kept.mark();
            isKeptTrue = true;
        } else if (current.isPresent()) {
            mark = Optional.of(state.mark());
            isKeptTrue = isOfPlacesAlone()
                    && kept != null
                    && kept.mark().isPresent()
                    && isUntouched(kept.mark().get(), state);
        }
        return !isKeptTrue;
    }

    /**
     * Not so of what was known at a past moment, which may change by what the present withholds; nor of layers in other
     * coordinates, where what counts as too much for a tile is looked for in a wider circle.
     */
    private boolean isOfPlacesAlone() {
        return question.query().selection().asOf().isEmpty()
                && question.query().layer().geometry().isCrs84();
    }

    private boolean isUntouched(ChangeMark since, LayerState state) throws SQLException {
        return state.boxesSince(since)
                .filter(boxes -> boxes.stream().noneMatch(box -> TouchedTiles.mayHold(question.tile(), box)))
                .isPresent();
    }

    /** Whether the tile had to be made; after reading. */
    boolean isMade() {
        return !isKeptTrue;
    }

    /** What the tile shows; after reading. */
    TilePart part() {
        TileContent content = kept != null && isKeptTrue ? kept.content() : TileContent.of(tile.toBytes(), clustered());
        return new TilePart(revision, mark, content);
    }

    private List<String> clustered() {
        return tile.isClustered() ? List.of(question.layerId()) : List.of();
    }

    @Override
    public void begin(PageFacts facts) {
        tile.begin(facts);
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        tile.feature(row);
    }

    @Override
    public void cluster(TileCluster cluster) throws IOException {
        tile.cluster(cluster);
    }

    @Override
    public void end(Optional<String> last) {
        tile.end(last);
    }
}
