/**
 * The letters that maps and legends are written in: fonts that the server brings along, since no other can be relied on,
 * and each letter as web maps load it.
 */
@ApplicationModule(allowedDependencies = {"formats"})
@NullMarked
package org.truceline.fonts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
