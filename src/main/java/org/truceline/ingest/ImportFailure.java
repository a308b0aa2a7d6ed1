package org.truceline.ingest;

/** Why a whole folder could not be imported: nothing of it was loaded. The message names what is wrong, and where. */
public final class ImportFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportFailure(String message) {
        super(message);
    }

    ImportFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
