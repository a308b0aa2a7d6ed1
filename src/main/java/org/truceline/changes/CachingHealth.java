package org.truceline.changes;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators which layers no cache may keep, and why. That is no reason to be down. */
@Component("caching")
class CachingHealth implements HealthIndicator {
    private final TableGuard guard;

    CachingHealth(TableGuard guard) {
        this.guard = guard;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("notCached", guard.obstaclesByLayer()).build();
    }
}
