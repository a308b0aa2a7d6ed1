package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Holds what a client has made of an answer against the answer. Degrees have to be equal to a tenth of a
 * micrometre, since GDAL tidies the last digits; instants to the millisecond, which is all that GDAL and QGIS keep.
 */
final class SameJson {
    private SameJson() {}

    static void assertSame(String where, JsonNode server, JsonNode client) {
        if (server.isNumber()) {
            assertThat(client.asDouble()).as(where).isCloseTo(server.asDouble(), within(1e-12));
        } else if (server.isContainer()) {
            assertThat(client.size()).as(where).isEqualTo(server.size());
            for (int index = 0; server.isArray() && index < server.size(); index++) {
                assertSame(where + "/" + index, server.get(index), client.path(index));
            }
            server.properties()
                    .forEach(entry ->
                            assertSame(where + "/" + entry.getKey(), entry.getValue(), client.path(entry.getKey())));
        } else if (server.isString() && findInstant(server.asString()).isPresent()) {
            Instant expected = findInstant(server.asString()).orElseThrow();
            assertThat(findInstant(client.asString()))
                    .as(where)
                    .hasValueSatisfying(
                            instant -> assertThat(instant).isCloseTo(expected, within(1, ChronoUnit.MILLIS)));
        } else {
            assertThat(client).as(where).isEqualTo(server);
        }
    }

    private static Optional<Instant> findInstant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
