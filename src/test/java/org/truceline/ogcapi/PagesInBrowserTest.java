package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.browser.Browser;
import org.truceline.browser.Picture;
import org.truceline.layers.Identifiers;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** The pages of the example in a real browser. */
class PagesInBrowserTest extends ServerTest {
    private static Browser browser;

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
    }

    @BeforeEach
    void forgetOtherTests() {
        browser.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "landing, /",
        "conformance, /conformance",
        "functions, /functions",
        "api, /api",
        "collections, /collections",
        "collection, /collections/incidents",
        "queryables, /collections/incidents/queryables/",
        "items, /collections/incidents/items?datetime=2021-04-29",
        "feature, /collections/places/items/kok-tash",
        "feature-with-lists, /collections/agreements/items/kt-ceasefire-2021-04-29",
        "fault, /collections/incidents/items?filter=event_type%20%3D%3D%20%27Battles%27",
        "processes, /processes",
        "process, /processes/buffer",
        "jobs, /jobs",
        "tilesets, /tiles",
        "tileset, /collections/incidents/tiles/WebMercatorQuad",
        "tileset-of-all, /tiles/WebMercatorQuad",
        "tileset-of-degrees, /collections/incidents/tiles/WorldCRS84Quad",
        "tile-matrix-set, /tileMatrixSets/WebMercatorQuad",
        "styles, /styles",
        "style, /styles/incidents",
        "style-of-all, /styles/overview.dark",
        "style-metadata, /styles/withdrawal-areas/metadata",
        "problem, /collections/nowhere"
    })
    void pagesAreQuietAndFitEveryWindow(String name, String path) throws Exception {
        browser.open(uri(path));
        assertThat(browser.list("h1")).hasSize(1);
        assertThat(browser.list("main")).hasSize(1);
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        // Colour of the page's own sheet: it was found, and the policy lets it in.
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(251, 250, 246)");
        awaitMap();
        browser.saveScreenshot("page-" + name);
        assertThat(browser.listBarriers()).isEmpty();

        browser.resize(390, 844);
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("page-" + name + "-phone");

        browser.preferDark();
        assertThat(browser.listBarriers()).isEmpty();
        browser.resize(1360, 860);
        browser.saveScreenshot("page-" + name + "-dark");
        // Chromium logs every answer that is an error.
        boolean isError = List.of("problem", "fault").contains(name);
        assertThat(browser.takeErrors()).hasSize(isError ? 1 : 0);
        assertAlone();
    }

    @Test
    void tilesAreDrawnOnTheirPageAndTellWhatTheyHold() throws Exception {
        browser.open(uri("/collections/incidents/tiles/WebMercatorQuad"));
        awaitMap();
        // The colour of features, seen on land.
        Picture.Spot report = browser.takePicture()
                .find(0x2e827c, browser.find(".layer-map .canvas").getRect())
                .orElseThrow(() -> new AssertionError("no report is drawn"));
        browser.clickAt(report.x(), report.y());

        assertThat(browser.find(".feature-popup").getText()).contains("Incidents", "event_type");
        assertThat(browser.find(".layer-map .state").getText()).isEmpty();
        browser.saveScreenshot("page-tileset-popup");
        assertThat(browser.listBarriers()).isEmpty();
        assertThat(browser.takeErrors()).isEmpty();
    }

    /** A part of the tiles is never taken for all of them. */
    @Test
    void tilesThatCannotBeReadAreMissed() throws Exception {
        try (LayerFixture fixture = new LayerFixture(jdbc(), transactions, catalogue)) {
            fixture.table("whole", "id int PRIMARY KEY, geom geometry(Point,4326)", "(0, 'POINT(70.5 40)')")
                    .view(
                            "failing",
                            "SELECT id, ST_SetSRID(ST_MakePoint(70, 40 / id), 4326)::geometry(Point, 4326) AS geom"
                                    + " FROM layer.whole")
                    .awaitServed("failing");

            browser.open(uri("/collections/failing/tiles/WebMercatorQuad"));
            awaitTrue(
                    "return document.querySelector('.layer-map .state').textContent.startsWith('Not all of the tiles')");
            assertThat(browser.find(".layer-map .state").getText()).contains("could be read: ");
        }
    }

    @Test
    void formOfAProcessLeadsToItsResultOnAMap() throws Exception {
        browser.open(uri("/processes/buffer"));
        assertThat(browser.find("[name=geometry]").getAttribute("value")).contains("Point");
        browser.find("[name=distance]").clear();
        browser.find("[name=distance]").sendKeys("2500");
        browser.find("main form button").click();

        // Until it has ended, the page asks again by itself.
        awaitTrue("return document.querySelector('.layer-map[data-drawn]') !== null");
        assertThat(browser.find("[role=status]").getText()).contains("successful");
        assertThat(browser.find(".beginning").getText()).contains("\"distance_m\":2500.0", "max_error_m");
        assertThat(browser.find("a[download]").getAttribute("download")).isEqualTo("buffer.geojson");
        browser.saveScreenshot("page-job");
        assertThat(browser.listBarriers()).isEmpty();
        browser.preferDark();
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("page-job-dark");
        assertThat(browser.takeErrors()).isEmpty();
    }

    @Test
    void jobIsDismissedOnItsPage() throws Exception {
        browser.open(uri("/processes/echo"));
        browser.find("[name=pause]").sendKeys("30");
        browser.find("main form button").click();
        awaitTrue("return document.querySelector('progress') !== null");
        browser.find("main form button").click();

        awaitTrue("return document.querySelector('[role=status]').textContent.includes('dismissed')");
        assertThat(browser.find("[role=status]").getText()).contains("dismissed");
        assertThat(browser.takeErrors()).isEmpty();
    }

    @Test
    void textOfTheDataIsNeverMarkup() {
        String markup = "<script>alert(1)</script> \"two\" 'one' & <b>bold</b>";
        String quoted = markup.replace("'", "''");
        String layer = "odd \"<script>alert(2)</script>'s";
        try (LayerFixture fixture = new LayerFixture(jdbc(), transactions, catalogue)) {
            fixture.table(
                            layer,
                            "id text PRIMARY KEY, note text, at text, n int, geom geometry(Point,4326)",
                            "('" + quoted + "', '" + quoted + "', 'javascript:alert(3)', 0, NULL)",
                            "('z', '', NULL, NULL, 'POINT(70.5 40)')")
                    .sql("COMMENT ON TABLE layer." + Identifiers.quote(layer) + " IS '" + quoted + "\n" + quoted
                            + "\n@license javascript:alert(4) Terms\n@attribution " + quoted + "'")
                    .sql("COMMENT ON COLUMN layer." + Identifiers.quote(layer) + ".note IS '" + quoted + "\n" + quoted
                            + "'")
                    .awaitServed(layer);
            String path = "/collections/" + BaseUrl.Resources.segment(layer);

            browser.open(uri(path));
            assertThat(browser.find("h1").getText()).isEqualTo(markup);
            assertThat(browser.find("table").getText()).contains(markup);
            assertThat(browser.list("[href^='javascript']")).isEmpty();
            assertHarmless();

            browser.open(uri(path + "/items"));
            List<String> odd = cells(0);
            assertThat(odd).containsExactly(markup, markup, "javascript:alert(3)", "0", "no place given");
            List<String> bare = cells(1);
            assertThat(bare)
                    .containsExactly("z", "empty text", "not given", "not given", "Point at 70.50000, 40.00000");
            assertHarmless();

            browser.find("tbody a").click();
            assertThat(browser.find("h1").getText()).endsWith(markup);
            assertThat(browser.find("dl").getText()).contains(markup);
            assertHarmless();

            browser.open(uri("/collections?" + BaseUrl.Resources.segment(markup) + "=1"));
            assertThat(browser.find("main").getText()).contains(markup);
            browser.takeErrors();
        }
    }

    /** As where somebody stored metres in a column of degrees. */
    @Test
    void positionsOutsideOfTheWorldLeaveTheOthersOnTheMap() {
        try (LayerFixture fixture = new LayerFixture(jdbc(), transactions, catalogue)) {
            fixture.table(
                            "metres",
                            "id int PRIMARY KEY, geom geometry(Point,4326)",
                            "(1, 'POINT(70.5 40)')",
                            "(2, 'POINT(500000 4400000)')")
                    .awaitServed("metres");

            browser.open(uri("/collections/metres"));
            awaitMap();
            assertThat(browser.find(".layer-map").getText()).contains("1 of these 2 have no place");
            assertThat(browser.takeErrors()).isEmpty();
        }
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        browser.open(uri("/collections"));
        browser.run("document.querySelector('.skip').focus()");

        WebElement skip = browser.find(".skip");
        assertThat(skip.getRect().getX()).isNotNegative();
        assertThat(skip.getDomAttribute("href")).isEqualTo("#content");
    }

    @Test
    void apiPageListsParametersOfEachCollection() {
        browser.open(uri("/api"));

        assertThat(browser.find("main").getText())
                .contains("/collections/incidents/items", "bbox", "west,south,east,north");
    }

    @Test
    void requestsCanBeTriedOnTheApiPage() throws Exception {
        browser.open(uri("/api"));
        assertThat(browser.list(".swagger-ui")).isEmpty();

        browser.find(".console > summary").click();
        browser.await("""
                const done = arguments[arguments.length - 1];
                const shown = () => document.querySelector('.swagger-ui .opblock') ? done() : requestAnimationFrame(shown);
                shown();
                """);

        assertThat(browser.find(".swagger-ui").getText()).contains("/collections/incidents/items");
        tryTheFirstOperation();
        // The other operations look like the first one, and there are some hundred of them.
        browser.run(
                "[...document.querySelectorAll('.swagger-ui .opblock')].slice(1).forEach((each) => { each.style.display = 'none'; })");
        browser.saveScreenshot("page-api-console");
        assertThat(browser.listBarriers()).isEmpty();
        browser.preferDark();
        assertThat(browser.listBarriers()).isEmpty();
        browser.resize(390, 844);
        browser.saveScreenshot("page-api-console-phone-dark");
        assertThat(browser.listBarriers()).isEmpty();
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        assertThat(browser.takeErrors()).isEmpty();
        assertAlone();
    }

    private static void tryTheFirstOperation() {
        browser.find(".swagger-ui .opblock-summary-control").click();
        for (String button : List.of(".try-out__btn", ".execute")) {
            browser.await("""
                    const [selector, done] = arguments;
                    const there = () => document.querySelector(selector) ? done() : requestAnimationFrame(there);
                    there();
                    """, ".swagger-ui " + button);
            browser.find(".swagger-ui " + button).click();
        }
        browser.await("""
                const done = arguments[arguments.length - 1];
                const shown = () => document.querySelector('.swagger-ui .live-responses-table') ? done() : requestAnimationFrame(shown);
                shown();
                """);
    }

    private static List<String> cells(int row) {
        return browser.list("tbody tr").get(row).findElements(By.cssSelector("th, td")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Asks one page after the other: a page that asks again by itself is another one each time. */
    private static void awaitTrue(String script) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!Boolean.TRUE.equals(browser.run(script))) {
            assertThat(Instant.now()).as(script).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void assertHarmless() {
        awaitMap();
        assertThat(browser.list("script:not([src^='/pages/js/']), main b, main img"))
                .isEmpty();
        assertThat(browser.takeErrors()).isEmpty();
        assertAlone();
    }

    /** Where the page has one: ends when it is drawn, or says why it is not. */
    private static void awaitMap() {
        browser.await("""
                const done = arguments[arguments.length - 1];
                const figure = document.querySelector('.layer-map');
                const looked = () => (!figure || figure.dataset.drawn || figure.matches('.empty') ? done() : requestAnimationFrame(looked));
                looked();
                """);
    }

    private void assertAlone() {
        URI server = uri("/");
        assertThat(browser.takeRequests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.getHost()).isEqualTo(server.getHost());
            assertThat(request.getPort()).isEqualTo(server.getPort());
        });
    }
}
