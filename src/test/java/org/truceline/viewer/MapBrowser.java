package org.truceline.viewer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebElement;
import org.truceline.browser.Browser;
import org.truceline.browser.Picture;

/** The map's page in a browser: each step ends when the map has drawn what it led to. */
final class MapBrowser implements AutoCloseable {
    /** Ends when all is loaded and drawn. */
    private static final String AWAIT_DRAWN = """
            const done = arguments[arguments.length - 1];
            const drawn = () => { window.truceline.map.once('idle', () => done()); window.truceline.map.triggerRepaint(); };
            const loaded = () => (window.truceline ? drawn() : requestAnimationFrame(loaded));
            loaded();
            """;

    private final Browser browser;

    private MapBrowser(Browser browser) {
        this.browser = browser;
    }

    static MapBrowser start() throws IOException {
        return new MapBrowser(Browser.start());
    }

    static MapBrowser startTraced(Path trace) throws IOException {
        return new MapBrowser(Browser.startTraced(trace));
    }

    void forget() {
        browser.forget();
    }

    void resize(int widthPixels, int heightPixels) {
        browser.resize(widthPixels, heightPixels);
    }

    void open(URI page) {
        browser.open(page);
        browser.await(AWAIT_DRAWN);
    }

    void preferDark() {
        browser.preferDark();
    }

    void block(List<String> patterns) {
        browser.block(patterns);
    }

    void moveTo(double longitude, double latitude, double zoom) {
        browser.run(
                "truceline.map.jumpTo({center: [arguments[0], arguments[1]], zoom: arguments[2]})",
                longitude,
                latitude,
                zoom);
        browser.await(AWAIT_DRAWN);
    }

    /** Clicks on what makes a popup grow, upon which the map moves to keep it in view. */
    void click(WebElement element) {
        element.click();
        browser.await(AWAIT_DRAWN);
    }

    /** How many features of a source, or of a layer of the style, are to be seen. */
    long countDrawn(String name) {
        Object count = browser.run(
                "return truceline.map.queryRenderedFeatures().filter(({source, layer}) => [source, layer.id].includes(arguments[0])).length",
                name);
        return count instanceof Long number ? number : 0;
    }

    /** Clicks with the mouse on a place of the map. */
    void clickAt(double longitude, double latitude) {
        Object offset = browser.run("""
                const {x, y} = truceline.map.project([arguments[0], arguments[1]]);
                const {clientWidth, clientHeight} = truceline.map.getContainer();
                return [Math.round(x - clientWidth / 2), Math.round(y - clientHeight / 2)];
                """, longitude, latitude);
        if (!(offset instanceof List<?> xy) || !(xy.get(0) instanceof Long x) || !(xy.get(1) instanceof Long y)) {
            throw new IllegalStateException("no position on the screen: " + offset);
        }
        browser.clickIn(find("#map canvas"), x.intValue(), y.intValue());
        browser.await(AWAIT_DRAWN);
    }

    /** Runs the body of a function in the page. */
    @Nullable
    Object run(String script, Object... arguments) {
        return browser.run(script, arguments);
    }

    /** The same for a function that ends when it calls the last of its arguments. */
    @Nullable
    Object await(String script, Object... arguments) {
        return browser.await(script, arguments);
    }

    /** What stands between the page and people who read it by other means, by axe. */
    List<String> listBarriers() {
        return browser.listBarriers();
    }

    WebElement find(String selector) {
        return browser.find(selector);
    }

    List<WebElement> list(String selector) {
        return browser.list(selector);
    }

    boolean isWiderThanItsWindow() {
        return browser.isWiderThanItsWindow();
    }

    void saveScreenshot(String name) throws IOException {
        browser.await(AWAIT_DRAWN);
        browser.saveScreenshot(name);
    }

    void preferCalm() {
        browser.preferCalm();
    }

    Picture takePicture() throws IOException {
        return browser.takePicture();
    }

    byte[] print() {
        return browser.print();
    }

    List<String> takeErrors() {
        return browser.takeErrors();
    }

    List<URI> takeRequests() {
        return browser.takeRequests();
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}
