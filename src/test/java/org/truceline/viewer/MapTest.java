package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.truceline.ServerTest;

/** What tests of the map have in common: one browser a class, and a page that complains of nothing and asks nobody else. */
abstract class MapTest extends ServerTest {
    protected static final double[] GOLOVNOY = {70.515, 39.9455};

    protected static MapBrowser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = MapBrowser.start();
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
    }

    @BeforeEach
    void forgetOtherTests() {
        browser.forget();
    }

    protected void open(String path) {
        browser.open(uri(path));
    }

    protected void assertQuietAndAlone() {
        assertThat(browser.takeErrors()).isEmpty();
        URI server = uri("/");
        assertThat(browser.takeRequests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.getHost()).isEqualTo(server.getHost());
            assertThat(request.getPort()).isEqualTo(server.getPort());
        });
    }

    /** Clicks on a place where something is: what it is has to be read first. */
    protected static void openAt(double longitude, double latitude) {
        browser.clickAt(longitude, latitude);
        await("nothing opens", () -> !browser.list(".popup").isEmpty());
    }

    protected static void await(String otherwise, BooleanSupplier reached) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(90));
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).as(otherwise).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
