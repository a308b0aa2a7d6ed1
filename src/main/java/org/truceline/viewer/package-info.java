/**
 * The web map at {@code /map}. A page like anybody else's: it talks to the server over HTTP only.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.truceline.viewer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
