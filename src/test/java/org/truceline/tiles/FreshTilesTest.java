package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import tools.jackson.databind.json.JsonMapper;

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
                .sql("COMMENT ON TABLE layer.edited IS E'Edited\n@changes layer.edited(id, geom)'")
                .awaitServed("edited");
        awaitTag("/collections/edited/items");
        awaitFollowed("edited", 1);
    }

    @AfterAll
    void dropLayer() {
        layers.close();
    }

    @Test
    void anEditChangesTheTagsOfTheTilesThatItTouchesAndOfNoOthers() throws Exception {
        tags();
        Map<String, String> before = tags();
        long made = made();
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
        assertThat(made() - made).as("tiles made, of " + before.size()).isEqualTo(touched.size());
        tags();
        assertThat(made() - made).as("tiles made when asked for again").isEqualTo(touched.size());
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

    /** A question that nobody has asked before has its tile made; what is kept has to be the same, byte for byte. */
    @Test
    void whatIsKeptIsWhatWouldBeMade() throws Exception {
        Random random = new Random(5);
        for (int round = 0; round < 4; round++) {
            for (int edit = 0; edit < 3; edit++) {
                int id = 100 + random.nextInt(4);
                double longitude = random.nextInt(-180, 181);
                double latitude = random.nextInt(-80, 81);
                jdbc().sql("DELETE FROM layer.edited WHERE id = ?").param(id).update();
                jdbc().sql("INSERT INTO layer.edited VALUES (?, ST_Point(?, ?, 4326), 'r')")
                        .params(id, longitude, latitude)
                        .update();
            }
            for (int row = 0; row < 8; row++) {
                for (int column = 0; column < 8; column++) {
                    String tile = TILES + "3/" + row + "/" + column;
                    for (String question : List.of("", "cells=6&by=name")) {
                        HttpResponse<byte[]> kept = getBytes(tile + "?" + question);
                        HttpResponse<byte[]> anew = getBytes(tile + "?filter=id%3E" + -round + "&" + question);
                        assertThat(kept.statusCode()).as(tile).isEqualTo(anew.statusCode());
                        if (kept.statusCode() == 200) {
                            assertThat(kept.body())
                                    .as(tile + " in round " + round)
                                    .isEqualTo(anew.body());
                        }
                    }
                }
            }
        }
        jdbc().sql("DELETE FROM layer.edited WHERE id >= 100").update();
    }

    private long made() throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(get("/actuator/health").body())
                .at("/components/tiles/details/made")
                .asLong();
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
