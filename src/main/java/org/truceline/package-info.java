/** Truceline, the map server for ceasefires: one package for each module, see ARCHITECTURE.md. */
@NullMarked
package org.truceline;

import org.jspecify.annotations.NullMarked;
