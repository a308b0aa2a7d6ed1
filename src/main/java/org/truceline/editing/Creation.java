package org.truceline.editing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.SavepointManager;

/** Creates features of a layer, within a transaction that somebody else ends. */
final class Creation {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** For a record of the table that comes to nobody's mind twice: 50 random bits. */
    private static final int RANDOM_DIGITS = 10;

    private final Records records;
    private final ShownLayer shown;

    Creation(Records records, ShownLayer shown) {
        this.records = records;
        this.shown = shown;
    }

    /** Creates one; after a failure the transaction is of no more use. */
    Written create(NewFeature feature) {
        DraftCheck check = new DraftCheck(records, feature.draft());
        String id = feature.id().orElseGet(this::newId);
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        values.put(records.shape().id().name(), Optional.of(id));
        values.putAll(check.values());
        check.requireKept(Optional.empty(), values);
        try {
            Written written = records.insert(values);
            shown.requireShown(written.id());
            return written;
        } catch (DuplicateKeyException taken) {
            throw new EditFailure.Taken(id);
        } catch (DataIntegrityViolationException refused) {
            throw check.refusal(refused);
        }
    }

    /**
     * Creates all, one after the other, so that each may refer to those before it.
     *
     * @throws EditFailure.Invalid with all that is wrong with any of them
     */
    List<Written> createAll(List<NewFeature> features, SavepointManager transaction) {
        List<Written> written = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            // What is wrong with one must not keep the database from telling what is wrong with the next.
            Object before = transaction.createSavepoint();
            try {
                written.add(create(features.get(i)));
                transaction.releaseSavepoint(before);
            } catch (EditFailure.Invalid invalid) {
                transaction.rollbackToSavepoint(before);
                for (Fault fault : invalid.faults()) {
                    faults.add(fault.ofFeature(i));
                }
            } catch (EditFailure.Taken taken) {
                transaction.rollbackToSavepoint(before);
                faults.add(new Fault(shown.layer().idColumn().name(), taken.told()).ofFeature(i));
            }
        }
        if (!faults.isEmpty()) {
            throw new EditFailure.Invalid(faults);
        }
        return written;
    }

    private String newId() {
        StringBuilder id = new StringBuilder(records.shape().table().name().replace('_', '-')).append('-');
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            id.append(Character.forDigit(RANDOM.nextInt(32), 32));
        }
        return id.toString();
    }
}
