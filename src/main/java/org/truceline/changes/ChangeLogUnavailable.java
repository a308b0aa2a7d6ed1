package org.truceline.changes;

/** The change log can't be read just now. */
public final class ChangeLogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangeLogUnavailable(String message) {
        super(message);
    }

    ChangeLogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
