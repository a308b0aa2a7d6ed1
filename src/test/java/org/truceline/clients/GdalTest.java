package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;

/** What GDAL's {@code ogrinfo} and {@code ogr2ogr} make of the server (driver OAPIF, 3.6 in Debian 12). */
class GdalTest extends ClientTest {
    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @TempDir
    private Path folder;

    private Gdal gdal;

    @BeforeEach
    void startAtTheLandingPage() {
        gdal = new Gdal(uri(""), folder);
    }

    @Test
    void listsTheCollections() throws Exception {
        Map<String, String> titles = new LinkedHashMap<>();
        ask("/collections")
                .get("collections")
                .forEach(collection -> titles.put(
                        collection.get("id").asString(), collection.get("title").asString()));

        assertThat(titles).hasSizeGreaterThanOrEqualTo(10);
        assertThat(gdal.list()).isEqualTo(titles);
    }

    @TestFactory
    Stream<DynamicTest> knowsCountExtentAndTypes() throws Exception {
        return collectionIds().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    ServedLayer layer = served(id);
                    Gdal.Summary summary = gdal.summarize(id);

                    assertThat(summary.count())
                            .isEqualTo(count(id, ""))
                            .isEqualTo(layer.features().size());
                    List<Double> extent = summary.extent();
                    assertThat(extent).hasSameSizeAs(layer.box());
                    for (int index = 0; index < extent.size(); index++) {
                        // ogrinfo writes six decimals.
                        assertThat(extent.get(index)).isCloseTo(layer.box().get(index), within(5.1e-7));
                    }
                    Map<String, String> expected = new LinkedHashMap<>();
                    if (!layer.features().isEmpty()) {
                        expected.put("id", "String");
                        layer.properties()
                                .forEach((name, schema) -> expected.put(name, fieldType(layer, name, schema)));
                    }
                    assertThat(summary.fields()).containsExactlyInAnyOrderEntriesOf(expected);
                }));
    }

    /** GDAL 3.6 doesn't ask for the schema but guesses from the first page: nulls are text, and no feature means no field. */
    private static String fieldType(ServedLayer layer, String name, JsonNode schema) {
        String type = schema.path("type").asString("");
        String format = schema.path("format").asString("");
        if (!layer.isKnownWithin(10, name)) {
            return "String";
        }
        return switch (type) {
            // It guesses from the values, and the example has no large ones.
            case "integer" -> "Integer";
            case "number" -> "Real";
            case "boolean" -> "Integer(Boolean)";
            case "array" -> schema.at("/items/type").asString("").equals("string") ? "StringList" : "String(JSON)";
            case "string" -> format.equals("date-time") ? "DateTime" : format.equals("date") ? "Date" : "String";
            default -> "String(JSON)";
        };
    }

    @TestFactory
    Stream<DynamicTest> copiesEveryFeatureWithEveryValue() throws Exception {
        return collectionIds().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    ServedLayer layer = served(id);
                    Gdal.Copy copy = gdal.copy(id);

                    assertThat(copy.ids())
                            .containsExactlyElementsOf(layer.features().keySet());
                    copy.document().get("features").forEach(feature -> {
                        String featureId = feature.at("/properties/id").asString();
                        JsonNode served = layer.features().get(featureId);
                        SameJson.assertSame(featureId + " geometry", served.get("geometry"), feature.get("geometry"));
                        served.get("properties")
                                .properties()
                                .forEach(property -> SameJson.assertSame(
                                        featureId + " " + property.getKey(),
                                        property.getValue(),
                                        feature.get("properties").path(property.getKey())));
                    });
                }));
    }

    @Test
    void readsPageAfterPage() throws Exception {
        List<String> ids = List.copyOf(served("incidents").features().keySet());
        Gdal.Copy copy = gdal.copy("incidents", "-oo", "PAGE_SIZE=7");

        assertThat(copy.ids()).containsExactlyElementsOf(ids);
        assertThat(copy.requests().stream().filter(request -> request.contains("after=")))
                .hasSize((ids.size() - 1) / 7);
    }

    @Test
    void filtersByBox() throws Exception {
        Gdal.Copy copy = gdal.copy("incidents", "-spat", "70.4", "39.8", "70.7", "40.1");

        List<String> inside = served("incidents").idsWithin(70.4, 39.8, 70.7, 40.1);
        assertThat(inside).isNotEmpty();
        assertThat(copy.ids()).containsExactlyElementsOf(inside);
        assertThat(copy.requests()).anyMatch(request -> request.contains("bbox=70.4"));
    }

    @Test
    void letsTheServerCompareForEquality() throws Exception {
        Gdal.Copy copy = gdal.copy("incidents", "-where", "sub_event_type = 'Armed clash' AND reported_by = 'TJ'");

        assertThat(copy.ids())
                .isNotEmpty()
                .containsExactlyElementsOf(served("incidents")
                        .ids(incident -> incident.get("sub_event_type")
                                        .asString("")
                                        .equals("Armed clash")
                                && incident.get("reported_by").asString("").equals("TJ")));
        assertThat(copy.requests())
                .anyMatch(request -> request.contains("sub_event_type=Armed%20clash&reported_by=TJ"));
    }

    /** It writes a truth value as a number. */
    @Test
    void letsTheServerCompareTruth() throws Exception {
        Gdal.Copy copy = gdal.copy("places", "-where", "disputed = 1");

        assertThat(copy.ids())
                .isNotEmpty()
                .containsExactlyElementsOf(
                        served("places").ids(place -> place.get("disputed").asBoolean()));
        assertThat(copy.requests()).anyMatch(request -> request.contains("disputed=1"));
    }

    /** It takes what meets the time for what lies in it, so that reports reaching into the time are found too. */
    @Test
    void letsTheServerFindTimes() throws Exception {
        Gdal.Copy copy = gdal.copy(
                "incidents", "-where", "time_start >= '2021/04/28 00:00:00' AND time_start < '2021/05/02 00:00:00'");

        assertThat(copy.ids())
                .isNotEmpty()
                .containsExactlyElementsOf(served("incidents")
                        .ids(incident -> incident.get("time_end").asString("").compareTo("2021-04-28") >= 0
                                && incident.get("time_start").asString("9999").compareTo("2021-05-02") < 0));
        assertThat(copy.requests())
                .anyMatch(request -> request.contains("datetime=2021-04-28T00:00:00Z%2F2021-05-02T00:00:00Z"));
    }

    /** Up to 3.6 it then writes a day as {@code 2018-01-01T}. */
    @Test
    void letsTheServerFindDays() throws Exception {
        Gdal.Copy copy = gdal.copy("boundary-lines", "-where", "valid_from < '2018/01/01'");

        assertThat(copy.ids())
                .isNotEmpty()
                .containsExactlyElementsOf(served("boundary-lines")
                        .ids(line -> line.get("valid_from").asString("").compareTo("2018-01-01") < 0));
        assertThat(copy.requests()).anyMatch(request -> request.contains("datetime=..%2F2018-01-01T"));
    }

    @Test
    void comparesItselfWhatItCannotAsk() throws Exception {
        Gdal.Copy copy = gdal.copy("incidents", "-where", "event_type = 'Battles' AND uncertainty_m > 1000");

        assertThat(copy.ids())
                .isNotEmpty()
                .containsExactlyElementsOf(served("incidents")
                        .ids(incident -> incident.get("event_type").asString("").equals("Battles")
                                && incident.get("uncertainty_m").asDouble(0) > 1000));
    }

    /** A page of nothing but clock times with their offsets used to be one of timestamps, and of other times. */
    @Test
    void takesNoLocalTimeForATimestamp() throws Exception {
        try (var fixture = new LayerFixture(jdbc(), transactions, catalogue)) {
            fixture.view(ExactTimes.LAYER, ExactTimes.QUERY).awaitServed(ExactTimes.LAYER);

            assertThat(count(ExactTimes.LAYER, "")).isGreaterThan(10);
            assertThat(gdal.summarize(ExactTimes.LAYER).fields()).containsEntry("local_time", "String");
        }
    }

    @Test
    void readsLayersWithOddNames() throws Exception {
        String name = "it's \"odd\" / 50%; DROP";
        try (var fixture = new LayerFixture(jdbc(), transactions, catalogue)) {
            fixture.table(
                            name,
                            "id text PRIMARY KEY, \"two words\" text, \"quo\"\"ted\" int, geom geometry(Point,4326)",
                            "('a/b?c#d%e', 'x & y', 1, 'POINT(1 2)')",
                            "('z', 'ж', 2, 'POINT(3 4)')")
                    .awaitServed(name);

            assertThat(gdal.list()).containsKey(name);
            assertThat(gdal.copy(name, "-oo", "PAGE_SIZE=1").ids()).containsExactly("a/b?c#d%e", "z");
            assertThat(gdal.copy(name, "-where", "\"two words\" = 'x & y'").ids())
                    .containsExactly("a/b?c#d%e");
            assertThat(gdal.copy(name, "-where", "id = 'z'").ids()).containsExactly("z");
        }
    }
}
