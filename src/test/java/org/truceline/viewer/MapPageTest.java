package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/** The map of the example in a real browser. */
class MapPageTest extends MapTest {
    @Autowired
    @Qualifier("complianceWorker")
    private SmartLifecycle worker;

    @ParameterizedTest
    @ValueSource(strings = {"/map", "/map/"})
    void drawsEveryLayer(String path) throws Exception {
        open(path);
        browser.moveTo(70.6, 39.95, 9.2);

        assertThat(List.of(
                        "territories",
                        "territories-label-1",
                        "boundary-lines",
                        "withdrawal-areas",
                        "withdrawal-areas-1-1-hatch",
                        "patrol-zones",
                        "places",
                        "places-label-3",
                        "country-names",
                        "incidents"))
                .allSatisfy(
                        layer -> assertThat(browser.countDrawn(layer)).as(layer).isPositive());
        browser.saveScreenshot("map" + path.replace('/', '-'));
        assertQuietAndAlone();
    }

    @Test
    void drawsEachSightingToTheLineOfEachClaimAndSaysWhoseItIs() throws Exception {
        awaitVerdicts();
        open("/map");
        browser.moveTo(70.536, 39.95, 12.6);

        assertThat(List.of("compliance", "compliance-claims"))
                .allSatisfy(
                        layer -> assertThat(browser.countDrawn(layer)).as(layer).isPositive());
        assertThat(browser.find("#legend").getText()).contains("Sightings held against rules", "Indeterminate");
        assertThat(
                        browser.run(
                                "return truceline.map.getLayersOrder().filter((id) => /^(compliance-1-1|incidents)$/.test(id))"))
                .as("no ring of a sighting hides a number of reports")
                .isEqualTo(List.of("compliance-1-1", "incidents"));
        assertQuietAndAlone();
    }

    @Test
    void verdictsThatAreStillComputedAreFollowed() throws Exception {
        awaitVerdicts();
        worker.stop();
        try {
            jdbc().sql("DELETE FROM ceasefire.compliance_verdict").update();
            open("/map");
            assertThat(browser.find("#notices").getText()).contains("Verdicts on sightings are being computed: 0 of 4");
            assertThat(browser.find("#legend").getText()).contains("Being computed");
        } finally {
            worker.start();
        }
        awaitVerdicts();
        await(
                "the page does not follow",
                () -> browser.find("#legend").getText().contains("Indeterminate"));
        assertThat(browser.find("#notices").getText()).doesNotContain("Verdicts");
        assertQuietAndAlone();
    }

    @Test
    void saysThatNoLineIsTheLineAndWhoDrewEach() throws Exception {
        open("/map");

        assertThat(browser.find(".disclaimer").getText()).contains("No line shown here is the line");
        assertThat(browser.find("#legend").getText()).contains("OpenStreetMap, 2017", "Natural Earth", "claimed");
        assertThat(browser.find(".maplibregl-ctrl-attrib").getText()).contains("© OpenStreetMap contributors");
        assertQuietAndAlone();
    }

    @Test
    void anIncidentTellsWhoReportsWhatAndHowSureThePlaceIs() throws Exception {
        open("/map");
        browser.moveTo(GOLOVNOY[0], GOLOVNOY[1], 12.6);
        openAt(GOLOVNOY[0], GOLOVNOY[1]);

        WebElement event = browser.list(".popup .event").stream()
                .filter(shown -> shown.getText().contains("2021-04-29"))
                .findFirst()
                .orElseThrow();
        browser.click(event.findElement(By.tagName("summary")));
        // The map moves so that the popup that has grown is seen as a whole; until then its edge hides a line.
        await("who is blamed isn't seen", () -> event.getText().contains("attributed to"));

        assertThat(event.getText())
                .contains("2 accounts")
                .contains("attributed to Kyrgyzstan by Tajikistan", "not known, says Kyrgyzstan")
                .contains("2021-04-29, 13:05 UTC+05:00 (to the minute)", "2021-04-29, 14:05 UTC+06:00 (to the minute)")
                .contains("2021-04-29 08:05 UTC")
                .contains("± 2.5 km, gazetteer")
                .contains("Casualties\nunknown");
        assertThat(browser.countDrawn("uncertainty-outline")).isPositive();
        browser.saveScreenshot("map-popup");

        browser.find(".maplibregl-popup-close-button").click();
        browser.moveTo(GOLOVNOY[0], GOLOVNOY[1], 12.6);
        assertThat(browser.countDrawn("uncertainty-outline")).isZero();
        assertQuietAndAlone();
    }

    @Test
    void reportsWithoutAPlaceAreListed() throws Exception {
        open("/map");
        Long unplaced = jdbc().sql("SELECT count(*) FROM layer.incidents WHERE geom IS NULL")
                .query(Long.class)
                .single();

        assertThat(unplaced).isPositive();
        assertThat(browser.find("#reports summary").getText()).isEqualTo(unplaced + " reports without a known place");
        assertQuietAndAlone();
    }

