/**
 * The domain: parties, lines and who claims them, territories, agreements and their withdrawal rules, the areas computed
 * from them, patrol zones, incidents. Its tables are in the database schema {@code ceasefire}.
 */
@ApplicationModule(allowedDependencies = {"database", "geodesy", "processes"})
@NullMarked
package org.truceline.ceasefire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
