/**
 * The letters that maps and legends are written in: fonts that the server brings along, since no other can be relied on.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.truceline.fonts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
