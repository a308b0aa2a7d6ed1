package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map in each of its languages, by sight, by ear and by keyboard. */
class MapLanguagesTest extends MapTest {
    @ParameterizedTest
    @CsvSource({
        "en, ltr, Reported incidents, Kyrgyzstan",
        "ru, ltr, 'Инциденты, о которых сообщается', Таджикистан",
        "ky, ltr, Кабарланган окуялар, Тажикстан",
        "tg, ltr, Ҳодисаҳои хабардодашуда, Қирғизистон",
        "ar, rtl, الحوادث المُبلَّغ عنها, قيرغيزستان"
    })
    void isAllInOneLanguageAndWithoutBarriers(String language, String direction, String heading, String party)
            throws Exception {
        open("/map?lang=" + language);
        browser.moveTo(70.6, 39.95, 9.2);

        assertThat(browser.run("return [document.documentElement.lang, getComputedStyle(document.body).direction,"
                        + " getComputedStyle(document.querySelector('#map')).direction].join()"))
                .as("numbers and map are not mirrored")
                .isEqualTo("%s,%s,ltr".formatted(language, direction));
        assertThat(browser.find("#legend").getText()).contains(heading, party);
        assertThat(browser.find("#languages [aria-current]").getDomAttribute("lang"))
                .isEqualTo(language);
        assertThat(browser.run("""
                const names = truceline.map.queryRenderedFeatures({layers: ['country-names']}).map(({properties}) => properties.name);
                return names.includes(arguments[0]) || names.length > 0;
                """, party)).isEqualTo(true);
        assertThat(browser.listBarriers()).isEmpty();
        browser.saveScreenshot("map-in-" + language);
        assertQuietAndAlone();
    }

    @Test
    void theBrowsersRulesForPluralsAreThoseOfTheMessages() {
        open("/map?lang=ar");

        assertThat(browser.await("""
                const done = arguments[arguments.length - 1];
                const wrong = async (language) => {
                  const messages = await (await fetch(`messages/${language}.json`)).json();
                  const [forms] = Object.values(messages).filter((message) => typeof message === 'object');
                  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
                  return wanted.every((category) => category in forms) ? [] : [language];
                };
                Promise.all(['en', 'ru', 'ky', 'ar'].map(wrong)).then((lists) => done(lists.flat().join()));
                """)).isEqualTo("");
        assertThat(browser.find("#reports summary").getText()).isEqualTo("8 تقارير بلا مكان معروف");
    }

    @Test
    void theLanguageOfTheBrowserComesFirstAndLinksLeadToTheOthers() throws Exception {
        open("/map");
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en");

        browser.find("#languages [lang=tg]").click();
        await("the page does not change", () -> "tg".equals(browser.run("return document.documentElement.lang")));
        assertThat(browser.run("return location.search")).isEqualTo("?lang=tg");
    }
}
