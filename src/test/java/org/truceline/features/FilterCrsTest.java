package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** One answer, in whichever reference system the layer is stored and the filter is written. */
@TestInstance(Lifecycle.PER_CLASS)
class FilterCrsTest extends ServerTest {
    /** Zone 42 north: its central meridian is 69° east, which is easting 500 000. */
    private static final LiteralCrs UTM = new LiteralCrs(32642, false);

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private FeatureStore store;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayers() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .table(
                        "in-degrees",
                        "id int PRIMARY KEY, geom geometry(Point, 4326)",
                        "(1, 'POINT(69 40)')",
                        "(2, 'POINT(69.5 40)')",
                        "(3, NULL)")
                .table("in-metres", "id int PRIMARY KEY, geom geometry(Point, 32642)")
                .table("in-either", "id int PRIMARY KEY, geom geometry")
                .sql("INSERT INTO layer.\"in-metres\" SELECT id, ST_Transform(geom, 32642) FROM layer.\"in-degrees\"")
                .sql("INSERT INTO layer.\"in-either\" SELECT * FROM layer.\"in-degrees\"")
                .sql("UPDATE layer.\"in-either\" SET geom = ST_Transform(geom, 32642) WHERE id = 1")
                // What a filter asks is in degrees, so an operator indexes the degrees.
                .sql("CREATE INDEX degrees_idx ON layer.\"in-metres\" USING gist (ST_Transform(geom, 4326))")
                .awaitServed("in-degrees")
                .awaitServed("in-metres")
                .awaitServed("in-either");
    }

    @AfterAll
    void dropLayers() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-degrees", "in-metres", "in-either"})
    void answersAreTheSame(String layer) throws IOException {
        assertThat(ids(layer, "S_INTERSECTS(geom, BBOX(68.9, 39.9, 69.1, 40.1))", LiteralCrs.CRS84))
                .containsExactly("1");
        assertThat(ids(
                        layer,
                        "S_WITHIN(geom, POLYGON((39.9 68.9, 39.9 69.1, 40.1 69.1, 40.1 68.9, 39.9 68.9)))",
                        latitudeFirst()))
                .containsExactly("1");
        assertThat(ids(layer, "S_INTERSECTS(geom, BBOX(499000, 4400000, 501000, 4500000))", UTM))
                .containsExactly("1");
        assertThat(ids(layer, "within_distance(geom, POINT(500000 4427757), 1000)", UTM))
                .containsExactly("1");
        assertThat(ids(layer, "within_distance(geom, POINT(69.5 40), 1)", LiteralCrs.CRS84))
                .containsExactly("2");
        assertThat(ids(layer, "S_DISJOINT(geom, POINT(69 40))", LiteralCrs.CRS84))
                .containsExactly("2");
    }

    @Test
    void indexOnDegreesServesLayerInMetres() {
        Sql sql = FeatureSql.count(
                layer("in-metres"), selection("in-metres", "S_INTERSECTS(geom, POINT(69 40))", LiteralCrs.CRS84));

        String plan = transactions.execute(status -> {
            // Three rows are read faster than any index; what is shown is that the index fits.
            jdbc().sql("SET LOCAL enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc().sql("EXPLAIN " + sql.text())
                            .params(sql.parameters())
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains("degrees_idx");
    }

    @Test
    void positionsThatTheReferenceSystemDoesNotReachAreTheClientsFault() {
        assertThatExceptionOfType(ReadFailure.ValueOutOfRange.class)
                .isThrownBy(() -> ids("in-degrees", "S_INTERSECTS(geom, POINT(1e30 1e30))", UTM));
    }

    private static LiteralCrs latitudeFirst() {
        return new LiteralCrs(4326, true);
    }

    private List<String> ids(String layer, String filter, LiteralCrs crs) throws IOException {
        List<String> ids = new ArrayList<>();
        FeatureQuery query = new FeatureQuery(
                layer(layer),
                selection(layer, filter, crs),
                new Page(10, List.of(), Optional.empty()),
                Output.of(layer(layer), 4326));
        store.read(query, new FeatureSink() {
            @Override
            public void begin(PageFacts facts) {}

            @Override
            public void feature(FeatureRow row) {
                ids.add(row.id());
            }

            @Override
            public void end(Optional<String> lastId) {}
        });
        return ids;
    }

    private Selection selection(String layer, String filter, LiteralCrs crs) {
        LayerFilter compiled = LayerFilter.of(layer(layer), Cql2Text.parse(filter), crs);
        return new Selection(Optional.empty(), Optional.empty(), List.of(), Optional.of(compiled), Optional.empty());
    }

    private Layer layer(String name) {
        return catalogue.findLayer(name).orElseThrow();
    }
}
