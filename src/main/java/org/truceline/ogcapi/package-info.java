/**
 * HTTP: the resources of OGC API – Features, Tiles, Styles and Processes, their links and their errors (RFC 9457). Parses
 * a request into a {@code FeatureQuery}, and streams the answer; or into an {@code ExecutionRequest}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "changes",
            "cql2",
            "crs",
            "editing",
            "exports",
            "features",
            "fonts",
            "formats",
            "layers",
            "processes",
            "qgis",
            "styles",
            "tiles"
        })
@NullMarked
package org.truceline.ogcapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
