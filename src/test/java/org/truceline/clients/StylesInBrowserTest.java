package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Rectangle;
import org.truceline.browser.Browser;
import org.truceline.browser.Picture;

/** Draws the server's styles with MapLibre, on a page of another origin. */
class StylesInBrowserTest extends ClientTest {
    private static final List<List<String>> WORDS = List.of(
            List.of("Batken, Ölkə", "Noto Sans Regular", "#ff0000"),
            List.of("Исфара, Өзгөн", "Noto Sans SemiBold", "#00ff00"),
            List.of("خط الهدنة", "Noto Sans Regular", "#0000ff"));

    private static final int LETTERS_IN_PIXELS = 300;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <title>Style</title>
            <style>html, body, #map { margin: 0; height: 100%% }</style>
            <div id="map"></div>
            <script type="module">
              import * as maplibre from './lib/maplibre-gl.mjs';
              maplibre.setRTLTextPlugin(new URL('./lib/mapbox-gl-rtl-text.mjs', location.href).href, false);
              window.map = new maplibre.Map({ container: 'map', style: '%s', center: [70.55, 39.9], zoom: 8.6, fadeDuration: 0,
                attributionControl: false });
              window.failures = [];
              window.map.on('error', ({ error }) => window.failures.push(String(error.message ?? error)));
            </script>
            </html>
            """;

    @Test
    void overviewIsDrawnWithItsSignsOnLightAndDarkGrounds() throws Exception {
        String styles = "http://127.0.0.1:" + uri("/").getPort() + "/styles/";
        Map<String, String> pages = Map.of(
                "light.html", PAGE.formatted(styles + "overview"),
                "dark.html", PAGE.formatted(styles + "overview.dark"));
        try (Browser browser = Browser.start();
                WebSite site = WebSite.open(pages)) {
            browser.forget();
            for (String scheme : List.of("light", "dark")) {
                browser.open(site.page(scheme + ".html"));
                browser.await("""
                        const done = arguments[arguments.length - 1];
                        const look = () => window.map?.loaded() && window.map.areTilesLoaded() ? done() : setTimeout(look, 100);
                        look();
                        """);
                browser.saveScreenshot("style-maplibre-" + scheme);

                assertThat((List<?>) browser.run("return window.failures")).isEmpty();
                assertThat(browser.takeErrors()).isEmpty();
                assertThat(rendered(browser, "incidents")).isGreaterThan(10);
                assertThat(rendered(browser, "boundary-lines")).isPositive();
                assertThat(rendered(browser, "withdrawal-areas")).isPositive();
            }
            assertLettersAreDrawn(browser);
        }
    }

    /** The page has no fonts: letters of each script are those that the style leads to. */
    private static void assertLettersAreDrawn(Browser browser) throws Exception {
        browser.takeRequests();
        browser.await("""
                const [words, done] = arguments;
                words.forEach(([text, font, colour], index) => {
                  const at = window.map.unproject([300 + 350 * index, 120]).toArray();
                  window.map.addLayer({
                    id: text,
                    type: 'symbol',
                    source: { type: 'geojson', data: { type: 'Point', coordinates: at } },
                    layout: { 'text-field': text, 'text-font': [font], 'text-size': 48, 'text-allow-overlap': true },
                    paint: { 'text-color': colour },
                  });
                });
                const look = () => window.map.loaded() ? window.map.once('idle', () => done()).triggerRepaint() : setTimeout(look, 100);
                look();
                """, WORDS);
        browser.saveScreenshot("style-maplibre-letters");
        Picture picture = browser.takePicture();
        Rectangle window = new Rectangle(0, 0, 240, 1360);

        assertThat(picture.list(0xff0000, window)).hasSizeGreaterThan(LETTERS_IN_PIXELS);
        assertThat(picture.list(0x00ff00, window)).hasSizeGreaterThan(LETTERS_IN_PIXELS);
        assertThat(picture.list(0x0000ff, window)).hasSizeGreaterThan(LETTERS_IN_PIXELS);
        assertThat(browser.takeRequests().stream()
                        .map(URI::getPath)
                        .filter(path -> path.endsWith(".pbf"))
                        .map(path -> path.replaceFirst(".*/fonts/", "")))
                .contains("Noto Sans SemiBold/1024-1279.pbf", "Noto Sans Regular/65024-65279.pbf");
        assertThat(browser.takeErrors()).isEmpty();
    }

    private static int rendered(Browser browser, String layer) {
        Object count = browser.run(
                "return window.map.queryRenderedFeatures().filter(({ source }) => source === arguments[0]).length",
                layer);
        return count instanceof Long number ? Math.toIntExact(number) : -1;
    }
}
