package org.truceline.ceasefire;

import java.util.UUID;

/**
 * An area to be computed, leased to one worker.
 *
 * @param worker who leased it; a job that somebody else has leased since is not ours any more
 */
record AreaJob(AreaKey area, UUID worker) {}
