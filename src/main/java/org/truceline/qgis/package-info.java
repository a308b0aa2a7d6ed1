/**
 * A project for QGIS that opens ready to work: all layers of the server with their styles, groups, forms and times, and a
 * layout to print. Written in the form that QGIS 3.22 saves; newer versions read it.
 */
@ApplicationModule(allowedDependencies = {"layers", "styles"})
@NullMarked
package org.truceline.qgis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
