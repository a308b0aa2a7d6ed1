package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** When numbers of reports can't be read, the page says that they are missing for as long as they are, and no longer. */
class MapTilesFailureTest extends MapTest {
    private static final double LONGITUDE = 70.6;
    private static final double LATITUDE = 39.95;
    private static final String FAILURE = "“Incidents” could not be loaded, and is missing from the map";

    /** Of what is read from now on; a worker asks, whose requests can't be blocked. */
    private static void refuseTiles() {
        browser.run("""
                const isTile = (url) => url.includes('/incidents/tiles/');
                truceline.map.setTransformRequest((url) => ({url: isTile(url) ? url + '&cells=none' : url}));
                """);
    }

    private static void answerTiles() {
        browser.run("truceline.map.setTransformRequest((url) => ({url}))");
    }

    private static String notices() {
        return String.valueOf(browser.run("return document.querySelector('#notices').textContent"));
    }

    private static void hideClashes() {
        browser.list("#legend label").stream()
                .filter(label -> label.getText().startsWith("Armed clashes"))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static String inView() {
        WebElement status = browser.find(".timeline-status");
        return status.getText().replaceAll(".*?(\\d+) reports in view.*", "$1");
    }

    private void openWithoutTiles() {
        // Far away, so that no plates of other zooms stand in for those that are missing.
        open("/map#view=9/-40/-20");
        refuseTiles();
        browser.moveTo(LONGITUDE, LATITUDE, 9);
        await("nothing is said", () -> notices().contains(FAILURE));
        assertThat(notices()).contains("the server answers 400");
        assertThat(browser.countDrawn("incidents")).isZero();
    }

    @Test
    void theyAreMissingUntilTheyAreReadAgain() throws Exception {
        openWithoutTiles();
        String all = inView();

        hideClashes();
        await("the chart counts those that are hidden", () -> !inView().equals(all));
        browser.moveTo(LONGITUDE, LATITUDE, 9.5);
        assertThat(notices()).as("other numbers are refused as well").contains(FAILURE);
        browser.saveScreenshot("map-tiles-failed");
        browser.find("#print").click();
        await("no sheet", () -> !browser.list("dialog.sheet").isEmpty());
        assertThat(browser.find("dialog.sheet").getText()).contains("Not all of “Incidents” is shown here.");
        browser.run("document.querySelector('dialog.sheet').close()");

        answerTiles();
        browser.find("#notices .failure button").click();
        await("it stays", () -> !notices().contains(FAILURE));
        await("there are no plates", () -> browser.countDrawn("incidents") > 0);
    }

    @Test
    void otherNumbersThatCanBeReadAreThere() throws Exception {
        openWithoutTiles();
        answerTiles();

        hideClashes();
        await("there are no plates", () -> browser.countDrawn("incidents") > 0);
        await("it stays", () -> !notices().contains(FAILURE));
    }

    @Test
    void allComesBackWithTheNetwork() throws Exception {
        try (FailingNetwork network = new FailingNetwork(uri("/"))) {
            browser.open(network.address("/map#view=9/-40/-20"));
            browser.click(browser.find("#table summary"));
            network.cut();
            browser.moveTo(LONGITUDE, LATITUDE, 9);
            await("nothing is said", () -> notices().contains(FAILURE + ": the server does not answer"));
            assertThat(browser.countDrawn("incidents")).isZero();
            assertThat(browser.find(".timeline-status").getText())
                    .as("none is known of, which isn't that there are none")
                    .doesNotContain("reports in view");
            browser.saveScreenshot("map-outage");

            network.mend();
            await("there are no plates", () -> browser.countDrawn("incidents") > 0);
            await("it stays", () -> notices().isEmpty());
            await("the table is empty", () -> !browser.list("#table tbody tr").isEmpty());
        }
    }
}
