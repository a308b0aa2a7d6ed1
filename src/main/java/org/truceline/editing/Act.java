package org.truceline.editing;

import java.util.Optional;

/**
 * Whom an edit is put down to, and why.
 *
 * @param editor name of the account that signed in
 * @param reason why, in the editor's words; the history keeps it
 * @param request by which a repetition is known; empty where a repetition is a request of its own
 */
public record Act(String editor, Optional<String> reason, Optional<KeyedRequest> request) {}
