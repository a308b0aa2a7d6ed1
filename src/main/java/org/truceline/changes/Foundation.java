package org.truceline.changes;

import java.util.List;
import java.util.Set;

/**
 * What a layer rests on: all that its view reaches, by PostgreSQL's numbers (oids).
 *
 * @param unguarded tables whose changes don't come into the log yet, and on which the server may lay triggers
 * @param followed tables of which the log tells the features that a change touched
 * @param obstacles why the layer has no revision; empty where it has one
 */
record Foundation(Reach reach, List<Long> unguarded, Set<Long> followed, List<String> obstacles) {
    Foundation {
        unguarded = List.copyOf(unguarded);
        followed = Set.copyOf(followed);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * What is defined below the layer.
     *
     * @param relations tables, views, materialized views, and composite types with their columns
     * @param functions those that PostgreSQL did not bring itself
     * @param types those that PostgreSQL did not bring itself
     */
    record Reach(List<Long> relations, List<Long> functions, List<Long> types) {
        Reach {
            relations = List.copyOf(relations);
            functions = List.copyOf(functions);
            types = List.copyOf(types);
        }
    }
}
