package org.truceline.editing;

import java.util.Optional;

/**
 * A feature that is to be created.
 *
 * @param id what it is to be called; empty: the server makes one up
 */
public record NewFeature(Optional<String> id, Draft draft) {}
