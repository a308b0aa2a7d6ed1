package org.truceline.changes;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells operators which layers no cache may keep, and which tables can't be followed row by row though a layer declares
 * them, and why. That is no reason to be down.
 */
@Component("caching")
class CachingHealth implements HealthIndicator {
    private final TableGuard guard;

    CachingHealth(TableGuard guard) {
        this.guard = guard;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("notCached", guard.obstaclesByLayer())
                .withDetail("notFollowed", guard.faultsByLayer())
                .build();
    }
}
