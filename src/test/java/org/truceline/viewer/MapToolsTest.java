package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.json.JsonMapper;

/** The tools on the map: to measure, to ask what if and what is near, to count and download. */
class MapToolsTest extends MapTest {
    private static final double[][] TRIANGLE = {{70.5, 39.9}, {70.7, 39.9}, {70.7, 40}};

    @Test
    void measuresOnTheEllipsoidByKeyboardAlone() throws Exception {
        open("/map");
        WebElement bar = browser.find(".toolbar");
        bar.findElements(By.tagName("button")).get(0).sendKeys(Keys.ARROW_RIGHT, Keys.NULL);
        assertThat(focused()).isEqualTo("What if: buffer, withdrawal area");
        bar.findElements(By.tagName("button")).get(1).sendKeys(Keys.ARROW_LEFT);
        tool("Measure").sendKeys(Keys.ENTER);
        markMiddleOf(TRIANGLE);

        PolygonResult truth = triangle();
        double last = Geodesic.WGS84.Inverse(40, 70.7, 39.9, 70.5).s12;
        assertThat(said())
                .contains("Length: %.3f km".formatted((truth.perimeter - last) / 1000))
                .contains("Perimeter: %.3f km".formatted(truth.perimeter / 1000))
                .contains("%.3f km²".formatted(Math.abs(truth.area) / 1e6));
        assertThat(browser.countDrawn("sketch-points")).isPositive();
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("map-measure");

        button("Take back").sendKeys(Keys.ENTER);
        assertThat(said()).contains("Length: 17.").doesNotContain("Area");
        button("Take back").sendKeys(Keys.ESCAPE);
        assertThat(browser.find(".tool").isDisplayed()).isFalse();
        assertThat(focused()).isEqualTo("Measure");
        browser.moveTo(70.6, 39.95, 9.2);
        assertThat(browser.countDrawn("sketch-points")).isZero();
        assertQuietAndAlone();
    }

    @Test
    void whatCrossesItselfHasNoArea() {
        open("/map");
        tool("Measure").click();
        markMiddleOf(new double[][] {{70.5, 39.9}, {70.7, 40}, {70.7, 39.9}, {70.5, 40}});

        assertThat(said()).contains("The outline crosses itself").doesNotContain("km²");
    }

    @Test
    void whatIfIsComputedByTheServerWithItsError() throws Exception {
        open("/map");
        tool("What if: buffer, withdrawal area").click();
        browser.moveTo(70.55, 39.93, 9.2);
        button("Mark the map’s middle").click();
        await("no buffer", () -> said().contains("Within 10 km: 314.16 km²"));
        assertThat(said()).contains("Computed with an error of at most 0.067 m", "not a rule of anybody");
        browser.moveTo(70.55, 39.93, 9.3);
        assertThat(browser.countDrawn("sketch-areas")).isPositive();

        browser.find(".tool-slider").sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.find(".tool-slider").getDomAttribute("aria-valuetext"))
                .isEqualTo("11 km");
        await("the buffer does not follow", () -> said().contains("Within 11 km"));

