package org.truceline.changes;

import java.util.List;

/**
 * What a layer rests on: all that its view reaches, by PostgreSQL's numbers (oids).
 *
 * @param relations tables, views, materialized views, and composite types with their columns
 * @param functions those that PostgreSQL did not bring itself
 * @param types those that PostgreSQL did not bring itself
 * @param unguarded tables whose changes don't come into the log yet, and on which the server may lay triggers
 * @param obstacles why the layer has no revision; empty where it has one
 */
record Foundation(
        List<Long> relations, List<Long> functions, List<Long> types, List<Long> unguarded, List<String> obstacles) {
    Foundation {
        relations = List.copyOf(relations);
        functions = List.copyOf(functions);
        types = List.copyOf(types);
        unguarded = List.copyOf(unguarded);
        obstacles = List.copyOf(obstacles);
    }
}
