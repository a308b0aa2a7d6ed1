package org.truceline.ceasefire;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database of the stage of {@code docs/regimes.md} and of the areas computed for its rules. */
record RegimeStage(JdbcClient jdbc) {

    /** Computes every area there should be and stores it, as the server's worker would. */
    void computeAreas(AreaInputs inputs, AreaStore store) {
        AreaComputation computation = new AreaComputation(0.5);
        for (AreaKey area : keys()) {
            AreaInput input = inputs.find(area).orElseThrow();
            store.save(input, computation.compute(input));
        }
    }

    /** Single claims first. */
    private List<AreaKey> keys() {
        return jdbc.sql("""
                        SELECT s.rule_id, s.claim
                          FROM ceasefire.withdrawal_area_state s JOIN ceasefire.withdrawal_rule r ON r.id = s.rule_id
                         WHERE r.agreement_id = 'stage'
                         ORDER BY s.members <> '{}', s.claim, r.outer_m
                        """)
                .query((row, number) -> new AreaKey(row.getString("rule_id"), row.getString("claim")))
                .list();
    }

    Geometry line(String alignment) {
        return shape("SELECT ST_AsBinary(geom) FROM ceasefire.alignment WHERE id = ?", alignment);
    }

    Geometry land(String source, String party) {
        return shape(
                "SELECT ST_AsBinary(geom) FROM ceasefire.territory WHERE dataset_id = ? AND party_id = ?",
                source,
                party);
    }

    Geometry site(String site) {
        return shape("SELECT ST_AsBinary(geom) FROM ceasefire.site WHERE id = ?", site);
    }

    Geometry area(String id) {
        return shape("SELECT ST_AsBinary(geom) FROM layer.\"withdrawal-areas\" WHERE id = ?", id);
    }

    private Geometry shape(String query, Object... parameters) {
        return StoredShape.find(
                        jdbc.sql(query).params(parameters).query(byte[].class).single())
                .orElseThrow(() -> new AssertionError("no geometry: " + List.of(parameters)));
    }
}
