package org.truceline.ceasefire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** What a rule is measured from. */
sealed interface Reference {
    /**
     * An alignment.
     *
     * @param sections the stretches of it that count; none when all of it does
     */
    record Along(Geometry line, List<Section> sections) implements Reference {
        public Along {
            sections = List.copyOf(sections);
        }
    }

    /** What lies between two lines. */
    record Between(Geometry line, Geometry other) implements Reference {}

    /** A road, an area, a post. */
    record At(Geometry site) implements Reference {}

    /**
     * A stretch of a line.
     *
     * @param name for messages, such as "12/2 to 12/9"
     */
    record Section(String name, Mark from, Mark to) {}

    /**
     * Where a section begins or ends: a border point, which stands for the nearest place on the line, or metres along the
     * line. Neither is known of a border point that no source places.
     */
    record Mark(Optional<Point> point, OptionalDouble meters) {}
}
