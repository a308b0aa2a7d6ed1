package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
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

/** A layer in whichever reference system is read by its own index, and nothing is lost for it. */
@TestInstance(Lifecycle.PER_CLASS)
class StoredBoxesTest extends ServerTest {
    private static final long SEED = 20210428;

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayers() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue);
        layer("zone-points", "Point", 32642, "64.5 + i * 7 % 600 / 66.0", "i * 13 % 701 / 8.5 - 1");
        // The other way round the pole from Greenwich, in metres from it.
        layer("polar-points", "Point", 3413, "i * 7 % 360 - 180", "60 + i * 13 % 300 / 10.0");
        layer("mercator-points", "Point", 3857, "i * 7 % 361 - 180", "i * 13 % 170 - 85");
        layer("zone-lines", "LineString", 32642, "66 + i * 7 % 60 / 15.0", "i * 13 % 640 / 8.5");
        fixture.awaitServed("zone-points")
                .awaitServed("polar-points")
                .awaitServed("mercator-points")
                .awaitServed("zone-lines");
        List.of("zone-points", "polar-points", "mercator-points", "zone-lines")
                .forEach(name -> jdbc().sql("ANALYZE layer.\"" + name + "\"").update());
    }

    /** Ten thousand features; lines are as long as a degree and a half, and straight in metres. */
    private void layer(String name, String type, int srid, String x, String y) {
        String point = "ST_SetSRID(ST_MakePoint(" + x + ", " + y + "), 4326)";
        String end = "ST_SetSRID(ST_MakePoint(" + x + " + 1.5, " + y + "), 4326)";
        String geometry = type.equals("Point") ? point : "ST_MakeLine(" + point + ", " + end + ")";
        fixture.table(name, "id int PRIMARY KEY, geom geometry(" + type + ", " + srid + ")")
                .sql("INSERT INTO layer.\"" + name + "\" SELECT i, ST_Transform(" + geometry + ", " + srid
                        + ") FROM generate_series(1, 10000) AS i")
                .sql("CREATE INDEX \"" + name + "_idx\" ON layer.\"" + name + "\" USING gist (geom)");
    }

    @AfterAll
    void dropLayers() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zone-points     | S_INTERSECTS(geom, BBOX(70, 39, 70.5, 39.5))
            zone-points     | S_WITHIN(geom, POLYGON((70 39, 70.5 39, 70.5 39.5, 70 39)))
            zone-points     | NOT S_DISJOINT(geom, POINT(70 40)) AND S_EQUALS(POINT(70 40), geom)
            zone-points     | within_distance(geom, POINT(70 40), 10000)
            zone-lines      | S_CROSSES(geom, LINESTRING(70 39, 70.2 39.2))
            zone-lines      | within_distance(geom, POINT(70 40), 10000)
            polar-points    | S_INTERSECTS(geom, BBOX(70, 80, 71, 81))
            mercator-points | S_INTERSECTS(geom, BBOX(170, 39, -170, 41))
            """)
    void indexServesFilters(String name, String filter) {
        assertThat(explain(FeatureSql.count(layer(name), filtered(name, filter))))
                .contains(name + "_idx")
                .doesNotContain("Seq Scan");
    }

    @Test
    void indexServesBoxesAndTheNearest() {
        Layer layer = layer("zone-points");
        Box box = new BoundingBox(70, 39, 70.5, 39.5);
        Selection inBox =
                new Selection(Optional.of(box), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        assertThat(explain(FeatureSql.count(layer, inBox)))
                .contains("zone-points_idx")
                .doesNotContain("Seq Scan");

        SortKey nearest = SortKey.of(layer, Cql2Text.parse("nearest(geom, POINT(70 40))"), LiteralCrs.CRS84, false);
        FeatureQuery query = new FeatureQuery(
                layer, Selection.ALL, new Page(10, List.of(nearest), Optional.empty()), Output.of(layer, 4326));
        assertThat(explain(NearestSql.reach(query).orElseThrow()))
                .contains("zone-points_idx")
                .contains("Order By: (geom <->");
        assertThat(explain(FeatureSql.page(query, NearestSql.within(query, 20_000))))
                .contains("zone-points_idx")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @CsvSource({"zone-points, 3857", "zone-lines, 3857", "mercator-points, 32642"})
    void indexServesBoxesInUnitsOfOtherSystems(String name, int srid) throws Exception {
        Envelope degrees = new Envelope(70, 70.5, 39, 39.5);
        double[] corners = corners(degrees, srid);
        Box box = new ProjectedBox(corners[0], corners[1], corners[2], corners[3], srid).within(degrees);
        Selection inBox =
                new Selection(Optional.of(box), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

        assertThat(explain(FeatureSql.count(layer(name), inBox)))
                .contains(name + "_idx")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @CsvSource({"zone-points, 3857", "zone-lines, 3857", "zone-lines, 32642"})
    void nothingIsLostInUnitsOfOtherSystems(String name, int srid) throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 20; i++) {
            double west = 66 + random.nextDouble() * 5;
            double south = random.nextDouble() * 60;
            double size = Math.pow(10, random.nextDouble() * 3 - 2);
            double[] corners = corners(new Envelope(west, west + size / 2, south, south + size), srid);
            String box = corners[0] + "," + corners[1] + "," + corners[2] + "," + corners[3];

            assertThat(get("/collections/" + name + "/items?resultType=hits&bbox=" + box
                                    + "&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/" + srid)
                            .body())
                    .as(box)
                    .contains("\"numberMatched\":" + truth(name, corners, srid) + ",");
        }
    }

    /** Least and greatest easting and northing. */
    private double[] corners(Envelope degrees, int srid) {
        return jdbc().sql("SELECT ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)"
                        + " FROM ST_Transform(ST_MakeEnvelope(?, ?, ?, ?, 4326), ?) AS box")
                .params(degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY(), srid)
                .query((row, number) ->
                        new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)})
                .single();
    }

    private long truth(String name, double[] corners, int srid) {
        double segment = Math.max(corners[2] - corners[0], corners[3] - corners[1]) / 256;
        return jdbc().sql("SELECT count(*) FROM layer.\"" + name + "\" WHERE ST_Intersects(ST_Transform(geom, 4326),"
                        + " ST_Transform(ST_Segmentize(ST_MakeEnvelope(?, ?, ?, ?, ?), ?), 4326))")
                .params(corners[0], corners[1], corners[2], corners[3], srid, segment)
                .query(Long.class)
                .single();
    }

    /** Boxes inside the domain, across its edges and far outside of it find what the exact condition finds. */
    @ParameterizedTest
    @ValueSource(strings = {"zone-points", "polar-points", "mercator-points", "zone-lines"})
    void nothingIsLost(String name) {
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            double width = Math.pow(10, random.nextDouble() * 4 - 2);
            double west = i % 3 == 0 ? random.nextDouble() * 360 - 180 : 60 + random.nextDouble() * 15;
            double south = i % 4 == 0 ? random.nextDouble() * 180 - 90 : 30 + random.nextDouble() * 55;
            BoundingBox box =
                    new BoundingBox(west, south, Math.min(180, west + width), Math.min(90, south + width / 2));
            Selection inBox =
                    new Selection(Optional.of(box), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

            assertThat(count(FeatureSql.count(layer(name), inBox)))
                    .as(box.toString())
                    .isEqualTo(truth(name, box));
        }
    }

    private long truth(String name, BoundingBox box) {
        return jdbc().sql("SELECT count(*) FROM layer.\"" + name + "\" WHERE"
                        + " ST_Intersects(ST_Transform(geom, 4326), ST_MakeEnvelope(?, ?, ?, ?, 4326))")
                .params(box.west(), box.south(), box.east(), box.north())
                .query(Long.class)
                .single();
    }

    private long count(Sql sql) {
        return jdbc().sql(sql.text()).params(sql.parameters()).query(Long.class).single();
    }

    private String explain(Sql sql) {
        return String.join(
                "\n",
                jdbc().sql("EXPLAIN " + sql.text())
                        .params(sql.parameters())
                        .query(String.class)
                        .list());
    }

    private Selection filtered(String name, String filter) {
        LayerFilter compiled = LayerFilter.of(layer(name), Cql2Text.parse(filter), LiteralCrs.CRS84);
        return new Selection(Optional.empty(), Optional.empty(), List.of(), Optional.of(compiled), Optional.empty());
    }

    private Layer layer(String name) {
        return catalogue.findLayer(name).orElseThrow();
    }
}
