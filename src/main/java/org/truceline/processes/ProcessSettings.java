package org.truceline.processes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the server gives to processes.
 *
 * @param workers how many requests that somebody waits for are computed at a time, and how many jobs
 * @param patience how long a request may take that somebody waits for
 * @param jobs what it gives to jobs
 */
@ConfigurationProperties("truceline.processes")
record ProcessSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("60s") Duration patience,
        @DefaultValue Jobs jobs) {
    ProcessSettings {
        if (workers < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("truceline.processes.workers is " + workers + " and patience " + patience
                    + "; expected are at least one worker and some time");
        }
    }

    /**
     * What the server gives to jobs.
     *
     * @param longest how long one may take
     * @param keep how long it is kept after its end
     * @param space how many bytes the results of all may have together; the oldest give way
     * @param largestResult how many those of one
     * @param most how many may wait or run
     */
    record Jobs(
            @DefaultValue("15m") Duration longest,
            @DefaultValue("24h") Duration keep,
            @DefaultValue("1GB") DataSize space,
            @DefaultValue("64MB") DataSize largestResult,
            @DefaultValue("200") int most) {
        /** So many of one requester, that one does not take the place of all. */
        int mostOfOne() {
            return Math.max(1, most / 10);
        }
    }
}
