package org.truceline.processes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server gives to processes.
 *
 * @param workers how many are computed at a time
 * @param patience how long a request that waits for its answer may take
 */
@ConfigurationProperties("truceline.processes")
record ProcessSettings(
        @DefaultValue("2") int workers, @DefaultValue("60s") Duration patience) {
    ProcessSettings {
        if (workers < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("truceline.processes.workers is " + workers + " and patience " + patience
                    + "; expected are at least one worker and some time");
        }
    }
}
