package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** More reports than anybody can see one by one: none of them is lost on the map, whatever it counts them by. */
@TestInstance(Lifecycle.PER_CLASS)
class MapOfManyReportsTest extends MapTest {
    private static final int MANY = 3_000;
    private static final double LONGITUDE = 20;
    private static final double LATITUDE = 10;

    /** The numbers of the plates in view, each by the event type, as the tiles say them. */
    private static final String PLATES = """
            const box = truceline.map.getBounds();
            const seen = new Map();
            for (const {geometry, properties} of truceline.map.querySourceFeatures('incidents', {sourceLayer: 'incidents'})) {
              const [west, south, east, north] = properties.bbox.split(',').map(Number);
              // Plates that the edge of the view cuts are told apart from those within.
              if (box.contains([west, south]) && box.contains([east, north])) seen.set(properties.bbox, properties.point_count);
            }
            return [...seen.values()].reduce((sum, count) => sum + count, 0);
            """;

    /** A third of them in a few places, the others anywhere in four degrees; every tenth without a time. */
    @BeforeAll
    void report() {
        jdbc().sql("""
                        INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, time_start, time_end, point)
                        SELECT 'many-' || n, (ARRAY['Battles', 'Protests', 'Riots', 'Strategic developments'])[1 + n % 4], 'Report ' || n,
                               CASE WHEN n % 10 = 0 THEN 'unknown' ELSE 'day' END, began, began + interval '1 day',
                               CASE WHEN n % 3 = 0 THEN ST_Point(:longitude + n % 5, :latitude + n % 7 * 0.1, 4326)
                                    ELSE ST_Point(:longitude + n * 7919 % 4001 / 1000.0, :latitude + n * 6271 % 1009 / 1000.0, 4326) END
                          FROM generate_series(1, :many) AS n,
                               LATERAL (SELECT CASE WHEN n % 10 > 0 THEN timestamptz '2016-01-01Z' + n % 700 * interval '1 day' END AS began) AS time
                        """)
                .param("longitude", LONGITUDE)
                .param("latitude", LATITUDE)
                .param("many", MANY)
                .update();
        jdbc().sql("ANALYZE ceasefire.incident").update();
        // Each line that becomes known is a change, which the page follows.
        await(
                "lines are not known",
                () -> jdbc().sql("SELECT count(*) FROM ceasefire.incident_line WHERE incident_id LIKE 'many-%'")
                                .query(Integer.class)
                                .single()
                        == MANY);
    }

