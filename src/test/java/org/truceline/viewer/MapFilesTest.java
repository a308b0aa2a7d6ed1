package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truceline.ServerTest;

/** How the map's page and files are served. */
class MapFilesTest extends ServerTest {
    private static final String LIBRARY = "/map/vendor/maplibre-gl-6.17.0/";

    @Test
    void thePageFindsItsFilesWithAndWithoutASlashAtItsEnd() throws Exception {
        assertThat(get("/map").body()).contains("<base href=\"map/\">");
        assertThat(get("/map/").body()).contains("<base href=\"./\">");
    }

    @Test
    void thePageAllowsNothingButOurOwnFiles() throws Exception {
        var policy = get("/map").headers().firstValue("Content-Security-Policy").orElse("");

        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
        assertThat(policy).doesNotContain("unsafe", "http:", "https:", "*");
    }

    @Test
    void versionedFilesAreKeptAndOursAreAskedForAgain() throws Exception {
        assertThat(get(LIBRARY + "maplibre-gl.mjs").headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        assertThat(get("/map/js/main.js").headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void modulesAreServedAsJavaScript() throws Exception {
        assertThat(get(LIBRARY + "maplibre-gl-worker.mjs").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
    }

    @Test
    void whatIsCopiedFromOthersStandsBesideItsLicence() throws Exception {
        assertThat(get(LIBRARY + "LICENSE.txt").body()).contains("MapLibre contributors");
        assertThat(get("/map/vendor/noto-sans-5.3.0/LICENSE.txt").body()).contains("SIL Open Font License");
    }
}