        choose("Measured from", "Kyrgyzstan–Tajikistan: OpenStreetMap, 2017");
        await("no area along the line", () -> said().contains("as one source draws it"));
        String both = said();
        choose("By the terms of", "Heavy equipment: 10 km, Kyrgyzstan");
        await("the rule's own distance is not taken", () -> said().contains("Within 10 km") && !said().equals(both));
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("map-what-if");
        assertQuietAndAlone();
    }

    @Test
    void whatCannotBeComputedSaysWhy() {
        open("/map");
        tool("What if: buffer, withdrawal area").click();
        browser.moveTo(70.55, 89.99, 5);
        choose("Measured from", "Kyrgyzstan–Tajikistan: OpenStreetMap, 2017");
        WebElement distance = field("Distance, km");
        distance.clear();
        distance.sendKeys("900");
        await("no limit is told", () -> said().contains("There is no answer: write a number within the limits"));

        browser.block(List.of("*/processes/*"));
        distance.sendKeys(Keys.BACK_SPACE);
        await("no failure is told", () -> said().contains("There is no answer: the server does not answer"));
        assertThat(browser.find(".tool-status").getDomAttribute("data-state")).isEqualTo("failure");
    }

    @Test
    void whatTakesTooLongIsStopped() {
        open("/map");
        // The server does not answer, until somebody gives up.
        browser.run("""
                const real = window.fetch;
                window.fetch = (address, request) => String(address).includes('/processes/')
                    ? new Promise((_, reject) => request.signal.addEventListener('abort', () => {
                        window.isGivenUp = true;
                        reject(request.signal.reason);
                      }))
                    : real(address, request);
                """);
        tool("What if: buffer, withdrawal area").click();
        browser.moveTo(70.55, 39.93, 9.2);
        button("Mark the map’s middle").click();
        await("it isn't said that it takes time", () -> said().contains("Being computed"));
        browser.list(".tool button").stream()
                .filter(button -> button.getText().equals("Stop"))
                .findFirst()
                .orElseThrow()
                .click();

        assertThat(said()).contains("Stopped");
        assertThat(browser.run("return window.isGivenUp"))
                .as("the server may stop, too")
                .isEqualTo(true);
        assertThat(browser.list(".tool button").stream()
                        .filter(WebElement::isDisplayed)
                        .map(WebElement::getText))
                .doesNotContain("Stop");
    }

    @Test
    void listsWhatIsNearInSpaceAndTime() throws Exception {
        open("/map");
        browser.moveTo(GOLOVNOY[0], GOLOVNOY[1], 11);
        tool("What is near here").click();
        browser.clickAt(GOLOVNOY[0], GOLOVNOY[1]);
        assertThat(browser.list(".popup")).as("the click is the tool's").isEmpty();
        await("nothing is found", () -> said().contains("22 reports within 5 km: All times"));

        browser.run("const day = document.querySelector('.tool input[type=date]'); day.value = '2021-04-29';"
                + " day.dispatchEvent(new Event('input'))");
        long reports = jdbc().sql("""
                        SELECT count(*) FROM layer.incidents
                         WHERE ST_DWithin(geom::geography, ST_MakePoint(70.515, 39.9455)::geography, 5000)
                           AND time_start < '2021-05-03' AND time_end >= '2021-04-26'
                        """).query(Long.class).single();
        await(
                "the days change nothing",
                () -> said().contains(reports + " reports within 5 km: 26 April 2021 to 2 May 2021"));
        List<Double> metres =
                browser.list(".tool .away").stream().map(MapToolsTest::metres).toList();
        assertThat(metres).hasSize((int) reports).isSorted();
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("map-nearby");

        browser.click(browser.find(".tool .choose"));
        await("the report does not open", () -> !browser.list(".popup").isEmpty());
        browser.find(".tool .choose").sendKeys(Keys.ESCAPE);
        // So near that what stands there is of one place.
        browser.moveTo(GOLOVNOY[0], GOLOVNOY[1], 15);
        browser.clickAt(GOLOVNOY[0], GOLOVNOY[1]);
        await("the click is still the tool's", () -> browser.list(".popup").size() == 1);
        assertQuietAndAlone();
    }

    @Test
    void countsWhatLiesWithinAndOffersExactlyThat() throws Exception {
        open("/map#time=2021-04-28/2021-05-01");
        tool("Count and download").click();
        markMiddleOf(new double[][] {{70.4, 39.8}, {70.7, 40.1}});
        String within = "geom && ST_MakeEnvelope(70.4, 39.8, 70.7, 40.1, 4326)"
                + " AND time_start < '2021-05-02' AND time_end >= '2021-04-28'";
        long reports = count(within);
        long unknown = count(within + " AND casualties IS NULL AND casualties_as_reported IS NULL");
        await("nothing is counted", () -> said().contains(reports + " reports within: 28 April 2021 to 1 May 2021"));

        assertThat(browser.find(".tool tfoot").getText()).isEqualTo("All %d %d".formatted(reports, unknown));
        assertThat(said()).contains("Killed: ", "unknown or not to be added in ");
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("map-select");
        List<String> links = browser.list(".downloads a").stream()
                .map(link -> Objects.requireNonNull(link.getDomAttribute("href")))
                .toList();
        assertThat(links).hasSize(4);
        URI whole = URI.create(links.get(0));
        String features = get(whole.getRawPath() + "?" + whole.getRawQuery()).body();
        assertThat(JsonMapper.shared().readTree(features).path("features")).hasSize((int) reports);
        assertQuietAndAlone();
    }

    @Test
    void fitsAPhoneFromRightToLeftInTheDark() throws Exception {
        browser.resize(390, 844);
        browser.preferDark();
        open("/map?lang=ar");
        browser.moveTo(70.6, 39.95, 9.2);
        tool("عدّ وتنزيل").click();
        browser.find(".tool option[value=polygon]").click();
        browser.clickAt(70.5, 40.05);
        browser.clickAt(70.75, 40.05);
        browser.clickAt(70.6, 39.92);
        button("إنهاء").click();
        await("nothing is counted", () -> !browser.list(".tool tfoot").isEmpty());

        assertThat(browser.isWiderThanItsWindow()).isFalse();
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("map-tools-phone");
        assertQuietAndAlone();
    }

    private static void markMiddleOf(double[][] places) {
        String first = browser.list(".tool-buttons button").get(0).getText();
        for (double[] place : places) {
            browser.run("truceline.map.jumpTo({center: [...arguments]})", place[0], place[1]);
            button(first).sendKeys(Keys.ENTER);
        }
        browser.moveTo(70.6, 39.95, 9.2);
    }

    private static PolygonResult triangle() {
        var polygon = new PolygonArea(Geodesic.WGS84, false);
        for (double[] place : TRIANGLE) {
            polygon.AddPoint(place[1], place[0]);
        }
        return polygon.Compute();
    }

    private static double metres(WebElement away) {
        String[] words = away.getText().split(" ", 3);
        return Double.parseDouble(words[0]) * (words[1].equals("km") ? 1000 : 1);
    }

    private static WebElement tool(String name) {
        return browser.find(".toolbar [aria-label='" + name + "']");
    }

    private static WebElement button(String text) {
        return browser.list(".tool-buttons button").stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(String field, String option) {
        field(field).findElements(By.tagName("option")).stream()
                .filter(each -> each.getText().equals(option))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static WebElement field(String text) {
        return browser.list(".tool-field").stream()
                .filter(label -> label.getText().startsWith(text))
                .findFirst()
                .orElseThrow()
                .findElement(By.cssSelector("input, select"));
    }

    private static String said() {
        return browser.find(".tool").getText();
    }

    private static String focused() {
        return String.valueOf(browser.run("return document.activeElement.getAttribute('aria-label')"));
    }

    private long count(String condition) {
        return jdbc().sql("SELECT count(*) FROM layer.incidents WHERE " + condition)
                .query(Long.class)
                .single();
    }
}
