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
import org.truceline.browser.Browser;

/** Opens the pages of the web developers' guide in a browser, from a site of another origin, as they stand in it. */
class WebGuideTest extends ClientTest {
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
                        "tiles-openlayers.html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list.html       | 24 reports of fighting that say nothing of casualties
            maplibre.html   | 24 reports, 21 of them with a place
            openlayers.html | 21 reports in view
            leaflet.html    | 24 reports, 21 of them with a place
            tiles-maplibre.html | 21 reports with a place
            """)
    void pagesShowWhatTheServerHas(String page, String status) throws Exception {
        browser.open(site.page(page));
        awaitStatus();

        assertThat(browser.find("#status").getText()).isEqualTo(status);
        browser.saveScreenshot("guide-" + page.replace(".html", ""));
        assertThat(browser.takeErrors()).isEmpty();
        assertThat(browser.takeRequests()).extracting(URI::getHost).containsOnly("127.0.0.1");
    }

    @Test
    void tilesShowWhatTheDatabaseHas() throws Exception {
        Long placed = jdbc().sql("SELECT count(*) FROM layer.incidents WHERE geom IS NOT NULL")
                .query(Long.class)
                .single();
        browser.open(site.page("tiles-openlayers.html"));
        awaitStatus();

        assertThat(browser.find("#status").getText()).isEqualTo(placed + " reports in view");
        browser.saveScreenshot("guide-tiles-openlayers");
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

    private static Map<String, String> pages(String server) throws IOException {
        return WebGuide.read().files().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, file -> file.getValue().replace("http://localhost:8080", server)));
    }
}
