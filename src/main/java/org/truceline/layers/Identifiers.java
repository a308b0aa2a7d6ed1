package org.truceline.layers;

/** How names from the catalogue are written in SQL. */
public final class Identifiers {
    private Identifiers() {}

    /** The name between double quotes, each double quote in it doubled: PostgreSQL's own rule. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The layer's relation with its schema. */
    public static String relation(Layer layer) {
        return relation(layer.id());
    }

    /** The view of what was known of the layer, which a layer has whose tables' versions are kept. */
    public static String pastRelation(Layer layer) {
        return "layer_as_of." + quote(layer.id());
    }

    static String relation(String name) {
        return "layer." + quote(name);
    }
}
