package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** What an edit in the database does to tiles that clients have already. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshTilesTest extends ServerTest {
    private static final String TILES = "/collections/edited/tiles/WebMercatorQuad/";

    private final LayerFixture layers;

    FreshTilesTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayer() throws IOException, InterruptedException {
        awaitTag("/collections/territories/items?limit=1");
        layers.table(
                        "edited",
                        "id int PRIMARY KEY, geom geometry(Point, 4326), name text",
                        "(1, ST_Point(20, 20, 4326), 'a'), (2, ST_Point(110, 20, 4326), 'b'), (3, ST_Point(-70, -20, 4326), 'c')")
                .awaitServed("edited");
        awaitTag("/collections/edited/items");
    }

    @AfterAll
    void dropLayer() {
        layers.close();
    }

    @Test
    void anEditChangesTheTagsOfTheTilesThatItTouchesAndOfNoOthers() throws Exception {
        Map<String, String> before = tags();
        jdbc().sql("UPDATE layer.edited SET geom = ST_Point(20, -20, 4326) WHERE id = 1")
                .update();
        Set<String> touched = new TreeSet<>();
        for (Map.Entry<String, String> tile : before.entrySet()) {
            HttpResponse<byte[]> answer = getBytes(TILES + tile.getKey(), "If-None-Match", tile.getValue());
            if (answer.statusCode() == 304) {
                assertThat(answer.body()).isEmpty();
            } else {
                touched.add(tile.getKey());
            }
        }

        assertThat(touched).containsExactly("0/0/0", "1/0/1", "1/1/1", "2/1/2", "2/2/2", "3/3/4", "3/4/4");
        assertThat(DecodedTile.read(getBytes(TILES + "3/4/4").body()).ids()).containsExactly("1");
        assertThat(getBytes(TILES + "3/3/4").body()).isEmpty();
    }

    @Test
    void whatTheMapDoesNotShowChangesNoTile() throws Exception {
        String path = TILES + "0/0/0?properties=id";
        String tag = getBytes(path).headers().firstValue("ETag").orElseThrow();
        jdbc().sql("UPDATE layer.edited SET name = name || '!'").update();

        assertThat(getBytes(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(DecodedTile.read(getBytes(TILES + "0/0/0").body())
                        .feature("2")
                        .properties())
                .containsEntry("name", "b!");
    }

    /** Of all tiles of the first zooms, within the layer's limits. */
    private Map<String, String> tags() throws IOException, InterruptedException {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int zoom = 0; zoom <= 3; zoom++) {
            for (int row = 0; row < 1 << zoom; row++) {
                for (int column = 0; column < 1 << zoom; column++) {
                    String tile = zoom + "/" + row + "/" + column;
                    getBytes(TILES + tile).headers().firstValue("ETag").ifPresent(tag -> tags.put(tile, tag));
                }
            }
        }
        return tags;
    }
}
