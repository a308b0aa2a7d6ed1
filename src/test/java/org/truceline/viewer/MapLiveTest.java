package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.truceline.tiles.TileAddress;
import org.truceline.tiles.TileMatrixSet;
import org.truceline.tiles.TouchedTiles;

/** The open page, while others edit in SQL. */
class MapLiveTest extends MapTest {
    private static final double LONGITUDE = 71.8;
    private static final double LATITUDE = 40.4;
    private static final Pattern TILE = Pattern.compile("/incidents/tiles/WebMercatorQuad/(\\d+)/(\\d+)/(\\d+)\\?");

    @BeforeEach
    void awaitWatched() {
        awaitFollowed("incidents", 5);
    }

    @AfterEach
    void takeBack() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'live-%'").update();
    }

    private void report(String id, double longitude) {
        jdbc().sql(
                        "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, time_start, time_end, point)"
                                + " VALUES (?, 'Battles', 'Shots are heard', 'hour', '2021-04-29 08:00Z', '2021-04-29 08:00Z',"
                                + " ST_Point(?, ?, 4326))")
                .params(id, longitude, LATITUDE)
                .update();
    }

    private void awaitDrawn(String what, long count) {
        await(what, () -> browser.countDrawn("incidents") == count);
    }

    /** What is replaced meanwhile can't be asked twice. */
    private String popup() {
        return String.valueOf(browser.run("return document.querySelector('.popup')?.textContent ?? ''"));
    }

    private static String hash() {
        return String.valueOf(browser.run("return location.hash"));
    }

    private int rows() {
        return browser.list("#table tbody tr").size();
    }

    private String news() {
        return String.valueOf(browser.run("return document.querySelector('#notices').textContent"));
    }

    /** The addresses of tiles that the map asks for from now on: a worker asks, whose requests the page's record lacks. */
    private static void watchTiles() {
        browser.run("""
                window.askedTiles = [];
                truceline.map.setTransformRequest((url) => { window.askedTiles.push(url); return {url}; });
                """);
    }

    private static List<String> askedTiles() {
        Object asked = browser.run("return window.askedTiles");
        return asked instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static boolean isTouched(String address) {
        Matcher place = TILE.matcher(address);
        if (!place.find()) {
            return false;
        }
        TileAddress tile = new TileAddress(
                TileMatrixSet.WEB_MERCATOR_QUAD,
                Integer.parseInt(place.group(1)),
                Long.parseLong(place.group(2)),
                Long.parseLong(place.group(3)));
        return TouchedTiles.list(tile.set(), new Envelope(new Coordinate(LONGITUDE, LATITUDE))).stream()
                .anyMatch(tile::isIn);
    }

    @Test
    void whatIsEditedInSqlIsSeenWithoutAReload() throws Exception {
        open("/map");
        browser.moveTo(LONGITUDE, LATITUDE, 12);
        browser.click(browser.find("#table summary"));
        assertThat(browser.countDrawn("incidents")).isZero();
        watchTiles();
        browser.takeRequests();

        report("live-1", LONGITUDE);
        await("nothing is said", () -> news().contains("1 new report"));
        awaitDrawn("it isn't drawn", 1);
        await("the table is old", () -> rows() == 1);
        assertThat(askedTiles())
                .as("of the tiles, those that the change touches alone are asked for")
                .isNotEmpty()
                .allMatch(MapLiveTest::isTouched);
        assertThat(browser.takeRequests())
                .as("of the features, the touched one and those in view, beside numbers")
                .filteredOn(request -> request.getPath().startsWith("/collections/incidents/items"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(URLDecoder.decode(request.getQuery(), StandardCharsets.UTF_8))
                        .containsAnyOf("id IN ('live-1')", "bbox="));

        // By script: what is computed of the report comes as a second change, and the notice is written anew.
        browser.run("document.querySelector('#notices .news button').click()");
        await("the report isn't opened", () -> !browser.list(".popup").isEmpty());
        await("the address doesn't name it", () -> hash().contains("report=live-1"));
        Object steps = browser.run("return history.length");
        jdbc().sql("UPDATE ceasefire.incident SET summary = 'Shots were heard twice' WHERE id = 'live-1'")
                .update();
        await("what is open is old", () -> popup().contains("Shots were heard twice"));
        assertThat(hash()).contains("report=live-1");
        assertThat(browser.run("return history.length"))
                .as("what others edit is no step of the reader's")
                .isEqualTo(steps);
        assertThat(news()).as("it is new all the same").contains("1 new report");
        browser.saveScreenshot("map-live");

        jdbc().sql("UPDATE ceasefire.incident SET point = ST_Point(71.85, 40.4, 4326) WHERE id = 'live-1'")
                .update();
        await("it isn't moved", () -> {
            Object place = browser.run(
                    "return truceline.map.querySourceFeatures('incidents', {sourceLayer: 'incidents'})"
                            + ".filter((each) => each.properties.id === 'live-1').map((each) => each.geometry.coordinates[0].toFixed(2))");
            return place instanceof List<?> places && places.contains("71.85");
        });

        jdbc().sql("UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = 'live-1'")
                .update();
        await("nothing is said of what went", () -> news().contains("1 report is no longer shown"));
        awaitDrawn("it is still drawn", 0);
        await("it is still open", () -> browser.list(".popup").isEmpty());
        await("the table is old", () -> rows() == 0);
        assertThat(browser.listBarriers()).isEmpty();
        assertQuietAndAlone();
    }

    @Test
    void whatChangedOutOfViewIsSeenWhenItComesBack() throws Exception {
        open("/map");
        browser.moveTo(LONGITUDE, LATITUDE, 12);
        assertThat(browser.countDrawn("incidents")).isZero();
        browser.moveTo(LONGITUDE + 1, LATITUDE, 12);

        report("live-1", LONGITUDE);
        await("nothing is said", () -> news().contains("1 new report"));
        browser.moveTo(LONGITUDE, LATITUDE, 12);
        awaitDrawn("it is as it was", 1);
        browser.moveTo(LONGITUDE, LATITUDE, 9);
        browser.moveTo(LONGITUDE, LATITUDE, 12);
        awaitDrawn("it is gone", 1);
        assertQuietAndAlone();
    }

    @Test
    void whatSomebodyUsesStaysWhereItIs() throws Exception {
        open("/map");
        browser.run("document.querySelector('#legend input').focus()");
        report("live-1", LONGITUDE);
        await("nothing is said", () -> news().contains("1 new report"));
        await("the legend is old", () -> legend().contains("Of 57 reports"));

        assertThat(browser.run("return document.activeElement === document.querySelector('#legend input')"))
                .isEqualTo(true);
        browser.run("document.querySelector('#notices .news button').focus()");
        report("live-2", LONGITUDE);
        await("nothing is said", () -> news().contains("2 new reports"));
        assertThat(browser.run("return document.activeElement.closest('#notices') !== null"))
                .as("by keyboard one is at the news as before, though there is no report to show any more")
                .isEqualTo(true);
        assertQuietAndAlone();
    }

    @Test
    void theOtherAccountOfWhatIsOpenIsFollowedToo() throws Exception {
        report("live-1", LONGITUDE);
        report("live-2", LONGITUDE + 1);
        jdbc().sql("UPDATE ceasefire.incident SET event_group = 'live' WHERE id LIKE 'live-%'")
                .update();
        open("/map#report=live-1");
        await("it isn't open", () -> popup().contains("Shots are heard"));
        browser.run("document.querySelector('.popup details.event').open = false");

        jdbc().sql("UPDATE ceasefire.incident SET summary = 'Nobody shot' WHERE id = 'live-2'")
                .update();
        await("what the other says is old", () -> popup().contains("Nobody shot"));
        assertThat(browser.list(".popup details.event[open]"))
                .as("what the reader has folded away")
                .isEmpty();
        browser.block(List.of("*/collections/incidents/items*"));
        jdbc().sql("UPDATE ceasefire.incident SET summary = 'Somebody shot' WHERE id = 'live-2'")
                .update();
        await("it isn't said", () -> news().contains("could not be loaded"));
        assertThat(popup()).as("what can't be renewed stays").contains("Nobody shot");
        browser.block(List.of());
        browser.run("document.querySelector('#notices .failure button').click()");
        await("it stays old", () -> popup().contains("Somebody shot"));
    }

    private static String legend() {
        return browser.find("#legend").getText();
    }

    /** What happens between two reads of the page is neither lost nor told twice. */
    @Test
    void manyEditsAtOnceAreAllSeen() throws Exception {
        open("/map?lang=ar");
        browser.moveTo(LONGITUDE, LATITUDE, 12);
        browser.click(browser.find("#table summary"));
        for (int number = 0; number < 30; number++) {
            report("live-" + number, LONGITUDE + number * 1e-6);
        }
        await("not all are there", () -> rows() == 30);
        browser.saveScreenshot("map-live-ar");
        assertQuietAndAlone();
    }

    @Test
    void aPageThatHearsNothingSaysSoAndCatchesUp() throws Exception {
        browser.block(List.of("*/changes*"));
        open("/map");
        browser.moveTo(LONGITUDE, LATITUDE, 12);
        await("nothing is said", () -> news().contains("Changes can't be followed just now"));
        report("live-1", LONGITUDE);
        assertThat(browser.countDrawn("incidents")).isZero();
        browser.block(List.of());

        awaitDrawn("it doesn't catch up", 1);
        assertThat(news()).doesNotContain("Changes can't be followed");
    }
}
