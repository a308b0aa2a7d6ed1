/**
 * Read, validate, load: files become records of the domain. Good rows are loaded, bad ones reported with their number
 * and reason; the example takes the same way as a user's file.
 */
@ApplicationModule(allowedDependencies = {"ceasefire", "crs", "database"})
@NullMarked
package org.truceline.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
