package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;

@TestInstance(Lifecycle.PER_CLASS)
class SchemasTest extends ServerTest {
    private static final String DETECTED_BY_QGIS = "http://www.opengis.net/def/rel/ogc/1.0/schema";

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayer() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .table(
                        "described",
                        "id int PRIMARY KEY, width int8, state text, seen timestamptz, tags text[], doc jsonb,"
                                + " list jsonb, facts json, times timestamptz[], docs jsonb[], geom geometry(MultiPolygon,4326)")
                .sql("COMMENT ON COLUMN layer.described.width IS 'Width (m)\nFull width.'")
                .sql("COMMENT ON COLUMN layer.described.state IS 'State\n@values open, closed'")
                .sql("COMMENT ON COLUMN layer.described.seen IS 'Seen\n@instant'")
                .sql("COMMENT ON COLUMN layer.described.list IS 'List\n@json array'")
                .sql("COMMENT ON COLUMN layer.described.facts IS 'Facts\n@json object'")
                .sql("COMMENT ON COLUMN layer.described.docs IS 'Documents\n@json list'")
                .awaitServed("described");
    }

    @AfterAll
    void dropRelations() {
        fixture.close();
    }

    @Test
    void schemaTellsTypesUnitsValuesAndRoles() throws Exception {
        JsonAnswer schema = JsonAnswer.of(get("/collections/described/schema"));

        assertThat(schema.contentType()).isEqualTo("application/schema+json");
        assertThat(schema.body().get("$id").asString()).endsWith("/collections/described/schema");
        JsonNode properties = schema.body().get("properties");
        assertThat(properties.at("/id/x-ogc-role").asString()).isEqualTo("id");
        assertThat(properties.at("/id/readOnly").asBoolean()).isTrue();
        assertThat(properties.at("/geom/format").asString()).isEqualTo("geometry-multipolygon");
        assertThat(properties.at("/geom/x-ogc-role").asString()).isEqualTo("primary-geometry");
        assertThat(properties.get("geom").has("type")).isFalse();
        assertThat(properties.at("/seen/x-ogc-role").asString()).isEqualTo("primary-instant");
        assertThat(properties.at("/seen/format").asString()).isEqualTo("date-time");
        assertThat(properties.at("/width/x-ogc-unit").asString()).isEqualTo("m");
        assertThat(properties.at("/width/title").asString()).isEqualTo("Width (m)");
        assertThat(properties.at("/width/description").asString()).isEqualTo("Full width.");
        assertThat(properties.at("/state/enum").toString()).isEqualTo("[\"open\",\"closed\"]");
        assertThat(properties.at("/tags/items/type").asString()).isEqualTo("string");
        assertThat(sequence(properties)).isSorted().doesNotHaveDuplicates();
    }

    /** A column of JSON holds what it likes; only its author can promise more. */
    @Test
    void jsonIsDescribedAsWhatItIsKnownToBe() throws Exception {
        JsonNode properties =
                JsonAnswer.of(get("/collections/described/schema")).body().get("properties");

        assertThat(properties.get("doc").has("type")).isFalse();
        assertThat(properties.at("/list/type").asString()).isEqualTo("array");
        assertThat(properties.at("/list/items").toString()).isEqualTo("{}");
        assertThat(properties.at("/facts/type").asString()).isEqualTo("object");
        assertThat(properties.at("/times/items").toString())
                .isEqualTo("{\"type\":\"string\",\"format\":\"date-time\"}");
        assertThat(properties.at("/docs/type").asString()).isEqualTo("array");
        assertThat(properties.at("/docs/items").toString()).isEqualTo("{}");
        assertThat(get("/actuator/health").body()).contains("marked @json list; expected is array or object");
    }

    @Test
    void arraysOfTheExampleAreDescribedAsArrays() throws Exception {
        JsonNode incidents =
                JsonAnswer.of(get("/collections/incidents/schema")).body().get("properties");
        JsonNode places =
                JsonAnswer.of(get("/collections/places/schema")).body().get("properties");

        for (String list : List.of("allegations", "casualties", "sources")) {
            assertThat(incidents.get(list).get("type").asString()).as(list).isEqualTo("array");
        }
        assertThat(places.at("/country_by_source/type").asString()).isEqualTo("object");
        assertThat(places.at("/names/items/type").asString()).isEqualTo("string");
    }

    @Test
    void queryablesAndSortablesHoldWhatCanBeAskedOnly() throws Exception {
        JsonNode queryables =
                JsonAnswer.of(get("/collections/described/queryables")).body().get("properties");
        assertThat(queryables.at("/geom/$ref").asString()).isEqualTo("https://geojson.org/schema/MultiPolygon.json");
        assertThat(queryables.has("state")).isTrue();

        JsonNode sortables =
                JsonAnswer.of(get("/collections/described/sortables")).body().get("properties");
        assertThat(sortables.has("seen")).isTrue();
        assertThat(sortables.has("geom")).isFalse();
        assertThat(sortables.has("tags")).isFalse();
        assertThat(sortables.has("doc")).isFalse();
    }

    @Test
    void collectionLinksItsSchemas() throws Exception {
        JsonAnswer collection = JsonAnswer.of(get("/collections/described"));

        assertThat(collection.link(DETECTED_BY_QGIS)).isEqualTo("/collections/described/schema");
        assertThat(collection.link("http://www.opengis.net/def/rel/ogc/1.0/queryables"))
                .isEqualTo("/collections/described/queryables");
        assertThat(collection.link("describedby")).isEqualTo("/collections/described/schema");
    }

    private static List<Integer> sequence(JsonNode properties) {
        return StreamSupport.stream(properties.spliterator(), false)
                .map(property -> property.get("x-ogc-propertySeq").asInt())
                .toList();
    }
}
