package org.truceline.processes;

import java.util.UUID;

/**
 * A job that is ours as long as its lease is renewed.
 *
 * @param worker whose it is: a job that was taken from us by another carries another
 * @param request the body that it was asked for with
 */
record ClaimedJob(UUID id, UUID worker, String process, String request) {}
