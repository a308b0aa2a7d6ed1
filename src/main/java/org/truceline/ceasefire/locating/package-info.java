/** Finds where a text says that something was: by the name of a place, by MGRS, by degrees, by bearing and range. */
@NullMarked
package org.truceline.ceasefire.locating;

import org.jspecify.annotations.NullMarked;
