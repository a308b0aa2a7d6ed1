package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.truceline.browser.Browser;

/**
 * The main layers as MapLibre and QGIS draw them, by SLD and by QML: in all three as much of the ground is covered. The pictures
 * stay in one for each layer, from left to right, light over dark, to be looked at.
 */
class StylesSideBySideTest extends ClientTest {
    private static final Program PYTHON = new Program(Path.of("/usr/bin/python3"), "python3-qgis");
    private static final String SCRIPT = "draw_layers_with_qgis.py";
    private static final Path FOLDER = Path.of("target/screenshots");

    private static final List<String> LAYERS =
            List.of("boundary-lines", "withdrawal-areas", "places", "compliance", "incidents");

    private static final Map<String, Color> GROUNDS = Map.of("light", new Color(0xdfdcd3), "dark", new Color(0x14171a));

    private static final int WIDTH = 520;
    private static final int HEIGHT = 400;
    private static final List<String> VIEW = List.of("70.55", "39.9", "9", "" + WIDTH, "" + HEIGHT);

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <title>Style</title>
            <style>body { margin: 0 } #map { width: %dpx; height: %dpx }</style>
            <div id="map"></div>
            <script type="module">
              import * as maplibre from './lib/maplibre-gl.mjs';
              const style = '%s' + location.search.slice(1);
              window.map = new maplibre.Map({ container: 'map', style, center: [%s, %s], zoom: %s, fadeDuration: 0,
                attributionControl: false });
            </script>
            </html>
            """;

    @Test
    void clientsCoverTheGroundAlike(@TempDir Path folder) throws Exception {
        drawWithQgis(folder);
        drawWithMapLibre(folder);

        for (String layer : LAYERS) {
            List<BufferedImage> pictures = new ArrayList<>();
            for (String scheme : List.of("light", "dark")) {
                List<BufferedImage> row = new ArrayList<>();
                for (String client : List.of("maplibre", "sld", "qml")) {
                    row.add(ImageIO.read(folder.resolve(layer + "." + scheme + "." + client + ".png")
                            .toFile()));
                }
                double byMapLibre = covered(row.get(0), GROUNDS.get(scheme));
                assertThat(byMapLibre).as(layer + ", " + scheme).isPositive();
                for (BufferedImage other : row.subList(1, row.size())) {
                    assertThat(covered(other, GROUNDS.get(scheme)) / byMapLibre)
                            .as(layer + ", " + scheme)
                            .isBetween(0.5, 2.0);
                }
                pictures.addAll(row);
            }
            keep(layer, pictures);
        }
    }

    private void drawWithQgis(Path folder) throws Exception {
        Path script = folder.resolve(SCRIPT);
        try (var source = new ClassPathResource(SCRIPT, StylesSideBySideTest.class).getInputStream()) {
            Files.copy(source, script);
        }
        for (String layer : LAYERS) {
            for (String format : List.of("sld", "qml")) {
                String parameter = format.equals("sld") ? "?f=sld11" : "?f=qml";
                Files.writeString(
                        folder.resolve(layer + ".light." + format),
                        get("/styles/" + layer + parameter).body());
                Files.writeString(
                        folder.resolve(layer + ".dark." + format),
                        get("/styles/" + layer + ".dark" + parameter).body());
            }
        }
        List<String> arguments = new ArrayList<>(List.of(script.toString(), uri("/").toString(), folder.toString()));
        arguments.addAll(VIEW);
        arguments.addAll(LAYERS);
        Map<String, String> environment = Map.of("QT_QPA_PLATFORM", "offscreen", "XDG_RUNTIME_DIR", folder.toString());
        assertThat(PYTHON.run(folder, environment, arguments).answer()).isEmpty();
    }

    private void drawWithMapLibre(Path folder) throws Exception {
        String styles = "http://127.0.0.1:" + uri("/").getPort() + "/styles/";
        String page = PAGE.formatted(WIDTH, HEIGHT, styles, VIEW.get(0), VIEW.get(1), VIEW.get(2));
        try (Browser browser = Browser.start();
                WebSite site = WebSite.open(Map.of("map.html", page))) {
            browser.forget();
            for (String layer : LAYERS) {
                for (String scheme : List.of("light", "dark")) {
                    browser.open(site.page("map.html?" + layer + (scheme.equals("dark") ? ".dark" : "")));
                    browser.await("""
                            const done = arguments[arguments.length - 1];
                            const look = () => window.map?.loaded() && window.map.areTilesLoaded() ? done() : setTimeout(look, 100);
                            look();
                            """);
                    String name = "style-maplibre-" + layer + "-" + scheme;
                    browser.saveScreenshot(name);
                    BufferedImage window =
                            ImageIO.read(FOLDER.resolve(name + ".png").toFile());
                    ImageIO.write(
                            window.getSubimage(0, 0, WIDTH, HEIGHT),
                            "png",
                            folder.resolve(layer + "." + scheme + ".maplibre.png")
                                    .toFile());
                    Files.delete(FOLDER.resolve(name + ".png"));
                }
            }
            assertThat(browser.takeErrors()).isEmpty();
        }
    }

    /** The share of the picture that isn't bare ground. */
    private static double covered(BufferedImage picture, Color ground) {
        int covered = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                covered += (picture.getRGB(x, y) & 0xffffff) == (ground.getRGB() & 0xffffff) ? 0 : 1;
            }
        }
        return covered / (double) (WIDTH * HEIGHT);
    }

    private static void keep(String layer, List<BufferedImage> pictures) throws IOException {
        BufferedImage all = new BufferedImage(3 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = all.createGraphics();
        for (int number = 0; number < pictures.size(); number++) {
            graphics.drawImage(pictures.get(number), number % 3 * WIDTH, number / 3 * HEIGHT, null);
        }
        graphics.dispose();
        ImageIO.write(
                all,
                "png",
                FOLDER.resolve("style-side-by-side-" + layer + ".png").toFile());
    }
}
