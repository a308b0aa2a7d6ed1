package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truceline.layers.LayerFixture;

/** The example's incidents in tiles, against SQL; and sixty times as many, which need clusters. */
class ExampleTilesTest extends TileTest {
    private static final String SUMS = """
            SELECT count(*), sum(killed_best), count(*) - count(killed_best), sum(injured_best), count(*) - count(injured_best)
              FROM layer."%s" WHERE geom IS NOT NULL""";

    /** What a layer's tiles, or the layer, tell all together. */
    private record Total(long features, long killed, long killedUnknown, long injured, long injuredUnknown) {
        Total with(Map<String, Object> properties) {
            boolean isCluster = properties.containsKey("point_count");
            return new Total(
                    features + (isCluster ? number(properties, "point_count") : 1),
                    killed + number(properties, "killed_best"),
                    killedUnknown + unknown(properties, "killed_best", isCluster),
                    injured + number(properties, "injured_best"),
                    injuredUnknown + unknown(properties, "injured_best", isCluster));
        }

        private static long unknown(Map<String, Object> properties, String name, boolean isCluster) {
            return isCluster ? number(properties, name + "_unknown") : properties.containsKey(name) ? 0 : 1;
        }

        private static long number(Map<String, Object> properties, String name) {
            return properties.get(name) instanceof Number number ? number.longValue() : 0;
        }
    }

    @Override
    void make(LayerFixture fixture) {
        fixture.table(
                        "multitude",
                        "id text PRIMARY KEY, geom geometry(Point, 4326), killed_best bigint, injured_best bigint")
                .sql("""
                        INSERT INTO layer.multitude
                        SELECT id || ' ' || n, geom, killed_best, injured_best FROM layer.incidents, generate_series(1, 60) AS n""")
                .sql("COMMENT ON COLUMN layer.multitude.killed_best IS E'Killed\\n@sum'")
                .sql("COMMENT ON COLUMN layer.multitude.injured_best IS E'Injured\\n@sum'")
                .awaitServed("multitude");
    }

    @ParameterizedTest
    @CsvSource({
        "incidents, WEB_MERCATOR_QUAD",
        "incidents, WORLD_CRS84_QUAD",
        "multitude, WEB_MERCATOR_QUAD",
        "multitude, WORLD_CRS84_QUAD"
    })
    void eachIncidentCountsOnceAtEveryZoomAndWhatIsUnknownIsCountedApart(String layer, TileMatrixSet set)
            throws Exception {
        Total expected = jdbc().sql(SUMS.formatted(layer))
                .query((row, at) ->
                        new Total(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
        assertThat(expected.killedUnknown()).isPositive();
        for (int matrix = 0; matrix <= TileMatrixSet.LAST_MATRIX; matrix++) {
            Total found = new Total(0, 0, 0, 0, 0);
            boolean isClustered = false;
            for (TileAddress address : ofIncidents(set, matrix)) {
                for (DecodedTile.Feature feature :
                        tile(layer, address.toString()).features()) {
                    if (feature.isOwn()) {
                        found = found.with(feature.properties());
                        isClustered |= feature.properties().containsKey("clustered");
                    }
                }
            }
            assertThat(found).as(set + " " + matrix).isEqualTo(expected);
            assertThat(isClustered || matrix > 4)
                    .as("clusters in " + set + " " + matrix)
                    .isEqualTo(layer.equals("multitude") || matrix > 4);
        }
    }

    private Set<TileAddress> ofIncidents(TileMatrixSet set, int matrix) {
        List<double[]> places = new ArrayList<>();
        jdbc().sql("SELECT DISTINCT ST_X(geom), ST_Y(geom) FROM layer.incidents WHERE geom IS NOT NULL")
                .query(row -> {
                    places.add(new double[] {row.getDouble(1), row.getDouble(2)});
                });
        Set<TileAddress> tiles = new LinkedHashSet<>();
        places.forEach(place -> tiles.add(at(set, matrix, place[0], place[1])));
        return tiles;
    }
}
