package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.cql2.Cql2Text;
import org.truceline.features.FeatureQuery.Output;
import org.truceline.features.FeatureQuery.Page;
import org.truceline.features.FeatureQuery.Selection;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Filters reach the indexes that a layer has, as PostgreSQL's own plans tell. */
@TestInstance(Lifecycle.PER_CLASS)
class FilterIndexTest extends ServerTest {
    private static final String NAME = "many";

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayer() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .table(NAME, "id int PRIMARY KEY, name text, at timestamptz, tags text[], geom geometry(Point, 4326)")
                // A grid over the whole Earth, a point every 1.2 by 1.08 degrees and one at each end.
                .sql("""
                        INSERT INTO layer.many
                        SELECT i, 'name ' || i, timestamptz '2021-01-01' + i * interval '1 minute', ARRAY['t' || i],
                               ST_SetSRID(ST_MakePoint(i % 301 * 1.2 - 180, i / 301 * 1.08 - 90), 4326)
                        FROM generate_series(0, 50266) AS i
                        """)
                .sql("CREATE INDEX ON layer.many USING gist (geom)")
                .sql("CREATE INDEX ON layer.many (name)")
                .sql("CREATE INDEX ON layer.many (at)")
                .sql("CREATE INDEX ON layer.many USING gin (tags)")
                .awaitServed(NAME);
        jdbc().sql("ANALYZE layer.many").update();
    }

    @AfterAll
    void dropLayer() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id = 77|many_pkey",
                "id IN (77, 78)|many_pkey",
                "id BETWEEN 77 AND 80|many_pkey",
                "name = 'name 77'|many_name_idx",
                "at < TIMESTAMP('2021-01-01T00:10:00Z')|many_at_idx",
                "T_BEFORE(at, TIMESTAMP('2021-01-01T00:10:00Z'))|many_at_idx",
                "A_CONTAINS(tags, ('t77'))|many_tags_idx",
                "S_INTERSECTS(geom, BBOX(70, 39, 72, 41))|many_geom_idx",
                "S_INTERSECTS(BBOX(170, 39, -170, 41), geom)|many_geom_idx",
                "S_WITHIN(geom, POLYGON((70 39, 72 39, 72 41, 70 39)))|many_geom_idx",
                "within_distance(geom, POINT(70 40), 100000)|many_geom_idx",
                "within_distance(geom, POINT(180 40), 100000)|many_geom_idx",
                "within_distance(geom, BBOX(70, 40, 71, 41), 1000)|many_geom_idx"
            })
    void indexIsUsed(String filter, String index) {
        assertThat(plan(filter)).contains(index).doesNotContain("Seq Scan");
    }

    /** The boxes asked first leave out nothing: near the antimeridian, near the poles, far away. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 300000",
        "180, 40, 300000",
        "-180, 40, 300000",
        "179.5, -75, 2000000",
        "12, 89.5, 400000",
        "12, -90, 150000",
        "0, 65, 5000000",
        "-60, -10, 15000000"
    })
    void nearbyFeaturesAreAllFound(double longitude, double latitude, double meters) {
        String point = "POINT(" + longitude + " " + latitude + ")";
        long found = count("within_distance(geom, " + point + ", " + meters + ")");

        long truth = jdbc().sql("SELECT count(*) FROM layer.many WHERE"
                        + " ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(?, ?), 4326)::geography) <= ?")
                .params(longitude, latitude, meters)
                .query(Long.class)
                .single();
        assertThat(found).isEqualTo(truth).isPositive();
    }

    /** Both to find out how far away the nearest are, and to find them. */
    @Test
    void nearestAreFoundOnTheIndex() {
        SortKey nearest = SortKey.of(layer(), Cql2Text.parse("nearest(geom, POINT(0.1 0.3))"), LiteralCrs.CRS84, false);
        FeatureQuery query = new FeatureQuery(
                layer(), Selection.ALL, new Page(10, List.of(nearest), Optional.empty()), Output.of(layer(), 4326));

        assertThat(explain(NearestSql.reach(query).orElseThrow()))
                .contains("many_geom_idx")
                .contains("Order By: (geom <->");
        assertThat(explain(FeatureSql.page(query, NearestSql.within(query, 300_000))))
                .contains("many_geom_idx")
                .doesNotContain("Seq Scan");
    }

    private String plan(String filter) {
        return explain(FeatureSql.count(layer(), selection(filter)));
    }

    private String explain(Sql sql) {
        return String.join(
                "\n",
                jdbc().sql("EXPLAIN " + sql.text())
                        .params(sql.parameters())
                        .query(String.class)
                        .list());
    }

    private long count(String filter) {
        Sql sql = FeatureSql.count(layer(), selection(filter));
        return jdbc().sql(sql.text()).params(sql.parameters()).query(Long.class).single();
    }

    private Selection selection(String filter) {
        LayerFilter compiled = LayerFilter.of(layer(), Cql2Text.parse(filter), LiteralCrs.CRS84);
        return new Selection(Optional.empty(), Optional.empty(), List.of(), Optional.of(compiled), Optional.empty());
    }

    private Layer layer() {
        return catalogue.findLayer(NAME).orElseThrow();
    }
}
