/**
 * Where PostGIS comes from: a database that the operator names, or a private cluster that the server starts, looks
 * after and stops. Hands out one migrated {@code DataSource}; nobody else knows which of the two stands behind it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.truceline.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
