package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What the map says of one report: figures as they are known, and where it is known from. */
class MapReportTest extends MapTest {
    @AfterEach
    void forgetTheReport() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id = 't-figures'").update();
    }

    @Test
    void figuresAreLowBestAndHighAndWhatNobodySaidIsUnknown() throws Exception {
        report();
        open("/map#report=t-figures");
        await(
                "the report isn't open",
                () -> !browser.list(".popup table.figures").isEmpty());

        WebElement figures = browser.find(".popup table.figures");
        assertThat(texts(figures, "thead th")).containsExactly("low", "best", "high");
        List<List<String>> rows = figures.findElements(By.cssSelector("tbody tr")).stream()
                .map(row -> texts(row, "th, td"))
                .toList();
        assertThat(rows)
                .contains(List.of("Killed (Kyrgyzstan, civilians)", "2", "3", "unknown"))
                .contains(List.of("Injured", "0", "0", "0"));
        assertThat(browser.find(".popup").getText()).contains("“some were hurt”");
        browser.saveScreenshot("map-figures");
        assertQuietAndAlone();
    }

    @Test
    void sourcesAreLinksThatTellNothingOfTheReader() throws Exception {
        report();
        open("/map#report=t-figures");
        await("the report isn't open", () -> !browser.list(".popup .report a").isEmpty());

        WebElement link = browser.find(".popup .report a");
        assertThat(link.getText()).isEqualTo("The Gazette");
        assertThat(link.getDomAttribute("href")).isEqualTo("https://gazette.example/report?id=1&lang=en");
        assertThat(link.getDomAttribute("rel")).contains("noopener", "noreferrer");
        assertThat(browser.find(".popup").getText()).contains("Kyrgyzstan", "B–");
        assertQuietAndAlone();
    }

    @Test
    void theAddressOfAReportThatIsNotThereSaysSo() throws Exception {
        open("/map#report=t-nobody");
        await("nothing is said", () -> notices().contains("The report t-nobody can't be shown on the map"));
        assertThat(browser.list(".popup")).isEmpty();
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("map-no-report");

        report();
        browser.run("location.hash = '#report=t-figures'");
        await("the report isn't open", () -> !browser.list(".popup .report").isEmpty());
        assertThat(notices()).doesNotContain("t-nobody");
        assertQuietAndAlone();
    }

    private static String notices() {
        return browser.find("#notices").getText();
    }

    private static List<String> texts(WebElement parent, String selector) {
        return parent.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private void report() {
        jdbc().sql("""
                        INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, point, casualties_as_reported)
                        VALUES ('t-figures', 'Battles', 'Told with figures', 'unknown', ST_Point(70.9, 40.3, 4326), 'some were hurt')
                        """).update();
        jdbc().sql("""
                        INSERT INTO ceasefire.incident_casualty (incident_id, effect, party_id, people, low, best, high)
                        VALUES ('t-figures', 'killed', 'KG', 'civilians', 2, 3, NULL), ('t-figures', 'injured', NULL, 'unknown', 0, 0, 0)
                        """).update();
        jdbc().sql("""
                        INSERT INTO ceasefire.incident_source (incident_id, ordinal, party_id, publisher, url, reliability)
                        VALUES ('t-figures', 1, 'KG', 'The Gazette', 'https://gazette.example/report?id=1&lang=en', 'B')
                        """).update();
    }
}
