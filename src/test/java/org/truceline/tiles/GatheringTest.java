package org.truceline.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.json.JsonMapper;

/** Points counted in cells: all of them, each once, and found again by the box that a cluster names. */
class GatheringTest extends TileTest {
    private static final int[] CELLS = {32, 16, 8, 6, 1};

    /** Edges and corners of tiles and of cells, the antimeridian on both sides, the poles, a crowd in one place. */
    private static final String POINTS = """
            SELECT i, CASE WHEN i %% 9 = 0 THEN ST_Point(0, (i %% 160) / 2.0 - 40, 4326)
                           WHEN i %% 9 = 1 THEN ST_Point(180, (i %% 160) / 2.0 - 40, 4326)
                           WHEN i %% 9 = 2 THEN ST_Point(-180, (i %% 160) / 2.0 - 40, 4326)
                           WHEN i %% 9 = 3 THEN ST_Point(180 - (i %% 50) * 0.01, (i %% 40) / 2.0 - 10, 4326)
                           WHEN i %% 9 = 4 THEN ST_Point((i %% 64) * 5.625 - 180, (i %% 30) * 5.625 - 84.375, 4326)
                           WHEN i %% 9 = 5 THEN ST_Point(70.123456789012 + (i %% 7) * 1e-9, 40.1, 4326)
                           ELSE ST_Point((i * 7919 %% 360000) / 1000.0 - 180, (i * 104729 %% 160000) / 1000.0 - 80, 4326) END
              FROM generate_series(1, %d) AS i""";

    private static final String COLUMNS =
            "id int PRIMARY KEY, geom geometry(Point, %d), kind text, killed int, seen date, sure bool";
    private static final String VALUES =
            "(ARRAY['Battles', 'Riots', 'it''s \"odd\": é', NULL])[1 + id %% 4], CASE WHEN id %% 3 > 0 THEN id %% 3 END,"
                    + " date '2021-04-28' + id %% 3, id %% 5 = 0";

    @Override
    void make(LayerFixture fixture) {
        fixture.table("gathered", COLUMNS.formatted(4326))
                .sql("INSERT INTO layer.gathered SELECT id, geom, " + VALUES.formatted() + " FROM ("
                        + POINTS.formatted(2500) + ") AS p (id, geom)")
                .sql("INSERT INTO layer.gathered VALUES (9001, ST_Point(5, -90, 4326), 'pole'),"
                        + " (9002, ST_Point(5.01, -89.99, 4326), 'pole'), (9003, ST_Point(-180, -90, 4326), 'pole'),"
                        + " (9004, ST_Point(180, 90, 4326), 'pole'), (9005, NULL, 'nowhere')")
                .sql("COMMENT ON COLUMN layer.gathered.seen IS E'Seen\\n@instant'")
                .sql("COMMENT ON COLUMN layer.gathered.killed IS E'Killed\\n@sum'")
                .sql("COMMENT ON TABLE layer.gathered IS E'Gathered\\n@changes layer.gathered(id, geom)'")
                .table("gathered-utm", COLUMNS.formatted(32642))
                .sql(
                        "INSERT INTO layer.\"gathered-utm\" SELECT id, ST_Transform(ST_Point(69 + (id * 7919 % 1000) / 500.0,"
                                + " 39 + (id * 104729 % 1000) / 500.0, 4326), 32642), " + VALUES.formatted()
                                + " FROM generate_series(1, 700) AS id")
                .table(
                        "gathered-lines",
                        "id int PRIMARY KEY, kind text, geom geometry(LineString, 4326)",
                        "(1, 'a', 'LINESTRING(1 2, 3 4)')")
                .table(
                        "days",
                        "id int PRIMARY KEY, seen date, status text, status_unknown int, geom geometry(Point, 4326)",
                        "(1, '0044-03-15 BC', 'a', 1, ST_Point(1, 2, 4326)), (2, '12021-01-01', 'b', 1, ST_Point(1, 2, 4326)),"
                                + " (3, 'infinity', NULL, 1, ST_Point(1, 2, 4326)), (4, NULL, NULL, 1, ST_Point(1, 2, 4326))")
                .sql("COMMENT ON COLUMN layer.days.status_unknown IS E'Odd\\n@sum'")
                .table("wordy", "id int PRIMARY KEY, note text, geom geometry(Point, 4326)")
                .sql("INSERT INTO layer.wordy SELECT i, repeat(md5(i::text), 40), ST_Point(i / 100.0, 10, 4326)"
                        + " FROM generate_series(1, 4000) AS i")
                .awaitServed("wordy");
    }

