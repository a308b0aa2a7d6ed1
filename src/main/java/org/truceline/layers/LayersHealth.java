package org.truceline.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators which layers are served, which are not and why. A refused relation is no reason to be down. */
@Component("layers")
class LayersHealth implements HealthIndicator {
    private final LayerCatalogue catalogue;

    LayersHealth(LayerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Health health() {
        List<Layer> layers = catalogue.listLayers();
        Map<String, String> refused = new LinkedHashMap<>();
        catalogue.listRefusals().forEach(refusal -> refused.put(refusal.relation(), refusal.reason()));
        Map<String, List<String>> notes = new LinkedHashMap<>();
        layers.stream()
                .filter(layer -> !layer.notes().isEmpty())
                .forEach(layer -> notes.put(layer.id(), layer.notes()));
        return Health.up()
                .withDetail("served", layers.stream().map(Layer::id).toList())
                .withDetail("notServed", refused)
                .withDetail("notes", notes)
                .build();
    }
}
