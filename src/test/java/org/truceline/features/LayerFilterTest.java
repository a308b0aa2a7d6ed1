package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.truceline.cql2.Cql2Text;
import org.truceline.layers.GeometryColumn;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerText;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

/** What becomes of a filter before a database sees it. */
class LayerFilterTest {
    private static final Layer LAYER = new Layer(
            "layer",
            new LayerText("", "", List.of(), List.of(), false, Optional.empty(), Optional.empty()),
            new Property("id", "id", "", PropertyType.INTEGER, "int4", List.of()),
            new GeometryColumn("geom", "Point", 4326),
            List.of(
                    new Property("odd\" name", "", "", PropertyType.STRING, "text", List.of()),
                    new Property("sizes", "", "", PropertyType.JSON, "_int4", List.of())),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of());

    @Test
    void valuesAreParametersAndNamesAreQuoted() {
        Sql condition = compile("\"odd\"\" name\" = 'x'' OR 1=1 --' AND id = 5");

        assertThat(condition.text()).isEqualTo("((\"odd\"\" name\" = ?::text) AND (\"id\" = ?::int8))");
        assertThat(condition.parameters()).containsExactly("x' OR 1=1 --", 5L);
    }

    @Test
    void noMoreValuesThanAStatementTakes() {
        String values = "0" + ",0".repeat(31_000);

        assertThatExceptionOfType(FilterFault.class)
                .isThrownBy(() -> compile("A_EQUALS(sizes, (" + values + "))"))
                .withMessage("The filter has 62002 values, at character 1; expected is at most 60000");
    }

    @Test
    void nestedPredicatesDoNotMultiply() {
        String nested = "(".repeat(50) + "(id = 1)" + " IN (true, false))".repeat(50);

        assertThat(compile(nested).parameters()).hasSize(101);
    }

    private static Sql compile(String filter) {
        return LayerFilter.of(LAYER, Cql2Text.parse(filter), LiteralCrs.CRS84).condition();
    }
}