    @ParameterizedTest
    @EnumSource(TileMatrixSet.class)
    void eachPointIsCountedOnceAtEveryZoomInEveryCell(TileMatrixSet set) throws Exception {
        long placed = count(
                "geom IS NOT NULL" + (set == TileMatrixSet.WEB_MERCATOR_QUAD ? " AND abs(ST_Y(geom)) < 85.06" : ""));
        for (int matrix = 0; matrix <= 3; matrix++) {
            for (int cells : CELLS) {
                List<DecodedTile.Feature> clusters = new ArrayList<>();
                for (TileAddress tile : all(set, matrix)) {
                    clusters.addAll(clusters("gathered", tile, "cells=" + cells + "&by=kind,killed,sure,seen"));
                }
                assertThat(total(clusters)).as(set + " " + matrix + " " + cells).isEqualTo(placed);
                assertThat(clusters).allSatisfy(cluster -> {
                    assertThat(cluster.properties()).containsEntry("clustered", true);
                    for (String by : List.of("kind", "killed", "sure", "seen")) {
                        assertThat(countedBy(cluster, by)).as(by).isEqualTo(number(cluster, "point_count"));
                    }
                });
            }
        }
    }

    /** The far zooms, where cells are small: around the antimeridian, an edge of tiles, the crowd and the South Pole. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WEB_MERCATOR_QUAD  | 0
            WEB_MERCATOR_QUAD  | 3
            WEB_MERCATOR_QUAD  | 12
            WEB_MERCATOR_QUAD  | 18
            WORLD_CRS84_QUAD   | 0
            WORLD_CRS84_QUAD   | 3
            WORLD_CRS84_QUAD   | 12
            WORLD_CRS84_QUAD   | 18
            """)
    void theBoxOfAClusterHoldsItsFeaturesAndNoOthers(TileMatrixSet set, int matrix) throws Exception {
        Set<TileAddress> tiles = new LinkedHashSet<>();
        for (double[] at : new double[][] {
            {-180, 0},
            {179.99, 0},
            {180 - 0.32, -1},
            {0, -10},
            {70.123456789012, 40.1},
            {5, -90},
            {-180, -90},
            {179.9, 89}
        }) {
            tiles.add(at(set, matrix, at[0], at[1]));
        }
        int seen = 0;
        for (TileAddress tile : tiles) {
            for (String question :
                    List.of("", "&kind=Battles", "&datetime=2021-04-29&filter=killed%20IS%20NOT%20NULL")) {
                for (DecodedTile.Feature cluster : clusters("gathered", tile, "cells=8&by=kind" + question)) {
                    assertThat(matched("gathered", cluster, question))
                            .as(tile + question + " " + cluster.properties())
                            .isEqualTo(number(cluster, "point_count"));
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(matrix < 12 ? 50 : 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WebMercatorQuad/6/24/44", "WebMercatorQuad/8/96/178", "WorldCRS84Quad/7/35/178"})
    void layersInOtherReferenceSystemsAreFoundAgainToo(String tile) throws Exception {
        List<DecodedTile.Feature> clusters = clusters("gathered-utm", tile, "cells=32&by=kind");

        assertThat(clusters).hasSizeGreaterThan(20);
        for (DecodedTile.Feature cluster : clusters) {
            assertThat(matched("gathered-utm", cluster, ""))
                    .as(cluster.properties().toString())
                    .isEqualTo(number(cluster, "point_count"));
        }
    }

    /** Signs of neighbours don't cover each other, as far as they are no larger than two thirds of a square. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 32})
    void aClusterOfSeveralPlacesHasRoomAroundIt(int cells) throws Exception {
        double width = DecodedTile.EXTENT / (double) cells;
        List<DecodedTile.Feature> clusters =
                new ArrayList<>(clusters("gathered", "WebMercatorQuad/1/0/1", "cells=" + cells));
        clusters.removeIf(cluster -> sides(cluster).distinct().count() <= 2);

        assertThat(clusters).isNotEmpty().allSatisfy(cluster -> {
            Coordinate at = cluster.geometry().getCoordinate();
            for (double place : new double[] {at.x, at.y}) {
                assertThat(place % width / width).isBetween(0.3, 0.7);
            }
        });
    }

    private static Stream<String> sides(DecodedTile.Feature cluster) {
        return Arrays.stream(String.valueOf(cluster.properties().get("bbox")).split(","));
    }

    @Test
    void aClusterTellsOfEachValueAndOfNotKnowing() throws Exception {
        DecodedTile.Feature cluster = clusters(
                        "gathered", "WebMercatorQuad/14/6196/11383", "cells=2&by=kind,sure,killed")
                .get(0);
        String crowd = "ST_X(geom) BETWEEN 70.1234 AND 70.1235";

        assertThat(cluster.properties())
                .containsEntry("point_count", count(crowd))
                .containsEntry("kind:Battles", count(crowd + " AND kind = 'Battles'"))
                .containsEntry("kind:it's \"odd\": é", count(crowd + " AND kind LIKE 'it%'"))
                .containsEntry("kind_unknown", count(crowd + " AND kind IS NULL"))
                .containsEntry("sure:true", count(crowd + " AND sure"))
                .containsEntry("sure:false", count(crowd + " AND NOT sure"))
                .doesNotContainKeys("kind:pole", "kind", "id", "seen:2021-04-28");
        assertThat(cluster.properties())
                .as("sums are told as well")
                .containsKeys("killed", "killed_unknown", "killed:2");
    }

    @Test
    void aClusterOfOneHasItsId() throws Exception {
        assertThat(clusters("gathered", "WebMercatorQuad/0/0/0", "cells=8&id=7"))
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.properties())
                        .containsEntry("id", "7")
                        .containsEntry("point_count", 1L)
                        .containsEntry("clustered", true));
    }

    /** Held against the same tile with its points one by one. */
    @Test
    void aTileHasAsManyCellsAsWereAskedWhereItsPointsAre() throws Exception {
        List<DecodedTile.Feature> points =
                tile("gathered", "WebMercatorQuad/0/0/0?filter=id%3C1900").features();
        for (int cells : CELLS) {
            Map<String, Long> expected = points.stream()
                    .filter(DecodedTile.Feature::isOwn)
                    .collect(Collectors.groupingBy(point -> cell(point, cells), TreeMap::new, Collectors.counting()));
            Map<String, Long> found = new TreeMap<>();
            for (DecodedTile.Feature cluster :
                    clusters("gathered", "WebMercatorQuad/0/0/0", "filter=id%3C1900&cells=" + cells)) {
                assertThat(found.put(cell(cluster, cells), number(cluster, "point_count")))
                        .as("another cluster in the cell")
                        .isNull();
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    private static String cell(DecodedTile.Feature feature, int cells) {
        double width = DecodedTile.EXTENT / (double) cells;
        // A point near the antimeridian is shown on both sides of the tile that is the world.
        Coordinate at = Arrays.stream(feature.geometry().getCoordinates())
                .filter(each -> each.x >= 0 && each.x < DecodedTile.EXTENT)
                .findFirst()
                .orElseThrow();
        return Math.floor(at.x / width) + " " + Math.floor(at.y / width);
    }

    @Test
    void kindsOfTilesAreKeptApart() throws Exception {
        Set<String> seen = new LinkedHashSet<>();
        List<String> questions =
                List.of("", "?cells=8", "?cells=4", "?cells=8&by=kind", "?cells=8&by=sure", "?cells=8&by=kind,sure");
        for (int round = 0; round < 2; round++) {
            for (String question : questions) {
                seen.add(getBytes("/collections/gathered/tiles/WebMercatorQuad/2/1/2" + question)
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow());
            }
        }
        assertThat(seen).hasSize(questions.size());
    }

    @Test
    void anEditRemakesTheTilesThatItTouches() throws Exception {
        awaitTag("/collections/gathered/items");
        awaitFollowed("gathered", 1);
        String here = "/collections/gathered/tiles/WebMercatorQuad/8/96/178?cells=8&by=kind";
        String elsewhere = "/collections/gathered/tiles/WebMercatorQuad/8/100/20?cells=8&by=kind";
        String tag = getBytes(here).headers().firstValue("ETag").orElseThrow();
        String other = getBytes(elsewhere).headers().firstValue("ETag").orElseThrow();
        long before = total(DecodedTile.read(getBytes(here).body()).features());
        assertThat(getBytes(here, "If-None-Match", tag).statusCode()).isEqualTo(304);

        jdbc().sql("INSERT INTO layer.gathered VALUES (9100, ST_Point(70.5, 40, 4326), 'fort')")
                .update();
        try {
            HttpResponse<byte[]> edited = getBytes(here, "If-None-Match", tag);
            assertThat(edited.statusCode()).isEqualTo(200);
            assertThat(total(DecodedTile.read(edited.body()).features())).isEqualTo(before + 1);
            assertThat(getBytes(elsewhere, "If-None-Match", other).statusCode()).isEqualTo(304);
            jdbc().sql("UPDATE layer.gathered SET kind = 'Riots' WHERE id = 9100")
                    .update();
            assertThat(DecodedTile.read(getBytes(here).body()).features())
                    .noneSatisfy(cluster -> assertThat(cluster.properties()).containsKey("kind:fort"));
        } finally {
            jdbc().sql("DELETE FROM layer.gathered WHERE id = 9100").update();
        }
        assertThat(getBytes(here, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    /** What is kept of one question is not sent for another that is written alike. */
    @Test
    void aValueIsNoFurtherParameter() throws Exception {
        String tile = "/collections/gathered/tiles/WebMercatorQuad/0/0/0?cells=8&kind=";

        assertThat(DecodedTile.read(getBytes(tile + "Battles%2C%20filter%3Dkilled%3E0%7D")
                                .body())
                        .features())
                .isEmpty();
        assertThat(DecodedTile.read(getBytes(tile + "Battles%2C%20filter%3Dkilled%3E0")
                                .body())
                        .features())
                .isEmpty();
        assertThat(DecodedTile.read(getBytes(tile + "Battles&filter=killed%3E0").body())
                        .features())
                .isNotEmpty();
    }

    @Test
    void daysAreCalledAsInCounts() throws Exception {
        List<DecodedTile.Feature> clusters = clusters("days", "WebMercatorQuad/0/0/0", "cells=1&by=seen");

        assertThat(clusters)
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.properties())
                        .containsEntry("seen:-0043-03-15", 1L)
                        .containsEntry("seen:+12021-01-01", 1L)
                        .containsEntry("seen_unknown", 2L)
                        .doesNotContainKey("seen:infinity"));
    }

    @Test
    void moreThanATileHoldsIsSaidAndNotCutOff() throws Exception {
        HttpResponse<String> answer = get("/collections/wordy/tiles/WebMercatorQuad/0/0/0?cells=8&by=note");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("wordy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gathered       | cells=0                | from 1 to 32
            gathered       | cells=33               | from 1 to 32
            gathered       | cells=4&properties=kind | show none of their properties
            days           | cells=4&by=status      | of "status" and "status_unknown" a tile can tell one only
            gathered       | cells=999999999999     | from 1 to 32
            gathered       | cells=                 | from 1 to 32
            gathered       | cells=-8               | from 1 to 32
            gathered       | cells=6.5              | from 1 to 32
            gathered       | cell=8                 | perhaps "cells"
            gathered       | by=kind                | expected is \"cells\" with it
            gathered       | cells=8&by=knid        | expected is perhaps \"kind\"
            gathered       | cells=8&by=kind,kind   | each property once
            gathered       | cells=8&by=geom        | counted by \"geom\"
            gathered       | cells=8&step=P1D       | \"step\" is not known here
            gathered-lines | cells=8                | expected is a tile without \"cells\"
            gathered-lines | by=kind                | expected is \"cells\" with it
            """)
    void mistakesAreNamed(String layer, String question, String says) throws Exception {
        HttpResponse<String> answer = get("/collections/" + layer + "/tiles/WebMercatorQuad/0/0/0?" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().replace("\\\"", "\"")).contains(says);
    }

    @Test
    void tilesOfSeveralCollectionsAreNotCounted() throws Exception {
        assertThat(get("/tiles/WebMercatorQuad/0/0/0?collections=gathered&cells=8")
                        .statusCode())
                .isEqualTo(400);
    }

    private List<DecodedTile.Feature> clusters(String layer, TileAddress tile, String question) throws Exception {
        return clusters(layer, tile.toString(), question);
    }

    private List<DecodedTile.Feature> clusters(String layer, String tile, String question) throws Exception {
        List<DecodedTile.Feature> clusters = tile(layer, tile + "?" + question).features();
        assertThat(clusters).allSatisfy(cluster -> assertThat(cluster.isOwn()).isTrue());
        return clusters;
    }

    private long matched(String layer, DecodedTile.Feature cluster, String question) throws Exception {
        String items = "/collections/" + layer + "/items?resultType=hits&bbox="
                + cluster.properties().get("bbox") + question;
        HttpResponse<String> answer = get(items);
        assertThat(answer.statusCode()).as(items).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("numberMatched").asLong();
    }

    private static long total(List<DecodedTile.Feature> clusters) {
        return clusters.stream()
                .mapToLong(cluster -> number(cluster, "point_count"))
                .sum();
    }

    private static long countedBy(DecodedTile.Feature cluster, String property) {
        return new TreeMap<>(cluster.properties())
                .entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(property + ":")
                                || entry.getKey().equals(property + "_unknown"))
                        .mapToLong(entry -> ((Number) entry.getValue()).longValue())
                        .sum();
    }

    private static long number(DecodedTile.Feature cluster, String property) {
        return ((Number) Objects.requireNonNull(cluster.properties().get(property))).longValue();
    }

    private long count(String condition) {
        return jdbc().sql("SELECT count(*) FROM layer.gathered WHERE " + condition)
                .query(Long.class)
                .single();
    }
}
