package org.truceline.layers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A relation of the database schema {@code layer}, as it is served: one collection of features.
 *
 * @param id the relation's name, unchanged; the collection's id
 * @param text title and description; the title is the id where the comment gives none
 * @param idColumn unique and not null: names a feature, and is the order of pages
 * @param geometry the column that becomes the feature's geometry
 * @param properties all other columns but the id's, in the relation's order; further geometry columns are among them
 * @param order what the features are put in order by when nobody asks for another order; equal ones by id
 * @param time what the parameter {@code datetime} asks, where the relation marks a column
 * @param sums the properties, of numbers, that can be added up where features are shown as one
 * @param notes what an operator should know of how the relation is read; empty where nothing is odd
 */
public record Layer(
        String id,
        LayerText text,
        Property idColumn,
        GeometryColumn geometry,
        List<Property> properties,
        List<OrderKey> order,
        Optional<TimeColumns> time,
        List<Property> sums,
        List<String> notes) {
    public Layer {
        properties = List.copyOf(properties);
        order = List.copyOf(order);
        sums = List.copyOf(sums);
        notes = List.copyOf(notes);
    }

    public String title() {
        return text.title().isEmpty() ? id : text.title();
    }

    Layer withNote(String note) {
        List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new Layer(id, text, idColumn, geometry, properties, order, time, sums, more);
    }

    Layer withGeometry(GeometryColumn newGeometry) {
        return new Layer(id, text, idColumn, newGeometry, properties, order, time, sums, notes);
    }

    /** The property of this name, the id's column included. */
    public Optional<Property> findProperty(String name) {
        if (idColumn.name().equals(name)) {
            return Optional.of(idColumn);
        }
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }
}
