package org.truceline.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.truceline.layers.LayerFactory.Outcome;

/**
 * The layers that are served now. The database's catalogue is read again every few seconds, so that a view made or
 * dropped while the server runs appears and goes without a restart.
 *
 * <p>While the database can't be reached the last picture stands: questions about a layer's features then fail by
 * themselves.
 */
@Component
public class LayerCatalogue {
    private static final Logger LOG = LoggerFactory.getLogger(LayerCatalogue.class);

    /** A refusal may rest on the data, and asking the data can be slow: so many readings pass between two askings. */
    private static final int READINGS_BETWEEN_SECOND_LOOKS = 10;

    private final CatalogueReader reader;
    private int reading;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of());

    /** What was read, and what was made of it: a relation whose columns have not changed is not looked at again. */
    private record Snapshot(Map<String, List<CatalogueColumn>> relations, Map<String, Outcome> outcomes) {}

    LayerCatalogue(CatalogueReader reader) {
        this.reader = reader;
        refresh();
    }

    public Optional<Layer> findLayer(String id) {
        return snapshot.outcomes().get(id) instanceof Outcome.Served served
                ? Optional.of(served.layer())
                : Optional.empty();
    }

    /** All layers, by id. */
    public List<Layer> listLayers() {
        List<Layer> layers = new ArrayList<>();
        snapshot.outcomes().values().forEach(outcome -> {
            if (outcome instanceof Outcome.Served served) {
                layers.add(served.layer());
            }
        });
        return layers;
    }

    /** The relations that are not served, with the reason. */
    public List<Refusal> listRefusals() {
        List<Refusal> refusals = new ArrayList<>();
        snapshot.outcomes().values().forEach(outcome -> {
            if (outcome instanceof Outcome.Refused refused) {
                refusals.add(refused.refusal());
            }
        });
        return refusals;
    }

    @Scheduled(fixedDelayString = "${truceline.layers.refresh:3s}")
    void refreshQuietly() {
        try {
            refresh();
        } catch (DataAccessException failure) {
            LOG.warn("The layers can't be read from the database just now: {}", failure.getMessage());
        }
    }

    private synchronized void refresh() {
        reading++;
        Snapshot before = snapshot;
        Map<String, List<CatalogueColumn>> relations = reader.listRelations();
        Map<String, Outcome> outcomes = new TreeMap<>();
        relations.forEach((name, columns) -> {
            Outcome known = before.outcomes().get(name);
            boolean isSettled = columns.equals(before.relations().get(name))
                    && (known instanceof Outcome.Served || reading % READINGS_BETWEEN_SECOND_LOOKS != 0);
            outcomes.put(name, known != null && isSettled ? known : reader.read(columns));
        });
        snapshot = new Snapshot(relations, outcomes);
        logChanges(before.outcomes(), outcomes);
    }

    private static void logChanges(Map<String, Outcome> before, Map<String, Outcome> after) {
        List<String> served = new ArrayList<>();
        after.forEach((name, outcome) -> {
            Outcome known = before.get(name);
            if (outcome instanceof Outcome.Served && !(known instanceof Outcome.Served)) {
                served.add(name);
            }
            if (!outcome.equals(known)) {
                logOddities(outcome);
            }
        });
        if (!served.isEmpty()) {
            LOG.info("Layers served now: {}", String.join(", ", served));
        }
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> LOG.info("Layer \"{}\" is gone from the database", name));
    }

    private static void logOddities(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            LOG.warn(
                    "Not served: \"{}\" in the schema layer, because {}",
                    refused.refusal().relation(),
                    refused.refusal().reason());
        } else if (outcome instanceof Outcome.Served served) {
            served.layer()
                    .notes()
                    .forEach(note -> LOG.warn("Layer \"{}\": {}", served.layer().id(), note));
        }
    }
}
