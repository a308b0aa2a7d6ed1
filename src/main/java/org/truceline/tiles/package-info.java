/**
 * Tiles: the squares that the world is cut into, and what each of them shows of layers. Keeps those that were made, by
 * the revision of the layer, in memory.
 */
@ApplicationModule(allowedDependencies = {"changes", "features", "formats", "layers"})
@NullMarked
package org.truceline.tiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
