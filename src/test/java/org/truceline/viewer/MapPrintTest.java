package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map on paper, and as an image, with all that it needs away from the page. */
class MapPrintTest extends MapTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theSheetSaysWhatTheMapShowsAndWhose(String language) throws Exception {
        open("/map?lang=" + language + "#view=9.2/39.95/70.6&time=2021-04-29/2021-04-30");
        browser.moveTo(70.6, 39.95, 9.2);
        browser.find("#print").click();
        await("no sheet", () -> !browser.list("dialog.sheet").isEmpty());

        String sheet = browser.find("dialog.sheet").getText();
        assertThat(sheet).contains("OpenStreetMap", "Web Mercator", "2021", "Natural Earth");
        if (language.equals("en")) {
            assertThat(sheet)
                    .contains("No line shown here is the line.", "29 April 2021 to 30 April 2021", "10 km", "Made on ")
                    .contains("Armed clashes and shooting", "Kyrgyzstan", "Border lines, by source");
        }
        browser.saveScreenshot("map-sheet-" + language);
        byte[] pdf = browser.print();
        Files.write(SCREENSHOTS.resolve("map-sheet-" + language + ".pdf"), pdf);
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(text).results())
                .as("pages")
                .hasSize(1);

        byte[] png = savedImage();
        Files.write(SCREENSHOTS.resolve("map-sheet-" + language + "-saved.png"), png);
        assertIsMapWithWords(ImageIO.read(new ByteArrayInputStream(png)));
        assertThat(browser.listBarriers()).isEmpty();
        assertThat(browser.run("document.querySelector('dialog.sheet').close()"))
                .isNull();
        await("the sheet stays", () -> browser.list("dialog.sheet").isEmpty());
        assertQuietAndAlone();
    }

    private static void assertIsMapWithWords(BufferedImage image) {
        assertThat(image.getWidth()).isGreaterThan(900);
        assertThat(image.getHeight()).isGreaterThan(800);
        Set<Integer> colours = new HashSet<>();
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
                boolean isBelowMap = y > image.getHeight() - 80;
                ink += isBelowMap && (image.getRGB(x, y) & 0xff) < 0x60 ? 1 : 0;
            }
        }
        assertThat(colours).as("colours of a map").hasSizeGreaterThan(100);
        assertThat(ink).as("words below the map").isGreaterThan(500);
    }

    /** What the link to the image would have saved. */
    private static byte[] savedImage() {
        browser.run("""
                window.saved = null;
                const create = URL.createObjectURL;
                URL.createObjectURL = (blob) => {
                  const reader = new FileReader();
                  reader.onload = () => (window.saved = reader.result.split(',')[1]);
                  reader.readAsDataURL(blob);
                  return create.call(URL, blob);
                };
                document.querySelectorAll('.sheet-actions button')[1].click();
                """);
        await("nothing is saved", () -> browser.run("return window.saved") != null);
        return Base64.getDecoder().decode(String.valueOf(browser.run("return window.saved")));
    }
}
