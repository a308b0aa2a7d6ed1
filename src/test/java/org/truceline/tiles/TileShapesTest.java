package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.truceline.layers.LayerFixture;

/** Lines and areas: none is lost however small, wherever it lies. */
class TileShapesTest extends TileTest {
    @Override
    void make(LayerFixture fixture) {
        fixture.table("tiled-shapes", "id text PRIMARY KEY, geom geometry(Geometry, 4326)", """
                        ('speck', ST_MakeEnvelope(70, 40, 70.000001, 40.000001, 4326)),
                        ('dash', ST_SetSRID(ST_MakeLine(ST_Point(70, 40), ST_Point(70.0000001, 40)), 4326)),
                        ('across', ST_MakeEnvelope(170, -10, 190, 10, 4326)),
                        ('east', ST_MakeEnvelope(170, 20, 180, 30, 4326)),
                        ('west', ST_MakeEnvelope(-180, 20, -170, 30, 4326)),
                        ('line', ST_SetSRID(ST_MakeLine(ST_Point(-185, 0), ST_Point(-175, 5)), 4326)),
                        ('mixed', ST_Collect(ARRAY[ST_Point(10, 10, 4326), ST_MakeEnvelope(11, 11, 12, 12, 4326),
                                  ST_SetSRID(ST_MakeLine(ST_Point(13, 13), ST_Point(14, 14)), 4326)])),
                        ('cap', ST_MakeEnvelope(-180, 60, 180, 90, 4326)),
                        ('bowtie', 'SRID=4326;POLYGON((20 20, 24 24, 24 20, 20 24, 20 20))'),
                        ('empty', 'SRID=4326;POLYGON EMPTY'),
                        ('curve', 'SRID=4326;CURVEPOLYGON(CIRCULARSTRING(30 30, 31 31, 32 30, 31 29, 30 30))'),
                        ('nowhere', NULL)""")
                .awaitServed("tiled-shapes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6, 10, 14, 18})
    void noFeatureIsLostHoweverSmall(int matrix) throws Exception {
        TileAddress tile = at(TileMatrixSet.WEB_MERCATOR_QUAD, matrix, 70.0000005, 40.0000005);
        DecodedTile shown = tile("tiled-shapes", tile.toString());

        assertThat(shown.ids()).contains("speck", "dash");
        assertThat(shown.feature("speck").geometry().getDimension()).isEqualTo(2);
        assertThat(shown.feature("dash").geometry().getDimension()).isEqualTo(1);
    }

    @Test
    void theWholeWorldShowsAllThatHasAPlace() throws Exception {
        DecodedTile world = tile("tiled-shapes", "WebMercatorQuad/0/0/0");

        assertThat(new TreeSet<>(world.ids()))
                .containsExactly("across", "bowtie", "cap", "curve", "dash", "east", "line", "mixed", "speck", "west");
        assertThat(world.features())
                .allSatisfy(feature -> assertThat(feature.geometry().isValid())
                        .as(feature.id())
                        .isTrue());
    }

    @Test
    void aMixtureKeepsAllItsKinds() throws Exception {
        List<Integer> dimensions = tile("tiled-shapes", "WebMercatorQuad/4/7/8").features().stream()
                .filter(feature -> feature.id().equals("mixed"))
                .map(feature -> feature.geometry().getDimension())
                .toList();

        assertThat(dimensions).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"WebMercatorQuad/4/7/15", "WebMercatorQuad/4/8/0", "WorldCRS84Quad/3/3/15", "WorldCRS84Quad/3/4/0"})
    void areasAcrossTheAntimeridianGoOnOnTheOtherSide(String tile) throws Exception {
        Geometry area = tile("tiled-shapes", tile).feature("across").geometry();
        double east = tile.endsWith("/0") ? 10 : 0;
        double width = area.intersection(tile(0)).getEnvelopeInternal().getWidth();

        assertThat(width).as("ten degrees of longitude, " + east).isCloseTo(10 / 22.5 * 4096, within(1.0));
    }

    @Test
    void anAreaUpToThePoleFillsTheMapsLastRow() throws Exception {
        Geometry mercator =
                tile("tiled-shapes", "WebMercatorQuad/3/0/4").feature("cap").geometry();
        Geometry degrees =
                tile("tiled-shapes", "WorldCRS84Quad/3/0/8").feature("cap").geometry();

        assertThat(mercator.covers(tile(0))).isTrue();
        assertThat(degrees.covers(tile(0))).isTrue();
    }
}