    @AfterAll
    void takeBack() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'many-%'").update();
    }

    private final TransactionTemplate transactions;

    MapOfManyReportsTest(@Autowired TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    @BeforeEach
    void awaitWatched() {
        awaitFollowed("incidents", 5);
    }

    @Test
    void noneIsLostAtAnyZoom() throws Exception {
        open("/map");
        for (double zoom : new double[] {6.2, 7.3, 8.5}) {
            browser.moveTo(LONGITUDE + 2, LATITUDE + 0.5, zoom);
            long inView = count();

            assertThat(inView).isGreaterThan(500);
            assertThat(browser.run(PLATES)).as("plates at zoom %s", zoom).isEqualTo(zoom < 8 ? inView : platesWithin());
            await("the chart counts others", () -> status().contains(grouped(inView) + " reports in view"));
        }
        browser.saveScreenshot("map-many");
        assertQuietAndAlone();
    }

    @Test
    void everythingFollowsPeriodAndTypes() throws Exception {
        open("/map#view=6.2/10.5/22&time=2016-03-01/2016-04-30&hide=incidents/battles");
        browser.moveTo(LONGITUDE + 2, LATITUDE + 0.5, 6.2);
        long shown = jdbc().sql("""
                        SELECT count(*) FROM layer.incidents WHERE id LIKE 'many-%' AND event_type <> 'Battles'
                           AND time_start < '2016-05-01Z' AND time_end >= '2016-03-01Z'
                        """).query(Long.class).single();

        assertThat(shown).isPositive();
        assertThat(browser.run(PLATES)).isEqualTo(shown);
        await("the chart counts others", () -> status().contains(shown + " reports in view"));
        assertThat(status()).contains(MANY / 10 / 2 + " reports without a known time are left out");
        browser.click(browser.find("#table summary"));
        await("the table has others", () -> browser.list("#table tbody tr").size() == Math.min(shown, 200));

        toggle("Armed clashes");
        await("the map doesn't follow", () -> browser.run(PLATES) instanceof Long number && number > shown);
        assertQuietAndAlone();
    }

    @Test
    void aPlateOfOnePlaceOpensAndOneOfManyFallsApart() throws Exception {
        open("/map");
        browser.moveTo(LONGITUDE, LATITUDE, 6.2);
        clickPlateOfSeveralPlaces();
        await(
                "the map doesn't come closer",
                () -> browser.run("return truceline.map.getZoom()") instanceof Number zoom && zoom.doubleValue() > 7);

        browser.moveTo(LONGITUDE, LATITUDE, 15);
        long here = jdbc().sql("SELECT count(*) FROM layer.incidents WHERE geom = ST_Point(?, ?, 4326)")
                .params(LONGITUDE, LATITUDE)
                .query(Long.class)
                .single();
        browser.clickAt(LONGITUDE, LATITUDE);
        await("nothing opens", () -> !browser.list(".popup h3").isEmpty());
        assertThat(browser.find(".popup h3").getText()).isEqualTo(here + " reports placed here");
        assertThat(browser.list(".popup .event")).hasSize((int) Math.min(here, 100));
        browser.saveScreenshot("map-many-here");
        assertQuietAndAlone();
    }

    @Test
    void aPlateFallsApartOnASmallScreenToo() throws Exception {
        browser.resize(600, 490);
        try {
            open("/map");
            browser.moveTo(LONGITUDE, LATITUDE, 6.2);
            browser.saveScreenshot("map-many-small");
            clickPlateOfSeveralPlaces();
            await(
                    "the map doesn't come closer",
                    () -> browser.run("return truceline.map.getZoom()") instanceof Number zoom
                            && zoom.doubleValue() > 7);
            assertQuietAndAlone();
        } finally {
            browser.resize(1360, 860);
        }
    }

    /** The first question's answer is held up, and comes when another one has been asked. */
    @Test
    void noOlderAnswerComesAfterANewerOne() {
        open("/map#view=6.2/10.5/22&time=2016-03-01/2016-04-30");
        browser.moveTo(LONGITUDE + 2, LATITUDE + 0.5, 6.2);
        transactions.executeWithoutResult(status -> {
            jdbc().sql("LOCK TABLE ceasefire.incident IN ACCESS EXCLUSIVE MODE").update();
            browser.run("location.hash = '#view=6.2/10.5/22&time=2016-03-01/2017-04-30'");
            await("the first isn't asked", () -> isPlateAsked("2017-04-30"));
            browser.run("location.hash = '#view=6.2/10.5/22&time=2016-05-01/2016-05-31'");
            await("the second isn't asked", () -> isPlateAsked("2016-05-31"));
        });
        long shown = jdbc().sql("SELECT count(*) FROM layer.incidents WHERE id LIKE 'many-%'"
                        + " AND time_start < '2016-06-01Z' AND time_end >= '2016-05-01Z'")
                .query(Long.class)
                .single();
        await("the plates are of another time", () -> Long.valueOf(shown).equals(browser.run(PLATES)));
        await("the chart counts others", () -> status().contains(shown + " reports in view"));
    }

    private static boolean isPlateAsked(String lastDay) {
        return String.valueOf(browser.run("return truceline.map.getSource('incidents').tiles[0]"))
                .contains(lastDay);
    }

    @Test
    void theListIsReadPartByPart() throws Exception {
        open("/map");
        WebElement list = browser.list("#reports details").get(1);
        browser.click(list);
        await("nothing is listed", () -> browser.list("#reports li").size() == 500);
        assertThat(list.getText()).contains("The first 500 are listed.");
        // By script: the button lies far below.
        browser.run(
                "const more = document.querySelector('#reports details[open] > div > button'); more.focus(); more.click();");
        await("no more are listed", () -> browser.list("#reports li").size() == 2000);
        assertThat(
                        browser.run(
                                "return [...document.querySelectorAll('#reports li')].indexOf(document.activeElement.closest('li'))"))
                .as("one goes on with what has come")
                .isEqualTo(500L);
        assertThat(browser.listBarriers()).isEmpty();
        assertQuietAndAlone();
    }

    /** Those whose plates lie within the view as a whole: the others' are cut by its edge. */
    private Long platesWithin() {
        Object within = browser.run("""
                const box = truceline.map.getBounds();
                const whole = truceline.map.querySourceFeatures('incidents', {sourceLayer: 'incidents'})
                    .map(({properties}) => properties.bbox.split(',').map(Number))
                    .filter(([west, south, east, north]) => box.contains([west, south]) && box.contains([east, north]));
                return [...new Set(whole.map(String))];
                """);
        if (!(within instanceof List<?> boxes)) {
            throw new IllegalStateException("no boxes: " + within);
        }
        return boxes.stream()
                .mapToLong(box -> jdbc().sql(
                                "SELECT count(*) FROM layer.incidents WHERE geom && ST_MakeEnvelope(" + box + ", 4326)")
                        .query(Long.class)
                        .single())
                .sum();
    }

    /** Clicks on the one that is nearest to the middle of the map, where nothing lies over it. */
    private static void clickPlateOfSeveralPlaces() {
        Object place = browser.run("""
                const {map} = truceline;
                const {x, y} = map.project(map.getCenter());
                const away = ({geometry}) => Math.hypot(map.project(geometry.coordinates).x - x, map.project(geometry.coordinates).y - y);
                const isOfSeveral = ({properties: {bbox}}) => new Set(bbox.split(',')).size > 2;
                const plates = map.queryRenderedFeatures({layers: ['incidents']}).filter(isOfSeveral);
                return plates.sort((a, b) => away(a) - away(b))[0].geometry.coordinates;
                """);
        if (!(place instanceof List<?> at)
                || !(at.get(0) instanceof Number longitude)
                || !(at.get(1) instanceof Number latitude)) {
            throw new IllegalStateException("no place: " + place);
        }
        browser.clickAt(longitude.doubleValue(), latitude.doubleValue());
    }

    private long count() {
        Object box = browser.run("return truceline.map.getBounds().toArray().flat().join()");
        return jdbc().sql("SELECT count(*) FROM layer.incidents WHERE geom && ST_MakeEnvelope(" + box + ", 4326)")
                .query(Long.class)
                .single();
    }

    private static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String status() {
        return browser.find(".timeline-status").getText();
    }

    private static void toggle(String title) {
        browser.list("#legend label").stream()
                .filter(label -> label.getText().startsWith(title))
                .findFirst()
                .orElseThrow()
                .click();
    }
}
