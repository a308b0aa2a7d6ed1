package org.truceline.ingest;

import java.util.Optional;

/** Thrown while one row is read, and turned into its {@link Rejection} where the row began; never leaves the module. */
final class InvalidField extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> field;

    InvalidField(String field, String reason) {
        super(reason);
        this.field = Optional.of(field);
    }

    InvalidField(String reason) {
        super(reason);
        this.field = Optional.empty();
    }

    Rejection rejection(String file, int row) {
        return new Rejection(file, row, field, String.valueOf(getMessage()));
    }
}
