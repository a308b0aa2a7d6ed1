package org.truceline.features;

import java.util.Optional;
import org.truceline.cql2.Position;

/**
 * A filter that is well written, and yet can't be asked of this layer: a property that it doesn't have, a text where a
 * number is needed. The message is a sentence that names the place and what was expected.
 */
public final class FilterFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final transient Optional<String> expected;

    private FilterFault(String message, Position position, Optional<String> expected) {
        super(message);
        this.position = position;
        this.expected = expected;
    }

    static FilterFault at(Position position, String fault) {
        return new FilterFault(fault + ", " + position, position, Optional.empty());
    }

    static FilterFault at(Position position, String fault, String expected) {
        return new FilterFault(fault + ", " + position + "; expected is " + expected, position, Optional.of(expected));
    }

    public Position position() {
        return position;
    }

    /** What could stand there instead, in a few words. */
    public Optional<String> expected() {
        return expected;
    }
}
