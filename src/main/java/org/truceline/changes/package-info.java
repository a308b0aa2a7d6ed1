/**
 * What changes in the database, and when an answer is still true. Triggers write a log of changes; what a layer rests on
 * is followed from its view down to the tables; both together give a layer a {@code Revision}, which moves in the very
 * transaction that changes an answer, whoever made it. See {@code docs/decisions/0005-a-revision-is-a-sum.md}.
 */
@ApplicationModule(allowedDependencies = {"layers", "database"})
@NullMarked
package org.truceline.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
