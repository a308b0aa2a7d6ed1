/**
 * Edits of features: checked against all that their table asks of a record, put together with what others changed since,
 * and written in one transaction, of which the database's history tells who and why.
 */
@ApplicationModule(allowedDependencies = {"database", "layers"})
@NullMarked
package org.truceline.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
