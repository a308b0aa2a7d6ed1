package org.truceline.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.truceline.editing.Writing.Answer;
import tools.jackson.databind.JsonNode;

/** Sightings whose report gives a bearing and a range: their place follows from what is edited. */
class SectorEditsTest extends ServerTest {
    private static final String ITEMS = "/collections/sighting-areas/items";

    private final String id = "ed-" + UUID.randomUUID();
    private final String item = ITEMS + "/" + id;
    private final String seen = "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"geometry\":null,\"properties\":{"
            + "\"equipment_class\":\"tank\",\"summary\":\"4 to 5 km southwest of us\",\"time_precision\":\"unknown\","
            + "\"observer_longitude\":70.5,\"observer_latitude\":39.9,\"bearing_deg\":225,\"bearing_error_deg\":22.5,"
            + "\"range_from_m\":4000,\"range_to_m\":5000}}";

    @Autowired
    private Accounts accounts;

    private Writing writing = new Writing("", "");

    @BeforeEach
    void signIn() throws Exception {
        writing = new Writing(uri("").toString(), accounts.renewAdmin());
        Answer created = writing.send("POST", ITEMS, seen);
        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
    }

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.sighting WHERE id LIKE 'ed-%'").update();
    }

    @Test
    void theSectorFollowsFromWhereTheObserverStood() throws Exception {
        assertThat(feature().at("/geometry/type").asString()).isEqualTo("MultiPolygon");
        assertThat(feature().at("/properties/position_kind").asString()).isEqualTo("sector");
        assertThat(metresFromObserver()).isBetween(3999.0, 4001.0);

        assertThat(patch("{\"properties\":{\"observer_longitude\":71}}").status())
                .isEqualTo(204);
        assertThat(feature().at("/properties/observer_longitude").asDouble()).isEqualTo(71);
        assertThat(metresFromObserver()).isBetween(3999.0, 4001.0);
        jdbc().sql("UPDATE ceasefire.sighting SET observer_point = 'SRID=4326;POINT(70.25 39.5)' WHERE id = '" + id
                        + "'")
                .update();
        assertThat(feature().at("/properties/observer_latitude").asDouble()).isEqualTo(39.5);
        assertThat(metresFromObserver()).isBetween(3999.0, 4001.0);
    }

    /** As it was read, in whichever reference system, and with another bearing too. */
    @Test
    void theSectorSentBackIsNoOtherPlace() throws Exception {
        assertThat(writing.send("PUT", item, get(item).body()).status()).isEqualTo(204);
        assertThat(feature().at("/properties/rev").asLong()).isEqualTo(1);
        String utm = "http://www.opengis.net/def/crs/EPSG/0/32642";
        String projected = get(item + "?crs=" + utm).body();
        Answer answer = writing.send("PUT", item, projected, "Content-Crs", "<" + utm + ">");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(204);
        assertThat(feature().at("/properties/rev").asLong()).isEqualTo(1);

        JsonNode before = feature().get("geometry");
        String turned = get(item).body().replaceFirst("\"bearing_deg\":225(\\.0)?", "\"bearing_deg\":45");
        assertThat(writing.send("PUT", item, turned).status()).isEqualTo(204);
        assertThat(feature().at("/properties/bearing_deg").asDouble()).isEqualTo(45);
        assertThat(feature().get("geometry")).isNotEqualTo(before);
        assertThat(feature().at("/properties/rev").asLong()).isEqualTo(2);
    }

    @Test
    void aSectorBecomesAnAreaOnlyWithoutItsBearing() throws Exception {
        String area =
                "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[70.5,39.9],[70.6,39.9],[70.6,40.1],[70.5,39.9]]]}";
        Answer refused = patch(area + "}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/geometry");
        assertThat(refused.body().at("/errors/0/detail").asString()).contains("the sector that follows from a bearing");

        Answer taken = patch(
                area
                        + ",\"properties\":{\"bearing_deg\":null,\"bearing_error_deg\":null,\"range_from_m\":null,\"range_to_m\":null}}");
        assertThat(taken.status()).as(taken.response().body()).isEqualTo(204);
        assertThat(feature().at("/properties/position_kind").asString()).isEqualTo("area");
    }

    @Test
    void whatMakesNoSectorIsSaid() throws Exception {
        for (String half : new String[] {
            "{\"observer_latitude\":null}",
            "{\"range_to_m\":null}",
            "{\"range_from_m\":6000}",
            "{\"observer_longitude\":null,\"observer_latitude\":null}",
            "{\"observer_latitude\":89.99}"
        }) {
            Answer refused = patch("{\"properties\":" + half + "}");
            assertThat(refused.status()).as(half).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/detail").asString())
                    .contains("expected")
                    .doesNotContain("CHECK");
        }
        assertThat(feature().at("/properties/rev").asLong()).isEqualTo(1);
    }

    /** Nobody learns by an edit that there is one. */
    @Test
    void whatIsWithheldIsNotThere() throws Exception {
        jdbc().sql("UPDATE ceasefire.sighting SET sensitivity = 'restricted' WHERE id = '" + id + "'")
                .update();

        String unknown = ITEMS + "/ed-unknown";
        for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
            String body = method.equals("PUT")
                    ? seen.replace("\"id\":\"" + id + "\",", "")
                    : method.equals("PATCH") ? "{}" : "";
            Answer withheld = writing.send(method, item, body);
            assertThat(withheld.status()).as(method).isEqualTo(404);
            assertThat(withheld.response().body().replace(id, "ed-unknown"))
                    .isEqualTo(writing.send(method, unknown, body).response().body());
        }
        assertThat(jdbc().sql("SELECT summary FROM ceasefire.sighting WHERE id = '" + id + "'")
                        .query(String.class)
                        .single())
                .isEqualTo("4 to 5 km southwest of us");
    }

    private double metresFromObserver() {
        return jdbc().sql(
                        "SELECT ST_Distance(l.geom::geography, ST_Point(l.observer_longitude, l.observer_latitude, 4326)::geography)"
                                + " FROM layer.\"sighting-areas\" l WHERE l.id = '" + id + "'")
                .query(Double.class)
                .single();
    }

    private Answer patch(String body) throws Exception {
        return writing.send("PATCH", item, body);
    }

    private JsonNode feature() throws Exception {
        return new Answer(get(item)).body();
    }
}
