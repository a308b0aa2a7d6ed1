package org.truceline.ingest;

/** How a row of one kind of file becomes records. Throws {@link InvalidField} for a row that is not as it should be. */
@FunctionalInterface
interface RecordFormat {
    Entry read(Fields fields);
}
