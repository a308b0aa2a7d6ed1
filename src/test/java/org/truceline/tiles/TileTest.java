package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Tiles, decoded, held against the features that they show: layers that a class makes, and what its tests ask of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TileTest extends ServerTest {
    /** Where Web Mercator's world ends. */
    static final double LAST_LATITUDE = 85.0511287798066;

    private LayerFixture layers;

    @BeforeAll
    void makeLayers(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue)
            throws IOException, InterruptedException {
        // A server that has just started follows the example's layers first.
        awaitTag("/collections/territories/items?limit=1");
        layers = new LayerFixture(jdbc, transactions, catalogue);
        make(layers);
    }

    abstract void make(LayerFixture fixture);

    @AfterAll
    void dropLayers() {
        layers.close();
        dropTables();
    }

    /** What {@link #make} made besides layers. */
    void dropTables() {}

    DecodedTile tile(String layer, String tile) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = getBytes("/collections/" + layer + "/tiles/" + tile);
        assertThat(answer.statusCode()).as(layer + " " + tile).isIn(200, 404);
        return answer.statusCode() == 404 ? new DecodedTile(List.of()) : DecodedTile.read(answer.body());
    }

    static List<TileAddress> all(TileMatrixSet set, int matrix) {
        List<TileAddress> tiles = new ArrayList<>();
        for (long row = 0; row < set.rows(matrix); row++) {
            for (long column = 0; column < set.columns(matrix); column++) {
                tiles.add(new TileAddress(set, matrix, row, column));
            }
        }
        return tiles;
    }

    /** By the formula of the standard. */
    static TileAddress at(TileMatrixSet set, int matrix, double longitude, double latitude) {
        double y = set == TileMatrixSet.WORLD_CRS84_QUAD
                ? (90 - latitude) / 180
                : (1
                                - Math.log(Math.tan(Math.PI / 4
                                                + Math.toRadians(Math.max(
                                                                -LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude)))
                                                        / 2))
                                        / Math.PI)
                        / 2;
        long row = Math.max(0, Math.min(set.rows(matrix) - 1, (long) Math.floor(y * set.rows(matrix))));
        long column =
                Math.min(set.columns(matrix) - 1, (long) Math.floor((longitude + 180) / 360 * set.columns(matrix)));
        return new TileAddress(set, matrix, row, column);
    }

    static Geometry tile(int buffer) {
        return new GeometryFactory()
                .toGeometry(new Envelope(-buffer, DecodedTile.EXTENT + buffer, -buffer, DecodedTile.EXTENT + buffer));
    }

    static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
