package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Accept headers of real clients lead to. */
class RepresentationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Firefox
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8                              | HTML
            # Chromium
            text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8         | HTML
            text/html, */*                                                                               | HTML
            application/xhtml+xml                                                                        | HTML
            text/*                                                                                       | HTML
            application/json;q=0.5, text/html;q=0.6                                                      | HTML
            # curl and fetch
            */*                                                                                          | JSON
            # QGIS
            application/geo+json, application/json                                                       | JSON
            application/schema+json                                                                      | JSON
            application/vnd.oai.openapi+json;version=3.0                                                 | JSON
            # GDAL, which takes a page where it finds nothing better
            application/geo+json, application/json, text/html;q=0.1                                      | JSON
            application/json, text/html                                                                  | JSON
            application/*                                                                                | JSON
            text/html;q=0, */*                                                                           | JSON
            image/png, */*;q=0.1                                                                         | JSON
            neither a type nor two                                                                       | JSON
            """)
    void qualitiesAndPrecisionDecide(String accept, Representation expected) {
        assertThat(Representation.find(AcceptHeader.of(List.of(accept)))).hasValue(expected);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(Representation.find(AcceptHeader.of(List.of("application/json;q=0.1", "text/html"))))
                .hasValue(Representation.HTML);
        assertThat(Representation.find(AcceptHeader.of(List.of()))).hasValue(Representation.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json;q=0", "text/csv, application/xml;q=0.9"})
    void whatIsNotOfferedIsNotPretended(String accept) {
        assertThat(Representation.find(AcceptHeader.of(List.of(accept)))).isEmpty();
    }
}
