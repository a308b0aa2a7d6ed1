package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Filters as newer QGIS (3.34 to 4) hands them to the server in CQL2 Text: every operation in parentheses, names in
 * quotes, each character of the URL encoded that Qt encodes. Told from QGIS's source
 * ({@code qgsoapifcql2textexpressioncompiler.cpp}).
 */
class QgisPushDownTest extends ClientTest {
    private static final String ACCEPTED = "application/geo+json, application/json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(\"event_type\" = 'Battles')                                           | 32",
                "((\"event_type\" = 'Battles') AND (\"reported_by\" = 'TJ'))            | 6",
                "((\"event_type\" = 'Riots') OR (\"event_type\" = 'Protests'))          | 6",
                "\"event_type\" IN ('Riots','Protests')                                 | 6",
                "(NOT (\"event_type\" IN ('Riots','Protests')))                         | 50",
                "(\"event_type\" <> 'Battles')                                          | 24",
                "(\"uncertainty_m\" > 1000)                                             | 30",
                "((\"uncertainty_m\" >= 1000) AND (\"uncertainty_m\" <= 2000))          | 9",
                "\"uncertainty_m\" BETWEEN 1000 AND 2000                                | 9",
                "((\"uncertainty_m\" ^ 2) > 1000000)                                    | 30",
                "(\"event_group\" IS NULL)                                              | 39",
                "(\"event_group\" IS NOT NULL)                                          | 17",
                "(\"time_start\" >= TIMESTAMP('2021-04-28T00:00:00Z'))                  | 45",
                "(\"summary\" LIKE '%mortar%')                                          | 3",
                "(CASEI(\"summary\") LIKE CASEI('%MORTAR%'))                            | 6",
                "(\"summary\" = 'back\\\\slash and ''quote''')                          | 0",
                "S_INTERSECTS(geom,BBOX(70.4,39.8,70.7,40.1))                           | 27",
                "S_INTERSECTS(geom,POLYGON((70.4 39.8,70.7 39.8,70.7 40.1,70.4 40.1,70.4 39.8))) | 27",
                "((\"event_type\" = 'Battles') AND S_INTERSECTS(geom,BBOX(70.4,39.8,70.7,40.1))) | 13",
            })
    void filterFindsWhatQgisWould(String filter, int expected) throws Exception {
        String path = "/collections/incidents/items?limit=1000&filter=" + encode(filter) + "&filter-lang=cql2-text";
        JsonNode page = ask(path, "Accept", ACCEPTED);

        assertThat(page.get("numberMatched").asInt()).isEqualTo(expected);
        assertThat(page.get("features").size()).isEqualTo(expected);
    }

    @Test
    void filterGoesWithTheBoxOfTheView() throws Exception {
        String filter = "&filter=" + encode("(\"event_type\" = 'Battles')") + "&filter-lang=cql2-text";
        String path = "/collections/incidents/items?limit=5" + filter + "&bbox=70.4,39.8,70.7,40.1";
        JsonNode page = ask(path, "Accept", ACCEPTED);

        assertThat(page.get("numberMatched").asInt()).isEqualTo(13);
        // What follows is filtered too.
        assertThat(page.get("links").toString()).contains("filter-lang=cql2-text", "bbox=");
    }

    @Test
    void filterMayHaveTheCrsOfTheMap() throws Exception {
        String webMercator = "http://www.opengis.net/def/crs/EPSG/0/3857";
        String filter = "S_INTERSECTS(geom,BBOX(7836892.150,4837927.345,7870287.997,4881457.098))";
        JsonNode page = ask(
                "/collections/incidents/items?limit=1000&filter=" + encode(filter)
                        + "&filter-lang=cql2-text&filter-crs=" + webMercator + "&crs=" + webMercator,
                "Accept",
                ACCEPTED);

        assertThat(page.get("numberMatched").asInt()).isEqualTo(27);
    }

    /** Qt leaves what may stand in a query, quotes and parentheses of CQL2 among it, and encodes the rest. */
    private static String encode(String filter) {
        StringBuilder encoded = new StringBuilder();
        filter.chars().forEach(character -> {
            if (" \"<>%^\\".indexOf(character) >= 0) {
                encoded.append('%').append(Integer.toHexString(character));
            } else {
                encoded.append((char) character);
            }
        });
        return encoded.toString();
    }
}
