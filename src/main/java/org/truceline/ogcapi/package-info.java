/**
 * HTTP: the resources of OGC API – Features Part 1, their links and their errors (RFC 9457). Parses a request into a
 * {@code FeatureQuery}, and streams the answer.
 */
@ApplicationModule(allowedDependencies = {"changes", "cql2", "crs", "exports", "features", "formats", "layers"})
@NullMarked
package org.truceline.ogcapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
