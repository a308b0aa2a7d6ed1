package org.truceline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
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

/** A real Chromium without a window, and a record of what its pages asked for and complained about. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** It warns at each start that it knows no protocol version for this Chromium; nothing here uses one. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final Path profile;
    private final ChromeDriver driver;
    private final Optional<Path> trace;

    private Browser(Path profile, ChromeDriver driver, Optional<Path> trace) {
        this.profile = profile;
        this.driver = driver;
        this.trace = trace;
    }

    public static Browser start() throws IOException {
        return start(Optional.empty());
    }

    /** One that keeps a record of what its threads do, in a file that is there after {@link #close}: Chromium's trace, as JSON. */
    public static Browser startTraced(Path trace) throws IOException {
        Files.deleteIfExists(trace);
        return start(Optional.of(trace.toAbsolutePath()));
    }

    private static Browser start(Optional<Path> trace) throws IOException {
        for (Path program : List.of(CHROMIUM, CHROMEDRIVER)) {
            assertThat(program)
                    .as("Pages are tested in a real browser: install Debian's packages chromium and chromium-driver")
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
        trace.ifPresent(file -> options.addArguments(
                "--trace-startup=toplevel,blink.user_timing",
                // Until it ends.
                "--trace-startup-duration=0",
                "--trace-startup-format=json",
                "--trace-startup-file=" + file));
        // A driver that is named is not looked for, let alone downloaded.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new Browser(profile, driver, trace);
    }

    /** Leaves the page, and with it what was logged, blocked and resized. */
    public void forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.enable", Map.of());
        block(List.of());
        resize(1360, 860);
        prefer("light");
        takeErrors();
        takeRequests();
    }

    public void resize(int widthPixels, int heightPixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", widthPixels, "height", heightPixels, "deviceScaleFactor", 1, "mobile", false));
    }

    public void open(URI page) {
        driver.get(page.toString());
    }

    /** Asks pages for dark colours, as a setting of the system would. {@link #forget} asks for light ones again. */
    public void preferDark() {
        prefer("dark");
    }

    /** Asks pages to move nothing, as a setting of the system would. */
    public void preferCalm() {
        emulate("prefers-reduced-motion", "reduce");
    }

    private void prefer(String colours) {
        emulate("prefers-color-scheme", colours);
    }

    private void emulate(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Lets requests to some addresses fail, as with a server that is gone; {@code *} stands for anything. */
    public void block(List<String> patterns) {
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", patterns));
    }

    /** Runs the body of a function in the page, which finds what it is given in {@code arguments}. */
    public @Nullable Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The same for a function that ends when it calls the last of its arguments, with what it answers. */
    public @Nullable Object await(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** What stands between the page and people who read it by other means (WCAG 2.2 AA and good practice), by axe. */
    public List<String> listBarriers() {
        awaitStill();
        return Axe.listViolations(this);
    }

    /** Until no colour or place is on its way to another one: half-way, nothing has the contrast that it will have. */
    private void awaitStill() {
        await("""
                const done = arguments[arguments.length - 1];
                const ending = () => document.getAnimations()
                    .filter((each) => Number.isFinite(each.effect.getComputedTiming().endTime))
                    .map((each) => each.finished.catch(() => {}));
                requestAnimationFrame(() => requestAnimationFrame(() => Promise.all(ending()).then(() => done())));
                """);
    }

    /** Clicks with the mouse, so many pixels right of and below the element's middle. */
    public void clickIn(WebElement element, int right, int below) {
        new Actions(driver).moveToElement(element, right, below).click().perform();
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> list(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    public boolean isWiderThanItsWindow() {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth"));
    }

    /** Clicks with the mouse, so many pixels right of and below the window's corner. */
    public void clickAt(int x, int y) {
        new Actions(driver).moveToLocation(x, y).click().perform();
    }

    /** What is seen in the window now. */
    public Picture takePicture() throws IOException {
        return Picture.read(driver.getScreenshotAs(OutputType.BYTES));
    }

    public void saveScreenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** The page on paper, as PDF. */
    public byte[] print() {
        Map<String, Object> printed =
                driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        return Base64.getDecoder().decode(String.valueOf(printed.get("data")));
    }

    /** Errors on the console since the last call, uncaught exceptions and refused resources among them. */
    public List<String> takeErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses that the page has asked for since the last call, those inside the page left out. */
    public List<URI> takeRequests() {
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
        trace.ifPresent(this::awaitTrace);
        driver.quit();
        FileSystemUtils.deleteRecursively(profile);
    }

    /** It is written when the browser ends by itself, and not when it is ended. */
    private void awaitTrace(Path file) {
        driver.executeCdpCommand("Browser.close", Map.of());
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Files.notExists(file)) {
            assertThat(Instant.now()).as("the trace isn't written").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
