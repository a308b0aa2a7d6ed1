package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What the map shows of a period, and what its address says of that. */
class MapTimeTest extends MapTest {
    @Test
    void everythingFollowsThePeriodAndTheAddressHoldsIt() throws Exception {
        open("/map#view=9.2/39.95/70.6&time=2021-04-29/2021-04-30");
        browser.moveTo(70.6, 39.95, 9.2);
        long reports = count("time_start < '2021-05-01' AND time_end >= '2021-04-29' AND geom IS NOT NULL");

        assertThat(status()).contains("29 April 2021 to 30 April 2021", "Each bar:");
        assertThat(browser.find("#reports").getText()).contains(reports + " reports on the map");
        assertThat(browser.countDrawn("withdrawal-areas"))
                .as("no rule was in force then")
                .isZero();
        assertThat(browser.countDrawn("incidents")).isPositive();
        assertThat(browser.countDrawn("compliance")).isZero();
        assertThat(browser.find("#legend").getText())
                .as("counts of sightings are the period's, too")
                .doesNotContain("Indeterminate");
        assertThat(browser.list(".ceasefire")).hasSizeGreaterThan(2);

        openTable();
        assertThat(browser.list("#table tbody tr")).hasSizeBetween(1, (int) reports);
        assertThat(browser.find("#table tbody").getText())
                .contains("2021-04-29")
                .doesNotContain("2022");
        browser.saveScreenshot("map-period");

        browser.click(browser.find("#table tbody button"));
        await("no report opens", () -> hash().contains("report=KT-2021-"));
        assertThat(hash()).contains("time=2021-04-29%2F2021-04-30");
        browser.run("history.back()");
        await("the report stays open", () -> browser.list(".popup").isEmpty());
        browser.run("history.forward()");
        await("the report does not come back", () -> !browser.list(".popup").isEmpty());

        button("All times");
        assertThat(browser.countDrawn("withdrawal-areas")).isPositive();
        assertThat(hash()).doesNotContain("time=");
        assertQuietAndAlone();
    }

    @Test
    void aPeriodIsChosenByKeyboardAndRunsByItself() throws Exception {
        open("/map");
        String all = status();
        WebElement from = browser.find(".timeline-slider");
        from.sendKeys(Keys.PAGE_UP);

        assertThat(status()).isNotEqualTo(all).contains(" to ");
        assertThat(Objects.requireNonNull(from.getDomAttribute("aria-valuetext")))
                .matches("\\d+ \\w+ 20\\d\\d");
        button("All times");
        // The map is never still while the period runs: nothing waits for it here.
        find("Play").click();
        await("nothing begins", () -> !status().equals(all));
        String first = status();
        await("nothing moves", () -> !status().equals(first));
        browser.click(find("Pause"));
        assertThat(hash()).contains("time=");
        assertThat(browser.listBarriers()).isEmpty();
        assertQuietAndAlone();
    }

    @Test
    void whatIsHiddenStaysHiddenForWhoeverGetsTheAddress() throws Exception {
        open("/map");
        browser.list("#legend label").stream()
                .filter(label -> label.getText().startsWith("Patrol zones"))
                .findFirst()
                .orElseThrow()
                .click();
        String hash = hash();
        assertThat(hash).contains("patrol-zones");

        browser.forget();
        open("/map?lang=ru" + hash);
        browser.moveTo(70.6, 39.95, 9.2);
        assertThat(browser.countDrawn("patrol-zones")).isZero();
        assertThat(browser.list("#legend label").stream()
                        .filter(label -> label.getText().startsWith("Зоны патрулирования"))
                        .map(label -> label.findElement(By.tagName("input")).isSelected()))
                .containsExactly(false);
        assertQuietAndAlone();
    }

    /** Its rows are read when it is opened. */
    private static void openTable() {
        browser.click(browser.find("#table summary"));
        await("nothing is in the table", () -> !browser.list("#table tbody tr").isEmpty());
    }

    private static void button(String text) {
        browser.click(find(text));
    }

    private static WebElement find(String text) {
        return browser.list(".timeline-buttons button").stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String status() {
        return browser.find(".timeline-status").getText();
    }

    private static String hash() {
        return String.valueOf(browser.run("return location.hash"));
    }

    private long count(String condition) {
        return jdbc().sql("SELECT count(*) FROM layer.incidents WHERE " + condition)
                .query(Long.class)
                .single();
    }

    /** Whoever asked their system for less motion sees the map at the report at once, not on its way there. */
    @Test
    void nothingMovesForWhoAsksForCalm() throws Exception {
        browser.preferCalm();
        open("/map");
        browser.moveTo(70.6, 39.95, 9.2);
        openTable();
        browser.run("""
                window.steps = [];
                truceline.map.on('move', () => window.steps.push(truceline.map.getZoom()));
                document.querySelector('#table tbody button').click();
                """);
        await("no report is open", () -> !browser.list(".popup").isEmpty());

        assertThat(browser.run("return [...new Set(window.steps)].length"))
                .as("zooms on the way")
                .isEqualTo(1L);
        assertThat(browser.run("return document.getAnimations().length")).isEqualTo(0L);
        assertQuietAndAlone();
    }
}
