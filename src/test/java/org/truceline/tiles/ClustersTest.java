package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
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

/** Tiles that would hold too many points: clusters that say so, and that count right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClustersTest extends ServerTest {
    private static final int POINTS = 5_000;

    private final LayerFixture layers;

    ClustersTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    /** On both sides of edges of tiles and on them, at the antimeridian, and a crowd in one place. */
    @BeforeAll
    void makeLayer() throws IOException, InterruptedException {
        awaitTag("/collections/territories/items?limit=1");
        layers.table("crowd", "id int PRIMARY KEY, geom geometry(Point, 4326), killed int, weight float8, name text")
                .sql("""
                        INSERT INTO layer.crowd
                        SELECT i,
                               CASE WHEN i % 10 = 0 THEN ST_Point(0, (i % 160) / 2.0 - 40, 4326)
                                    WHEN i % 10 = 1 THEN ST_Point(180, (i % 160) / 2.0 - 40, 4326)
                                    WHEN i % 10 = 2 THEN ST_Point(-180, (i % 160) / 2.0 - 40, 4326)
                                    WHEN i % 10 < 8 THEN ST_Point(45 + (i % 7) * 1e-6, 40 + (i % 11) * 1e-6, 4326)
                                    ELSE ST_Point((i * 7919 % 360000) / 1000.0 - 180, (i * 104729 % 160000) / 1000.0 - 80, 4326) END,
                               CASE WHEN i % 3 = 0 THEN NULL ELSE i % 4 END, i / 4.0, 'point ' || i
                          FROM generate_series(1, 5000) AS i""")
                .sql("COMMENT ON COLUMN layer.crowd.killed IS E'Killed\\n@sum'")
                .sql("COMMENT ON COLUMN layer.crowd.weight IS E'Weight\\n@sum'")
                .awaitServed("crowd");
    }

    @AfterAll
    void dropLayer() {
        layers.close();
    }

    @Test
    void clustersSayWhatTheyAreAndHowMuchTheyStandFor() throws Exception {
        HttpResponse<byte[]> answer = getBytes("/collections/crowd/tiles/WebMercatorQuad/0/0/0");
        List<DecodedTile.Feature> clusters = DecodedTile.read(answer.body()).features();

        assertThat(answer.headers().firstValue("Truceline-Clustered")).contains("crowd");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(names -> assertThat(names).contains("Truceline-Clustered"));
        assertThat(clusters)
                .hasSizeLessThan(1100)
                .allSatisfy(cluster -> assertThat(cluster.properties()).containsEntry("clustered", true))
                .allSatisfy(cluster -> assertThat(cluster.isOwn()).isTrue());
        assertThat(total(clusters, "point_count")).isEqualTo(POINTS);
        assertThat(total(clusters, "killed"))
                .isEqualTo(jdbc().sql("SELECT sum(killed) FROM layer.crowd")
                        .query(Long.class)
                        .single());
        assertThat(total(clusters, "killed_unknown"))
                .isEqualTo(jdbc().sql("SELECT count(*) FROM layer.crowd WHERE killed IS NULL")
                        .query(Long.class)
                        .single());
        assertThat(clusters.stream()
                        .mapToDouble(cluster -> number(cluster, "weight").doubleValue())
                        .sum())
                .isEqualTo(jdbc().sql("SELECT sum(weight) FROM layer.crowd")
                        .query(Double.class)
                        .single());
    }

    @Test
    void whatNobodyKnowsIsNoZero() throws Exception {
        List<DecodedTile.Feature> clusters = tile("WebMercatorQuad/0/0/0?filter=killed%20IS%20NULL%20OR%20id%3E100")
                .features();

        assertThat(clusters)
                .anySatisfy(cluster -> assertThat(cluster.properties())
                        .doesNotContainKey("killed")
                        .containsEntry("point_count", cluster.properties().get("killed_unknown")));
    }

    @Test
    void eachPointCountsOnceAtEveryZoomWhetherClusteredOrNot() throws Exception {
        for (TileMatrixSet set : TileMatrixSet.values()) {
            for (int matrix = 0; matrix <= 3; matrix++) {
                long counted = 0;
                for (long row = 0; row < set.rows(matrix); row++) {
                    for (long column = 0; column < set.columns(matrix); column++) {
                        DecodedTile tile = tile(new TileAddress(set, matrix, row, column).toString());
                        counted += count(tile);
                    }
                }
                assertThat(counted).as(set + " " + matrix).isEqualTo(POINTS);
            }
        }
    }

    @Test
    void aCrowdInOnePlaceIsOneClusterHoweverNear() throws Exception {
        DecodedTile tile = tile("WebMercatorQuad/14/6202/10240");

        assertThat(tile.features()).hasSizeBetween(1, 4);
        assertThat(count(tile)).isEqualTo(2_500);
    }

    @Test
    void whereTheyAreFewEachIsThereByItself() throws Exception {
        HttpResponse<byte[]> answer = getBytes("/collections/crowd/tiles/WebMercatorQuad/0/0/0?filter=id%3C=2000");

        assertThat(answer.headers().firstValue("Truceline-Clustered")).isEmpty();
        assertThat(DecodedTile.read(answer.body()).features())
                .filteredOn(DecodedTile.Feature::isOwn)
                .hasSize(2_000)
                .allSatisfy(point ->
                        assertThat(point.properties()).containsKey("name").doesNotContainKey("clustered"));
    }

    private DecodedTile tile(String tile) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = getBytes("/collections/crowd/tiles/" + tile);
        assertThat(answer.statusCode()).as(tile).isIn(200, 404);
        return answer.statusCode() == 404 ? new DecodedTile(new ArrayList<>()) : DecodedTile.read(answer.body());
    }

    private static long count(DecodedTile tile) {
        return tile.features().stream()
                .filter(DecodedTile.Feature::isOwn)
                .mapToLong(feature -> feature.properties().containsKey("point_count")
                        ? number(feature, "point_count").longValue()
                        : 1)
                .sum();
    }

    private static long total(List<DecodedTile.Feature> features, String property) {
        return features.stream()
                .filter(feature -> feature.properties().containsKey(property))
                .mapToLong(feature -> number(feature, property).longValue())
                .sum();
    }

    private static Number number(DecodedTile.Feature feature, String property) {
        return (Number) java.util.Objects.requireNonNull(feature.properties().get(property));
    }
}
