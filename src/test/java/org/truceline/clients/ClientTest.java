package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.web.util.UriUtils;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test of what clients make of the example, begun once all of it is there. */
abstract class ClientTest extends ServerTest {
    /** Two sides, two regimes of distance, two sources' lines. */
    private static final int WITHDRAWAL_AREAS = 22;

    /** How long computing them may take on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @BeforeEach
    void awaitExample() throws Exception {
        int placed = count("incidents", "?dataset=kt-chronicle")
                + count("statements", "?dataset=kt-chronicle")
                + StreamSupport.stream(ask(items("agreements")).get("features").spliterator(), false)
                        .mapToInt(agreement ->
                                agreement.at("/properties/accounts").size())
                        .sum();
        assertThat(placed).as("rows of the chronicle").isEqualTo(79);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (count("withdrawal-areas", "?status=current") < WITHDRAWAL_AREAS) {
            assertThat(Instant.now())
                    .as("withdrawal areas are still not computed")
                    .isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(count("withdrawal-areas", "")).isEqualTo(WITHDRAWAL_AREAS);
    }

    /** The server's JSON; anything but success is a failure of the test. */
    JsonNode ask(String path, String... headers) throws IOException, InterruptedException {
        var response = get(path, headers);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    static String collection(String id) {
        return "/collections/" + UriUtils.encode(id, "UTF-8");
    }

    static String items(String id) {
        return collection(id) + "/items?limit=10000";
    }

    int count(String id, String query) throws IOException, InterruptedException {
        return ask(collection(id) + "/items" + query).get("numberMatched").asInt();
    }

    List<String> collectionIds() throws IOException, InterruptedException {
        return StreamSupport.stream(ask("/collections").get("collections").spliterator(), false)
                .map(collection -> collection.get("id").asString())
                .toList();
    }

    ServedLayer served(String id) throws IOException, InterruptedException {
        return ServedLayer.of(ask(collection(id)), ask(collection(id) + "/schema"), ask(items(id)));
    }
}
