package org.truceline.ogcapi;

import java.util.List;
import java.util.stream.IntStream;
import org.truceline.formats.Link;
import org.truceline.tiles.TileMatrixSet;

/** A tile matrix set (OGC Two Dimensional Tile Matrix Set 2.0, JSON encoding). */
record TileMatrixSetDocument(
        String id, String title, String uri, String crs, List<String> orderedAxes, List<Matrix> tileMatrices) {
    private static final String REGISTER = "http://www.opengis.net/def/tilematrixset/OGC/1.0/";

    /** OGC's rendering pixel, by which scale denominators are reckoned. */
    private static final double PIXEL_METERS = 0.000_28;

    private static final int PIXELS = 256;

    record Listing(List<Entry> tileMatrixSets, List<Link> links) {}

    record Entry(String id, String title, String uri, String crs, List<Link> links) {}

    record Matrix(
            String id,
            double scaleDenominator,
            double cellSize,
            String cornerOfOrigin,
            List<Double> pointOfOrigin,
            int tileWidth,
            int tileHeight,
            long matrixWidth,
            long matrixHeight) {}

    static TileMatrixSetDocument of(TileMatrixSet set) {
        List<Matrix> matrices = IntStream.rangeClosed(0, TileMatrixSet.LAST_MATRIX)
                .mapToObj(matrix -> matrix(set, matrix))
                .toList();
        return new TileMatrixSetDocument(set.id(), set.title(), uri(set), crs(set), axes(set), matrices);
    }

    static Entry entry(TileMatrixSet set, String url) {
        Link self = new Link(url, "self", MediaTypes.JSON, set.title());
        return new Entry(set.id(), set.title(), uri(set), crs(set), List.of(self));
    }

    static String uri(TileMatrixSet set) {
        return REGISTER + set.id();
    }

    static String crs(TileMatrixSet set) {
        return switch (set) {
            case WEB_MERCATOR_QUAD -> "http://www.opengis.net/def/crs/EPSG/0/3857";
            case WORLD_CRS84_QUAD -> "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
        };
    }

    private static List<String> axes(TileMatrixSet set) {
        return switch (set) {
            case WEB_MERCATOR_QUAD -> List.of("E", "N");
            case WORLD_CRS84_QUAD -> List.of("Lon", "Lat");
        };
    }

    private static Matrix matrix(TileMatrixSet set, int matrix) {
        double cellSize = set.tileSize(matrix) / PIXELS;
        return new Matrix(
                String.valueOf(matrix),
                cellSize * set.metersPerUnit() / PIXEL_METERS,
                cellSize,
                "topLeft",
                List.of(set.west(), set.north()),
                PIXELS,
                PIXELS,
                set.columns(matrix),
                set.rows(matrix));
    }
}
