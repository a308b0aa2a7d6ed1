package org.truceline.ogcapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.changes.ChangeCursor;
import org.truceline.changes.LayerChange;
import org.truceline.changes.LayerChange.What;
import org.truceline.tiles.TileMatrixSet;
import org.truceline.tiles.TileRange;
import org.truceline.tiles.TouchedTiles;
import tools.jackson.databind.json.JsonMapper;

/** How changes are written (HTML Standard §9.2, server-sent events). JSON has no line breaks, so an event is one line. */
final class ChangeEncoding {
    /** Tells the client how long to wait before it comes back, in milliseconds. */
    static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);

    static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private ChangeEncoding() {}

    /**
     * The data of an event.
     *
     * @param boxes west, south, east, north
     * @param tiles by tile matrix set: matrix, first and last column, first and last row
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Data(
            Optional<String> collection,
            Optional<String> feature,
            String change,
            Instant time,
            Optional<List<List<Double>>> boxes,
            Optional<Map<String, List<List<Long>>>> tiles) {}

    /** The place in the feed alone: whoever is cut off before the first change comes back to it. */
    static byte[] place(ChangeCursor cursor) {
        return ("id: " + cursor + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    static ChangeEvent event(LayerChange change) {
        boolean isOfFeature = change.what() != What.RESET;
        Data data = new Data(
                change.subject().layer(),
                change.subject().feature(),
                change.what().name().toLowerCase(Locale.ROOT),
                change.time(),
                isOfFeature ? Optional.of(boxes(change)) : Optional.empty(),
                isOfFeature ? Optional.of(tiles(change)) : Optional.empty());
        String event =
                "id: " + change.cursor() + "\ndata: " + JsonMapper.shared().writeValueAsString(data) + "\n\n";
        return new ChangeEvent(change.subject().layer(), change.cursor(), event.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<Double>> boxes(LayerChange change) {
        return change.boxes().stream()
                .map(box -> List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()))
                .toList();
    }

    private static Map<String, List<List<Long>>> tiles(LayerChange change) {
        TileMatrixSet set = TileMatrixSet.WEB_MERCATOR_QUAD;
        List<List<Long>> ranges = change.boxes().stream()
                .flatMap((Envelope box) -> TouchedTiles.list(set, box).stream())
                .distinct()
                .map(ChangeEncoding::range)
                .toList();
        return Map.of(set.id(), ranges);
    }

    private static List<Long> range(TileRange range) {
        return List.of(
                (long) range.matrix(), range.firstColumn(), range.lastColumn(), range.firstRow(), range.lastRow());
    }
}
