package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.truceline.browser.Picture;

/** An outside base map lies beneath the map where the operator wants one, and no other server is asked. */
class BaseMapTest extends MapTest {
    private static final int GREEN = 0x80ff80;
    private static final HttpServer OUTSIDE = serveTiles();

    @DynamicPropertySource
    static void chooseBaseMap(DynamicPropertyRegistry registry) {
        registry.add("truceline.home", () -> "target/truceline-base-map");
        registry.add("truceline.map.base-map.tiles", () -> address() + "/{z}/{x}/{y}.png");
        registry.add("truceline.map.base-map.attribution", () -> "Green & Co");
    }

    private static HttpServer serveTiles() {
        try {
            byte[] tile = tile();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "image/png");
                exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
                exchange.sendResponseHeaders(200, tile.length);
                exchange.getResponseBody().write(tile);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stopOutside() {
        OUTSIDE.stop(0);
    }

    private static String address() {
        return "http://127.0.0.1:" + OUTSIDE.getAddress().getPort();
    }

    private static byte[] tile() throws IOException {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(GREEN));
        graphics.fillRect(0, 0, 256, 256);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    @Test
    void itLiesBeneathTheMapAndIsNamed() throws Exception {
        open("/map");
        // Far from all that the map draws itself, but for land.
        browser.moveTo(74.5, 42.2, 10);

        Picture picture = browser.takePicture();
        assertThat(picture.shows(GREEN, 900, 300, 2)).isTrue();
        assertThat(browser.find(".maplibregl-ctrl-attrib").getText()).contains("Green & Co");
        assertThat(get("/map").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("img-src 'self' data: blob: " + address() + ";", "connect-src 'self' " + address() + ";");
        assertThat(browser.takeErrors()).isEmpty();
        assertThat(browser.takeRequests())
                .allSatisfy(request -> assertThat(request.getPort())
                        .isIn(uri("/").getPort(), OUTSIDE.getAddress().getPort()));
        browser.saveScreenshot("map-base-map");
    }

    @Test
    void itIsSaidWhenItCannotBeLoaded() {
        browser.block(List.of(address() + "/*"));
        open("/map");
        await("nothing is said", () -> browser.find("#notices").getText().contains("The base map could not be loaded"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://tiles.example.org/{z}/{x}.png       | A  | with {z}, {x} and {y}
            tiles.example.org/{z}/{x}/{y}.png           | A  | begins with https:// or http://
            javascript:{z}{x}{y}                        | A  | begins with https:// or http://
            https://a.example;script-src *//{z}/{x}/{y} | A  | begins with https:// or http://
            https://tiles.example.org/{z}/{x}/{y}.png   | '' | attribution is missing
            """)
    void aMistakeStopsTheStart(String tiles, String attribution, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaseMapProperties(tiles, attribution))
                .withMessageContaining(said);
    }
}
