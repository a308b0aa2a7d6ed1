package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium without a window, its map page, and a record of what the page asked for and complained about. */
final class MapBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** It warns at each start that it knows no protocol version for this Chromium; nothing here uses one. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    /** Ends when all is loaded and drawn. */
    private static final String AWAIT_DRAWN = """
            const done = arguments[arguments.length - 1];
            const drawn = () => { window.truceline.map.once('idle', () => done()); window.truceline.map.triggerRepaint(); };
            const loaded = () => (window.truceline ? drawn() : requestAnimationFrame(loaded));
            loaded();
            """;

    private final Path profile;
    private final ChromeDriver driver;

    private MapBrowser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    static MapBrowser start() throws IOException {
        for (Path program : List.of(CHROMIUM, CHROMEDRIVER)) {
            assertThat(program)
                    .as("The map is tested in a real browser: install Debian's packages chromium and chromium-driver")
                    .isExecutable();
        }
        SELENIUM.setLevel(Level.SEVERE);
        Path profile = Files.createTempDirectory("truceline-chromium");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-unsafe-swiftshader",
                "--use-angle=swiftshader",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        // A driver that is named is not looked for, let alone downloaded.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new MapBrowser(profile, driver);
    }

    /** Leaves the page, and with it what was logged, blocked and resized. */
    void forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.enable", Map.of());
        block(List.of());
        resize(1360, 860);
        takeErrors();
        takeRequests();
    }

    void resize(int widthPixels, int heightPixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", widthPixels, "height", heightPixels, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(URI page) {
        driver.get(page.toString());
        driver.executeAsyncScript(AWAIT_DRAWN);
    }

    /** Lets requests to some addresses fail, as with a server that is gone; {@code *} stands for anything. */
    void block(List<String> patterns) {
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", patterns));
    }

    void moveTo(double longitude, double latitude, double zoom) {
        driver.executeScript(
                "truceline.map.jumpTo({center: [arguments[0], arguments[1]], zoom: arguments[2]})",
                longitude,
                latitude,
                zoom);
        driver.executeAsyncScript(AWAIT_DRAWN);
    }

    /** How many features of a layer of the style are to be seen. */
    long countDrawn(String layer) {
        Object count = driver.executeScript(
                "return truceline.map.queryRenderedFeatures({layers: [arguments[0]]}).length", layer);
        return count instanceof Long number ? number : 0;
    }

    /** Clicks with the mouse on a place of the map. */
    void clickAt(double longitude, double latitude) {
        WebElement canvas = find("#map canvas");
        Object offset = driver.executeScript("""
                const {x, y} = truceline.map.project([arguments[0], arguments[1]]);
                const {clientWidth, clientHeight} = truceline.map.getContainer();
                return [Math.round(x - clientWidth / 2), Math.round(y - clientHeight / 2)];
                """, longitude, latitude);
        if (!(offset instanceof List<?> xy) || !(xy.get(0) instanceof Long x) || !(xy.get(1) instanceof Long y)) {
            throw new IllegalStateException("no position on the screen: " + offset);
        }
        new Actions(driver)
                .moveToElement(canvas, x.intValue(), y.intValue())
                .click()
                .perform();
        driver.executeAsyncScript(AWAIT_DRAWN);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> list(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    boolean isWiderThanItsWindow() {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth"));
    }

    void saveScreenshot(String name) throws IOException {
        driver.executeAsyncScript(AWAIT_DRAWN);
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Errors on the console since the last call, uncaught exceptions and refused resources among them. */
    List<String> takeErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses that the page has asked for since the last call, those inside the page left out. */
    List<URI> takeRequests() {
        JsonMapper json = JsonMapper.shared();
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> json.readTree(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.path("params"))
                // Chromium opens on a page of its own.
                .filter(request -> !request.path("documentURL").asString().startsWith("chrome:"))
                .map(request -> request.path("request").path("url").asString())
                .filter(address -> !address.startsWith("data:") && !address.startsWith("blob:"))
                .map(URI::create)
                .toList();
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile);
    }
}
