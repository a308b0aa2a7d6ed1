/**
 * Whole layers as files: written once, kept for a while so that a client can read parts of them, within a bound of space.
 * The files are gone when the server has ended, or when the next one starts.
 */
@ApplicationModule(allowedDependencies = {"changes", "features", "formats"})
@NullMarked
package org.truceline.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
