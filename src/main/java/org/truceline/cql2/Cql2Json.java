package org.truceline.cql2;

/** Reads CQL2 JSON (OGC 21-065r2, §8.3). */
public final class Cql2Json {
    private Cql2Json() {}

    /**
     * The expression that the text writes.
     *
     * @throws Cql2ParseException if the text is no JSON, or its JSON no filter
     */
    public static Expression parse(String text) {
        return new JsonTree().expression(JsonSource.read(text));
    }
}
