package org.truceline.ogcapi;

import java.util.Map;

/**
 * An edit that was sent, and what its sender knows of it.
 *
 * @param token the reason it was sent with, which no other edit has
 * @param id the incident
 * @param method of the request
 * @param madeOf the rev that it says it was made of; 0 where it says none
 * @param values the columns that it was to change, in PostgreSQL's text form
 * @param outcome what came back
 */
record EditAttempt(String token, String id, String method, long madeOf, Map<String, String> values, Outcome outcome) {
    enum Outcome {
        /** The server said that it is done. */
        ACKNOWLEDGED,
        /** Refused since others changed the same: 409. */
        CONFLICT,
        /** Refused since the feature is of another version than If-Match says: 412. */
        PASSED,
        /** There is no such feature: 404. */
        MISSING,
        /** The database couldn't be asked, or gave up: 5xx. Whether it was done, the sender doesn't know. */
        FAILED,
        /** The connection was cut after the request was sent. Whether it was done, the sender doesn't know. */
        CUT
    }

    boolean isDone() {
        return outcome == Outcome.ACKNOWLEDGED;
    }

    boolean isRefused() {
        return outcome == Outcome.CONFLICT || outcome == Outcome.PASSED || outcome == Outcome.MISSING;
    }
}