    @Test
    void theLegendTurnsLayersOff() throws Exception {
        open("/map");
        browser.moveTo(70.6, 39.95, 9.2);
        toggle("Patrol zones");
        toggle("OpenStreetMap, 2017");
        toggle("Natural Earth");
        browser.moveTo(70.6, 39.95, 9.3);

        assertThat(browser.countDrawn("patrol-zones")).isZero();
        assertThat(browser.countDrawn("boundary-lines")).isZero();
        assertThat(browser.countDrawn("withdrawal-areas")).isPositive();
        assertQuietAndAlone();
    }

    @Test
    void aLayerThatCannotBeReadSaysSo() throws Exception {
        browser.block(List.of("*/collections/places/items*"));
        browser.open(uri("/map"));

        assertThat(browser.find("#notices").getText())
                .contains("“Places” could not be loaded, and is missing from the map")
                .contains("Try again");
        assertThat(browser.countDrawn("boundary-lines")).isPositive();
    }

    /** No number, no list and no popup may look as if there were none. */
    @Test
    void reportsThatCannotBeReadSaySo() throws Exception {
        browser.block(List.of("*/collections/incidents/counts*", "*/collections/incidents/items*"));
        open("/map#report=KT-2021-007");

        assertThat(browser.find("#notices").getText())
                .contains("“Incidents” could not be loaded, and is missing from the map")
                .contains("Try again");
        assertThat(browser.find(".popup").getText()).contains("There is no answer");
        assertThat(browser.list("#legend .part:first-child .remark"))
                .as("how many there are isn't known, and not 0")
                .isNotEmpty()
                .allSatisfy(number -> assertThat(number.getText()).isEmpty());
        browser.block(List.of());
        browser.find("#notices .failure button").click();
        await("it stays", () -> browser.list("#notices .failure").isEmpty());
        assertThat(browser.find("#legend").getText()).contains("Of 56 reports");
    }

    @Test
    void textOfTheDataIsNeverMarkup() throws Exception {
        String markup = "<img src=x onerror=\"document.title='broken into'\"> & <b>bold</b>";
        jdbc().sql("""
                        INSERT INTO ceasefire.incident (id, event_type, category, summary, time_precision, point)
                        VALUES ('markup', 'Protests', :markup, :markup, 'unknown', ST_SetSRID(ST_MakePoint(75, 41.5), 4326))
                        """).param("markup", markup).update();
        try {
            open("/map");
            browser.moveTo(75, 41.5, 12);
            openAt(75, 41.5);

            assertThat(browser.find(".popup .report-summary").getText()).isEqualTo(markup);
            assertThat(browser.list(".popup img")).isEmpty();
            assertQuietAndAlone();
        } finally {
            jdbc().sql("DELETE FROM ceasefire.incident WHERE id = 'markup'").update();
        }
    }

    @Test
    void placesAreFoundByTheirNamesInAnyScriptAndByCoordinates() throws Exception {
        open("/map?lang=ru");
        search("Көк-Таш");
        await("the place is not found", () -> found().contains("± 800 м"));
        assertThat(browser.run("return truceline.map.getCenter().lat.toFixed(3)"))
                .isEqualTo("39.950");
        browser.saveScreenshot("map-search");
        for (String place : List.of("39.93, 70.55", "39°55'48\"N 70°33'00\"E", "42S XK 3224 2100")) {
            search(place);
            await(place + " is not found", () -> found().startsWith(place));
            assertThat(browser.run("return truceline.map.getCenter().lng.toFixed(2)"))
                    .as(place)
                    .isEqualTo("70.55");
        }
        assertQuietAndAlone();

        search("Nowhere");
        await("nothing is said", () -> found().contains("По запросу «Nowhere» ничего не известно"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky", "tg", "ar"})
    void fitsAPhone(String language) throws Exception {
        browser.resize(390, 844);
        open("/map?lang=" + language);
        assertThat(browser.find("#panel").isDisplayed()).isFalse();
        assertThat(browser.find(".bar").getSize().getHeight())
                .as("what the header takes of the map")
                .isLessThan(90);

        browser.moveTo(GOLOVNOY[0], GOLOVNOY[1], 12.6);
        openAt(GOLOVNOY[0], GOLOVNOY[1]);
        assertThat(browser.find(".popup").getSize().getWidth()).isEqualTo(390);
        browser.saveScreenshot("map-phone-" + language);
        browser.find(".maplibregl-popup-close-button").click();

        browser.find("#panel-toggle").click();
        assertThat(browser.find("#legend").isDisplayed()).isTrue();
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        assertQuietAndAlone();
    }

    private void toggle(String title) {
        browser.list("#legend label").stream()
                .filter(label -> label.getText().startsWith(title))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static void search(String place) {
        WebElement input = browser.find("#search input");
        input.clear();
        input.sendKeys(place, Keys.ENTER);
    }

    private static String found() {
        return browser.find(".search-status").getText();
    }

    private void awaitVerdicts() {
        await(
                "verdicts are not there",
                () -> jdbc().sql("SELECT count(*) FILTER (WHERE status = 'current') FROM layer.compliance")
                                .query(Integer.class)
                                .single()
                        == 4);
    }
}
