package org.truceline.viewer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.Truceline;

/** Makes the pictures of the map in {@code docs/images}, of the example as it is: {@code ./run pictures}. */
final class ReadmePictures {
    private static final Path IMAGES = Path.of("docs", "images");
    private static final Path HOME = Path.of("target", "pictures");

    private static final String IS_COMPUTED = """
            SELECT EXISTS (SELECT FROM layer."withdrawal-areas") AND EXISTS (SELECT FROM layer.compliance)
               AND NOT EXISTS (SELECT FROM layer."withdrawal-areas" WHERE status IN ('pending', 'stale'))
               AND NOT EXISTS (SELECT FROM layer.compliance WHERE status <> 'current')
            """;

    private ReadmePictures() {}

    public static void main(String[] arguments) throws IOException {
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Truceline.class)
                        .run("--server.port=0", "--truceline.home=" + HOME, "--truceline.database.url=");
                MapBrowser browser = MapBrowser.start()) {
            JdbcClient jdbc = server.getBean(JdbcClient.class);
            while (!jdbc.sql(IS_COMPUTED).query(Boolean.class).single()) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            URI map = URI.create("http://127.0.0.1:"
                    + server.getEnvironment().getRequiredProperty("local.server.port")
                    + "/map?lang=en#view=9.4/39.98/70.62");
            browser.forget();
            browser.resize(1280, 800);
            browser.open(map);
            save(browser, "map");
            browser.preferDark();
            browser.open(URI.create(map.toString().replace("?lang=en", "?lang=ky")));
            save(browser, "map-dark");
            browser.forget();
            browser.resize(1280, 800);
            browser.open(URI.create(map.toString()
                    .replaceFirst(
                            "view=[^&]*", "view=11.6/39.97/70.49&report=KT-2021-005&time=2021-04-29/2021-04-30")));
            save(browser, "map-report");
        }
    }

    private static void save(MapBrowser browser, String name) throws IOException {
        browser.saveScreenshot(name);
        Path picture = IMAGES.resolve(name + ".png");
        Files.copy(Path.of("target", "screenshots", name + ".png"), picture, StandardCopyOption.REPLACE_EXISTING);
    }
}
