package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truceline.formats.Format;

/** What the Accept headers of real clients lead to where features are asked for. */
class FeatureFormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Chromium
            text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8 | HTML
            */*                                                              | GEO_JSON
            # QGIS
            application/geo+json, application/json                           | GEO_JSON
            # GDAL
            application/geo+json, application/json, text/html;q=0.1          | GEO_JSON
            application/*                                                    | GEO_JSON
            application/geo+json-seq                                         | GEO_JSON_SEQUENCE
            application/geo+json-seq, application/geo+json;q=0.9             | GEO_JSON_SEQUENCE
            application/geo+json-seq;q=0.5, */*                              | GEO_JSON
            neither a type nor two                                           | GEO_JSON
            """)
    void qualitiesAndPrecisionDecide(String accept, Format expected) {
        assertThat(FeatureFormat.find(AcceptHeader.of(List.of(accept)))).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json;q=0", "application/xml"})
    void whatIsNotOfferedIsNotPretended(String accept) {
        assertThat(FeatureFormat.find(AcceptHeader.of(List.of(accept)))).isEmpty();
    }
}
