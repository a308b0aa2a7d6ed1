/**
 * How layers are drawn: one definition for each, written in our own terms, and what others' programs read made of it.
 *
 * <p>A definition is a YAML file in {@code layers/}, its colours are in {@code palette.yaml}. {@link
 * org.truceline.styles.StyleLibrary} reads them, {@link org.truceline.styles.StyleTemplate} becomes a {@link
 * org.truceline.styles.LayerStyle} once the values that the data has are known, and writers turn that into MapLibre's
 * style, SLD and QGIS's own.
 */
@ApplicationModule(allowedDependencies = {"cql2", "fonts", "layers"})
@NullMarked
package org.truceline.styles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
