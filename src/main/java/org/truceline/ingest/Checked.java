package org.truceline.ingest;

/** The outcome of reading something from a row: it is good, or it is rejected with a reason. */
sealed interface Checked<T> {
    record Good<T>(T value) implements Checked<T> {}

    record Bad<T>(Rejection rejection) implements Checked<T> {}
}
