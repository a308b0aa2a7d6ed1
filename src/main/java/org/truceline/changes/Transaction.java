package org.truceline.changes;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.truceline.changes.LayerChange.Subject;
import org.truceline.changes.LayerChange.What;
import org.truceline.changes.LoggedChange.Kind;

/**
 * What a transaction did, all together: of a feature that it changed several times there is one change, from what was
 * before the transaction to what is after it.
 */
final class Transaction {
    private final long number;
    private final Instant time;
    private final Map<String, List<LoggedChange>> byLayer = new LinkedHashMap<>();

    Transaction(long number, Instant time) {
        this.number = number;
        this.time = time;
    }

    /** Tells where features are that are not said to be anywhere. */
    interface Places {
        /** Those that the layer shows now of the features, of their kin, and of the kin of these words, with their boxes. */
        Map<String, Optional<Envelope>> find(String layer, List<String> features, List<String> words)
                throws SQLException;
    }

    /** A change whose number comes from the place in the transaction, and whose cursor is still to be made. */
    private record Numbered(long number, LayerChange change) {}

    void add(String layer, LoggedChange change) {
        byLayer.computeIfAbsent(layer, id -> new ArrayList<>()).add(change);
    }

    /** The layer may have been changed, but nothing was that it shows. */
    void addNothing(String layer) {
        byLayer.computeIfAbsent(layer, id -> new ArrayList<>());
    }

    /**
     * The changes in their order, those that lie behind left out.
     *
     * @param reading what is being read; each change gets its place in it
     */
    List<LayerChange> list(ChangeCursor reading, Places places) throws SQLException {
        List<Numbered> numbered = new ArrayList<>();
        for (Map.Entry<String, List<LoggedChange>> layer : byLayer.entrySet()) {
            numbered.addAll(ofLayer(layer.getKey(), layer.getValue(), reading, places));
        }
        numbered.removeIf(change -> reading.isBehind(number, change.number()));
        numbered.sort(Comparator.comparingLong(Numbered::number));
        List<LayerChange> changes = new ArrayList<>();
        for (int place = 0; place < numbered.size(); place++) {
            long own = numbered.get(place).number();
            // One change of a table resets several layers: whoever was cut off between them hears of all of them again.
            boolean isTied =
                    place + 1 < numbered.size() && numbered.get(place + 1).number() == own;
            LayerChange change = numbered.get(place).change();
            changes.add(new LayerChange(
                    change.subject(),
                    change.what(),
                    change.time(),
                    change.boxes(),
                    isTied ? reading.within(number, own) : reading.behind(number, own)));
        }
        return changes;
    }

    private List<Numbered> ofLayer(String layer, List<LoggedChange> changes, ChangeCursor reading, Places places)
            throws SQLException {
        Optional<LoggedChange> ofAny = changes.stream()
                .filter(change -> change.feature().isEmpty())
                .max(Comparator.comparingLong(LoggedChange::number));
        if (ofAny.isPresent()) {
            return List.of(new Numbered(ofAny.get().number(), LayerChange.reset(Optional.of(layer), time, reading)));
        }
        List<LoggedChange> inOrder = changes.stream()
                .sorted(Comparator.comparingLong(LoggedChange::number))
                .toList();
        Map<String, List<LoggedChange>> byFeature = new LinkedHashMap<>();
        inOrder.stream()
                .filter(change -> change.kind() != Kind.KIN)
                .forEach(change -> byFeature
                        .computeIfAbsent(change.feature().orElseThrow(), feature -> new ArrayList<>())
                        .add(change));
        List<String> partly = byFeature.entrySet().stream()
                .filter(feature -> feature.getValue().stream().allMatch(change -> change.kind() == Kind.PART))
                .map(Map.Entry::getKey)
                .toList();
        List<String> words = inOrder.stream()
                .filter(change -> change.kind() == Kind.KIN)
                .flatMap(change -> change.feature().stream())
                .distinct()
                .toList();
        Map<String, Optional<Envelope>> shown =
                partly.isEmpty() && words.isEmpty() ? Map.of() : places.find(layer, partly, words);
        List<Numbered> numbered = new ArrayList<>();
        byFeature.forEach((feature, ofFeature) -> {
            long last = ofFeature.get(ofFeature.size() - 1).number();
            what(feature, ofFeature, shown).ifPresent(what -> {
                List<Envelope> boxes = partly.contains(feature)
                        ? shown.getOrDefault(feature, Optional.empty()).stream().toList()
                        : boxes(ofFeature);
                numbered.add(new Numbered(last, change(layer, feature, what, boxes, reading)));
            });
        });
        shown.forEach((feature, box) -> {
            if (!byFeature.containsKey(feature)) {
                long last = inOrder.get(inOrder.size() - 1).number();
                List<Envelope> boxes = box.stream().toList();
                numbered.add(new Numbered(last, change(layer, feature, What.UPDATE, boxes, reading)));
            }
        });
        return numbered;
    }

    private LayerChange change(String layer, String feature, What what, List<Envelope> boxes, ChangeCursor reading) {
        Subject subject = new Subject(Optional.of(layer), Optional.of(feature));
        return new LayerChange(subject, what, time, boxes, reading);
    }

    private static List<LoggedChange> own(List<LoggedChange> changes) {
        return changes.stream().filter(change -> change.kind() != Kind.PART).toList();
    }

    /** Where it was before the transaction and is after it: where it was in between nobody may know but who did it. */
    private static List<Envelope> boxes(List<LoggedChange> changes) {
        List<LoggedChange> own = own(changes);
        return Stream.of(own.get(0).before(), own.get(own.size() - 1).after())
                .flatMap(sight -> sight.box().stream())
                .distinct()
                .toList();
    }

    /** Empty where the layer has shown it neither before nor since: nobody is told of what nobody may see. */
    private static Optional<What> what(
            String feature, List<LoggedChange> changes, Map<String, Optional<Envelope>> shown) {
        List<LoggedChange> own = own(changes);
        if (own.isEmpty()) {
            return shown.containsKey(feature) ? Optional.of(What.UPDATE) : Optional.empty();
        }
        boolean wasShown = own.get(0).before().isShown();
        boolean isShown = own.get(own.size() - 1).after().isShown();
        if (wasShown) {
            return Optional.of(isShown ? What.UPDATE : What.DELETE);
        }
        return isShown ? Optional.of(What.INSERT) : Optional.empty();
    }
}
