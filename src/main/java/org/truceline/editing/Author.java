package org.truceline.editing;

import java.util.Optional;

/**
 * Whom an edit is put down to.
 *
 * @param name of the account that signed in
 * @param reason why, in the author's words; the history keeps it
 */
public record Author(String name, Optional<String> reason) {}
