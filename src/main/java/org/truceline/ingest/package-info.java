/**
 * Read, validate, load: files become records of the domain. Good rows are loaded, bad ones reported with their number
 * and reason; the example takes the same way as a user's file.
 *
 * <p>A data set is a folder: a {@code dataset.json} that says what is in it and under which licence, and tables in CSV or
 * GeoJSON. {@link org.truceline.ingest.DatasetImport} loads one in one transaction.
 */
@ApplicationModule(allowedDependencies = {"ceasefire", "commands", "crs", "database", "geodesy"})
@NullMarked
package org.truceline.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
