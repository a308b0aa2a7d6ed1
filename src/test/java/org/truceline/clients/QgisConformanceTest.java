package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What newer QGIS has to read under {@code /conformance} before it lets the server filter; it compares whole URIs. */
class QgisConformanceTest extends ClientTest {
    private static final String FEATURES_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
    private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";

    @Test
    void filtersArePushedDown() throws Exception {
        assertThat(declared())
                .contains(
                        FEATURES_3 + "filter", FEATURES_3 + "features-filter", CQL2 + "cql2-text", CQL2 + "basic-cql2");
    }

    @Test
    void textAndRangesAreCompared() throws Exception {
        assertThat(declared()).contains(CQL2 + "advanced-comparison-operators", CQL2 + "case-insensitive-comparison");
    }

    /** The first is the name that versions before the standard's end look for. */
    @Test
    void boxesMayStandInFilters() throws Exception {
        assertThat(declared()).contains(CQL2 + "basic-spatial-operators", CQL2 + "basic-spatial-functions");
    }

    private List<String> declared() throws Exception {
        List<String> classes = new ArrayList<>();
        ask("/conformance", "Accept", "application/json").get("conformsTo").forEach(uri -> classes.add(uri.asString()));
        return classes;
    }
}
