package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.truceline.browser.Browser;

/** Draws the server's styles with MapLibre, on a page of another origin. */
class StylesInBrowserTest extends ClientTest {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <title>Style</title>
            <style>html, body, #map { margin: 0; height: 100%% }</style>
            <div id="map"></div>
            <script type="module">
              import * as maplibre from './lib/maplibre-gl.mjs';
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
        }
    }

    private static int rendered(Browser browser, String layer) {
        Object count = browser.run(
                "return window.map.queryRenderedFeatures().filter(({ source }) => source === arguments[0]).length",
                layer);
        return count instanceof Long number ? Math.toIntExact(number) : -1;
    }
}
