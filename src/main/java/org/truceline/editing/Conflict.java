package org.truceline.editing;

import java.util.Optional;

/**
 * A value that was changed by an edit, and otherwise by somebody else since the version that the edit was made of. In
 * PostgreSQL's text form; empty where there is none.
 *
 * @param property its name in the layer
 * @param before what both began with
 * @param yours what the edit says
 * @param theirs what stands there now
 */
public record Conflict(String property, Optional<String> before, Optional<String> yours, Optional<String> theirs) {}
