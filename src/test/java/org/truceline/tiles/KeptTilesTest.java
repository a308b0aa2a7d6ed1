package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.layers.LayerFixture;

/**
 * Tiles that are kept over edits, held byte for byte against those that are made for a question that nobody has asked
 * before: shapes, at ±180 too, with attributes that other rows give them, some or too many to show one by one.
 */
class KeptTilesTest extends TileTest {
    private static final int MANY = 5_500;
    private final Random random = new Random(17);
    private int question;

    @Override
    void make(LayerFixture fixture) {
        fixture.sql("CREATE TABLE ceasefire.kept (id int PRIMARY KEY, outline geometry(Geometry, 4326),"
                        + " is_public boolean NOT NULL DEFAULT true, bears_on text[])")
                .sql("CREATE INDEX ON ceasefire.kept USING gin (bears_on)")
                .sql("CREATE TABLE ceasefire.kept_note (kept_id int, note text)")
                .sql("CREATE INDEX ON ceasefire.kept_note (kept_id)")
                .view(
                        "kept",
                        "SELECT k.id, k.outline AS geom,"
                                + " (SELECT max(n.note) FROM ceasefire.kept_note n WHERE n.kept_id = k.id) AS note,"
                                + " (SELECT count(*) FROM ceasefire.kept o WHERE o.bears_on @> ARRAY[k.id::text]) AS borne"
                                + " FROM ceasefire.kept k WHERE k.is_public")
                .sql("COMMENT ON VIEW layer.kept IS E'Kept\\n@changes ceasefire.kept(id, outline, is_public, bears_on)"
                        + " ceasefire.kept_note(kept_id)'")
                .awaitServed("kept");
    }

    @Override
    void dropTables() {
        jdbc().sql("DROP TABLE ceasefire.kept, ceasefire.kept_note").update();
    }

    @Test
    void whatIsKeptIsWhatWouldBeMade(@Autowired TransactionTemplate transactions) throws Exception {
        awaitFollowed("kept", 2);
        List<TileAddress> tiles = someTiles();
        assertKeptAreTrue(tiles, "before");
        for (int round = 0; round < 6; round++) {
            boolean isTakenBack = round == 3;
            transactions.executeWithoutResult(status -> {
                for (int edit = 0; edit < 4; edit++) {
                    editOne();
                }
                if (isTakenBack) {
                    status.setRollbackOnly();
                }
            });
            assertKeptAreTrue(tiles, "round " + round);
        }
        edit("INSERT INTO ceasefire.kept SELECT 1000 + g, ST_Expand(ST_Point(70 + g * 1e-4, 40, 4326), 1e-3)"
                + " FROM generate_series(1, " + MANY + ") g");
        assertKeptAreTrue(tiles, "with many");
        edit("DELETE FROM ceasefire.kept WHERE id BETWEEN 1000 AND 1800");
        assertKeptAreTrue(tiles, "with a few less, and so no cells");
        edit(
                "INSERT INTO ceasefire.kept SELECT 1000 + g, ST_Expand(ST_Point(70, 40, 4326), 1e-3) FROM generate_series(1, 790) g");
        assertKeptAreTrue(tiles, "with a few more, in tiles that show them");
    }

    private void editOne() {
        int id = random.nextInt(8);
        switch (random.nextInt(6)) {
            case 0 -> edit("DELETE FROM ceasefire.kept WHERE id = " + id);
            case 1 -> edit("INSERT INTO ceasefire.kept_note VALUES (" + id + ", 'note " + random.nextInt(100) + "')");
            case 2 -> edit("UPDATE ceasefire.kept SET is_public = NOT is_public WHERE id = " + id);
            case 3 -> edit("UPDATE ceasefire.kept SET bears_on = '{" + random.nextInt(8) + "}' WHERE id = " + id);
            default ->
                edit("INSERT INTO ceasefire.kept VALUES (" + id + ", " + outline()
                        + ") ON CONFLICT (id) DO UPDATE SET outline = excluded.outline");
        }
    }

    /** Across the antimeridian, along its edges of tiles, near the poles, or anywhere. */
    private String outline() {
        double longitude =
                List.of(180.0, -180.0, 70.0, 0.0, random.nextDouble(-180, 180)).get(random.nextInt(5));
        double latitude = List.of(0.0, 40.0, 85.0, random.nextDouble(-85, 85)).get(random.nextInt(4));
        double size = Math.pow(10, random.nextDouble(-4, 1));
        String point = "ST_Point(" + longitude + ", " + latitude + ", 4326)";
        return random.nextBoolean()
                ? "ST_Expand(" + point + ", " + size + ", " + Math.min(size, 4) + ")"
                : "ST_MakeLine(" + point + ", ST_Translate(" + point + ", " + size + ", 1))";
    }

    private void edit(String sql) {
        jdbc().sql(sql).update();
    }

    private static List<TileAddress> someTiles() {
        List<TileAddress> tiles = new ArrayList<>();
        for (TileMatrixSet set : TileMatrixSet.values()) {
            for (int matrix = 0; matrix <= 2; matrix++) {
                tiles.addAll(all(set, matrix));
            }
            for (int matrix = 5; matrix <= TileMatrixSet.LAST_MATRIX; matrix += 4) {
                for (double longitude : new double[] {-180, -179.9999, 0, 70, 179.9999}) {
                    tiles.add(at(set, matrix, longitude, 0));
                    tiles.add(at(set, matrix, longitude, 40));
                }
            }
        }
        return tiles;
    }

    private void assertKeptAreTrue(List<TileAddress> tiles, String when) throws Exception {
        question--;
        for (TileAddress tile : tiles) {
            String path = "/collections/kept/tiles/" + tile;
            byte[] kept = content(path);
            byte[] made = content(path + "?filter=id%3E" + question);
            assertThat(kept).as(tile + " " + when).isEqualTo(made);
        }
    }

    /** An empty tile that lies outside of the limits, which may be those of a moment ago, is not found. */
    private byte[] content(String path) throws Exception {
        HttpResponse<byte[]> answer = getBytes(path);
        assertThat(answer.statusCode()).as(path).isIn(200, 404);
        return answer.statusCode() == 404 ? new byte[0] : answer.body();
    }
}
