package org.truceline.database;

/** Truceline cannot have its database: what stands in the way, and what the operator can type or change. */
final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param problem what is wrong, one sentence
     * @param remedy what to type or to change, one line
     */
    DatabaseUnavailable(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    DatabaseUnavailable(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
