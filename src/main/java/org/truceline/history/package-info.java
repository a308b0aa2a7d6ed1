/**
 * Whether history is what it was: reads the chain of acts and all versions, and names the first link that is broken.
 *
 * <p>History itself is kept by the database, see {@code docs/history.md}. What is checked here is computed here: nothing is
 * asked of the functions that write versions, which whoever changes history may have changed too.
 */
@ApplicationModule(allowedDependencies = {"commands", "database"})
@NullMarked
package org.truceline.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
