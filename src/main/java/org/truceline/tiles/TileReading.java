package org.truceline.tiles;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truceline.changes.Revision;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.features.TileCluster;
import org.truceline.formats.VectorTile;

/** Takes a layer's features for a tile, unless the tile that is kept is of the same revision. */
final class TileReading implements FeatureSink {
    private final TileQuestion question;
    private final VectorTile tile;
    private final @Nullable TilePart kept;
    private Optional<Revision> revision = Optional.empty();
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
    public boolean isWanted(Optional<Revision> current) {
        revision = current;
        isKeptTrue = kept != null && kept.isOf(current);
        return !isKeptTrue;
    }

    /** What the tile shows; after reading. */
    TilePart part() {
        return kept != null && isKeptTrue ? kept : new TilePart(revision, TileContent.of(tile.toBytes(), clustered()));
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
