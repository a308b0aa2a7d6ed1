package org.truceline.features;

import java.util.ArrayList;
import java.util.List;

/** One SQL statement: its text, and the values of its placeholders in their order. */
record Sql(String text, List<Object> parameters) {
    Sql {
        parameters = List.copyOf(parameters);
    }

    /** The two texts one after the other, with the parameters of both. */
    Sql then(Sql next) {
        List<Object> both = new ArrayList<>(parameters);
        both.addAll(next.parameters);
        return new Sql(text + next.text, both);
    }

    static Sql of(String text, Object... parameters) {
        return new Sql(text, List.of(parameters));
    }

    static Sql join(String separator, List<Sql> parts) {
        Sql joined = of("");
        for (int i = 0; i < parts.size(); i++) {
            joined = joined.then(i == 0 ? of("") : of(separator)).then(parts.get(i));
        }
        return joined;
    }
}
