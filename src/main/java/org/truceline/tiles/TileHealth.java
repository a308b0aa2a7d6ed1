package org.truceline.tiles;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators how often tiles had to be made. That is no reason to be down. */
@Component("tilesHealthIndicator")
class TileHealth implements HealthIndicator {
    private final Tiles tiles;

    TileHealth(Tiles tiles) {
        this.tiles = tiles;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("made", tiles.made())
                .withDetail("sentAsKept", tiles.sentAsKept())
                .build();
    }
}
