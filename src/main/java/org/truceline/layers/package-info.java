/**
 * What is served. A layer is a table or view with a geometry column in the database schema {@code layer}; all that
 * Truceline knows of one is read from PostgreSQL's catalogue and from {@code COMMENT ON}, and read again every few
 * seconds.
 */
@ApplicationModule(allowedDependencies = {"database", "crs"})
@NullMarked
package org.truceline.layers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
