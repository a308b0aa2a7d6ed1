package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.openqa.selenium.Point;
import org.truceline.browser.Browser;
import org.truceline.browser.Picture;

/** Opens the pages of the web developers' guide in a browser, from a site of another origin, as they stand in it. */
class WebGuideTest extends ClientTest {
    private static final int DOT = 0x0f766e;
    private static final List<Integer> LINES = List.of(0x3b5b92, 0x9a5b13);

    private Browser browser;
    private WebSite site;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.start();
        browser.forget();
        site = WebSite.open(pages("http://127.0.0.1:" + uri("/").getPort()));
    }

    @AfterEach
    void close() throws IOException {
        browser.close();
        site.close();
    }

    @Test
    void theGuideHasThePagesThatAreTested() throws Exception {
        assertThat(WebGuide.read().files())
                .containsOnlyKeys(
                        "readAll.js",
                        "list.html",
                        "maplibre.html",
                        "openlayers.html",
                        "leaflet.html",
                        "tiles-maplibre.html",
                        "tiles-openlayers.html",
                        "live-maplibre.html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list.html       | 24 reports of fighting that say nothing of casualties
            maplibre.html   | 24 reports, 21 of them with a place
            openlayers.html | 21 reports in view
            leaflet.html    | 24 reports, 21 of them with a place
            """)
    void pagesShowWhatTheServerHas(String page, String status) throws Exception {
        browser.open(site.page(page));
        awaitStatus();

        assertThat(browser.find("#status").getText()).isEqualTo(status);
        browser.saveScreenshot("guide-" + page.replace(".html", ""));
        assertThat(browser.takeErrors()).isEmpty();
        assertThat(browser.takeRequests()).extracting(URI::getHost).containsOnly("127.0.0.1");
    }

    /** By their pixels: each report where it happened, and nowhere else; lines along their course. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tiles-maplibre.html   | AND time_start < '2021-05-02' AND coalesce(time_end, time_start) >= '2021-04-28'
            tiles-openlayers.html | AND true
            """)
    void tilesShowWhatTheDatabaseHasWhereItIs(String page, String condition) throws Exception {
        List<Coordinate> reports = places("SELECT geom FROM layer.incidents WHERE geom IS NOT NULL " + condition);
        List<Coordinate> vertices = places("SELECT (ST_DumpPoints(geom)).geom FROM layer.\"boundary-lines\"");
        browser.open(site.page(page));
        awaitStatus();
        // Zoom 7 of tiles of 512 pixels, zoom 8 of 256.
        WebMap map = new WebMap(browser.find("#map").getRect(), new Coordinate(70.6, 39.95), 512 * Math.pow(2, 7));
        List<Point> dots = map.pixels(reports, 8);
        List<Point> lines = map.pixels(vertices, 8);
        Picture picture = browser.takePicture();
        browser.saveScreenshot("guide-" + page.replace(".html", ""));

        assertThat(browser.find("#status").getText()).startsWith(reports.size() + " reports");
        assertThat(dots)
                .hasSize(reports.size())
                .allSatisfy(
                        dot -> assertThat(picture.shows(DOT, dot.x, dot.y, 1)).isTrue());
        assertThat(picture.list(DOT, map.frame()))
                .allSatisfy(spot ->
                        assertThat(dots).anyMatch(dot -> Math.hypot(dot.x - spot.x(), dot.y - spot.y()) < 9));
        assertThat(lines).hasSizeGreaterThan(500);
        // They are dashed: 3 to 2 by the one page, 6 to 4 pixels by the other.
        assertThat(lines.stream()
                        .filter(at -> LINES.stream().anyMatch(colour -> picture.shows(colour, at.x, at.y, 2)))
                        .count())
                .isGreaterThan(lines.size() / 2);
        assertThat(browser.takeErrors()).isEmpty();
    }

    private List<Coordinate> places(String points) {
        return jdbc().sql("SELECT ST_X(geom), ST_Y(geom) FROM (" + points + ") AS points")
                .query((row, at) -> new Coordinate(row.getDouble(1), row.getDouble(2)))
                .list();
    }

    @Test
    void theMapChangesWhenTheDatabaseDoes() throws Exception {
        browser.open(site.page("live-maplibre.html"));
        awaitStatus("21 reports with a place");
        // The page begins to listen when the map is there; what it hears before it knows of the map is lost to nobody
        // else.
        String reports =
                " WHERE id = (SELECT min(id) FROM layer.incidents WHERE geom IS NOT NULL AND time_start >= '2021-04-28'"
                        + " AND time_end <= '2021-05-01')";
        String id = jdbc().sql("SELECT id FROM ceasefire.incident" + reports)
                .query(String.class)
                .single();
        try {
            jdbc().sql("UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = ?")
                    .param(id)
                    .update();
            awaitStatus("20 reports with a place");
        } finally {
            jdbc().sql("UPDATE ceasefire.incident SET sensitivity = 'public' WHERE id = ?")
                    .param(id)
                    .update();
        }
        awaitStatus("21 reports with a place");
        assertThat(browser.takeErrors()).isEmpty();
    }

    @Test
    void theWholeWorldCanBeLookedAt() {
        browser.open(site.page("openlayers.html"));
        awaitStatus();
        for (int step = 0; step < 8; step++) {
            browser.find(".ol-zoom-out").click();
        }
        browser.await("setTimeout(arguments[arguments.length - 1], 1000)");

        assertThat(browser.find("#status").getText()).isEqualTo("21 reports in view");
        assertThat(browser.takeErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "list.html",
        "maplibre.html",
        "openlayers.html",
        "leaflet.html",
        "tiles-maplibre.html",
        "tiles-openlayers.html"
    })
    void pagesSayWhenThereIsNothingToRead(String page) {
        browser.block(List.of("*:" + uri("/").getPort() + "/*"));
        browser.open(site.page(page));
        awaitStatus();

        assertThat(browser.find("#status").getText()).contains("could be read: ");
    }

    private void awaitStatus() {
        browser.await("""
                const done = arguments[arguments.length - 1];
                const told = () => document.querySelector('#status').textContent.startsWith('Loading') ? requestAnimationFrame(told) : done();
                told();
                """);
    }

    private void awaitStatus(String text) {
        browser.await("const done = arguments[arguments.length - 1];"
                + " const told = () => document.querySelector('#status').textContent === '" + text
                + "' ? done() : requestAnimationFrame(told); told();");
    }

    private static Map<String, String> pages(String server) throws IOException {
        return WebGuide.read().files().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, file -> file.getValue().replace("http://localhost:8080", server)));
    }
}
