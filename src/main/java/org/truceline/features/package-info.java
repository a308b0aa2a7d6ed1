/**
 * Questions to a layer. A {@code FeatureQuery} says what is asked, {@code FeatureSql} turns it into one SQL statement,
 * {@code FeatureStore} runs it in one read-only snapshot and hands the rows on as they come, never gathered in memory.
 */
@ApplicationModule(allowedDependencies = {"changes", "cql2", "layers", "database"})
@NullMarked
package org.truceline.features;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
