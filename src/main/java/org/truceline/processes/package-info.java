/**
 * What can be computed on request: descriptions of processes, their inputs and outputs, and their execution (OGC API –
 * Processes Part 1, without HTTP). A process is one class, a {@link org.truceline.processes.Computation}; its inputs are
 * described and read by the same definition, so that what is promised and what is accepted cannot differ.
 */
@ApplicationModule(allowedDependencies = {"database", "geodesy"})
@NullMarked
package org.truceline.processes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
