/**
 * How answers are written: one encoder a format, from rows to bytes, no trees of objects between. An encoder takes
 * the rows of a query as they come and knows nothing of HTTP.
 */
@ApplicationModule(allowedDependencies = {"features", "layers"})
@NullMarked
package org.truceline.formats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
