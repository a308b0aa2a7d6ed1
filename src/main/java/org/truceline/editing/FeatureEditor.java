package org.truceline.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.truceline.database.SqlFile;
import org.truceline.layers.EditedTable;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;

/**
 * Creates, changes and deletes features, each in one transaction: once a method returns, what it did stays, and history
 * has it as a version. Where it fails with {@link EditFailure}, nothing was done. An {@link Act} by a request that was done
 * before does nothing, and returns what it did then.
 */
@Component
public class FeatureEditor {
    private static final String BEGIN = SqlFile.read(FeatureEditor.class, "begin.sql");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DoneRequests requests;

    FeatureEditor(JdbcClient jdbc, TransactionOperations transactions, DoneRequests requests) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.requests = requests;
    }

    /** The number of a feature's last version; empty where there is no such record. */
    public Optional<Long> findRev(EditedTable table, String id) {
        return jdbc.sql("SELECT r.rev FROM " + table.relation() + " r WHERE r." + Identifiers.quote(table.idColumn())
                        + "::text = ?")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /**
     * Creates a feature.
     *
     * @throws EditFailure if it can't be, or there is one of the same id
     */
    public Written create(Layer layer, NewFeature feature, Act act) {
        return inTransaction(layer, act, transaction -> List.of(creation(layer).create(feature)))
                .get(0);
    }

    /**
     * Creates several features, all or none.
     *
     * @return what became of each, in the same order
     * @throws EditFailure.Invalid with all that is wrong with any of them
     * @throws EditFailure if they can't be
     */
    public List<Written> createAll(Layer layer, List<NewFeature> features, Act act) {
        return inTransaction(layer, act, transaction -> creation(layer).createAll(features, transaction));
    }

    private Creation creation(Layer layer) {
        return new Creation(records(layer), new ShownLayer(jdbc, layer));
    }

    /**
     * Changes a feature. An edit of an older version is put together with what others changed since.
     *
     * @param isExpected whether the feature may be changed while it is at this rev
     * @throws EditFailure if it can't be so, isn't there, or was changed otherwise by others
     */
    public Written change(Layer layer, String id, Draft draft, LongPredicate isExpected, Act act) {
        return inTransaction(layer, act, transaction -> List.of(changeNow(layer, id, draft, isExpected)))
                .get(0);
    }

    private Written changeNow(Layer layer, String id, Draft draft, LongPredicate isExpected) {
        Records records = records(layer);
        ShownLayer shown = new ShownLayer(jdbc, layer);
        StoredRecord now = lock(shown, records, id, isExpected);
        Draft said = shown.withoutDerivedPlace(id, draft, now);
        DraftCheck check = new DraftCheck(records, said);
        Map<String, Optional<String>> taken = merge(records, id, now, check, said);
        check.requireKept(Optional.of(id), taken);
        if (taken.isEmpty()) {
            return new Written(id, now.rev());
        }
        try {
            Written written = records.update(id, taken);
            shown.requireShown(id);
            return written;
        } catch (DataIntegrityViolationException refused) {
            throw check.refusal(refused);
        }
    }

    private static Map<String, Optional<String>> merge(
            Records records, String id, StoredRecord now, DraftCheck check, Draft draft) {
        long rev = draft.rev().orElse(now.rev());
        Optional<StoredRecord> base = rev == now.rev() ? Optional.of(now) : records.findVersion(id, rev);
        if (base.isEmpty()) {
            check.add(new Fault(
                    Column.REV, "there is no such version; expected is one that was read, up to " + now.rev()));
            return check.values();
        }
        Map<String, Optional<String>> mine = check.values();
        Merge merge = Merge.of(base.get().values(), now.values(), mine);
        if (!merge.conflicting().isEmpty()) {
            List<Conflict> conflicts = new ArrayList<>();
            for (String column : merge.conflicting()) {
                conflicts.add(new Conflict(
                        records.shape().property(column),
                        base.get().values().getOrDefault(column, Optional.empty()),
                        mine.getOrDefault(column, Optional.empty()),
                        now.values().getOrDefault(column, Optional.empty())));
            }
            throw new EditFailure.Conflicting(now.rev(), conflicts);
        }
        return merge.taken();
    }

    /**
     * Deletes a feature; its versions stay in history.
     *
     * @param isExpected whether it may be deleted while it is at this rev
     * @throws EditFailure if it isn't there, or others refer to it
     */
    public void delete(Layer layer, String id, LongPredicate isExpected, Act act) {
        inTransaction(layer, act, transaction -> {
            Records records = records(layer);
            StoredRecord now = lock(new ShownLayer(jdbc, layer), records, id, isExpected);
            try {
                records.delete(id);
            } catch (DataIntegrityViolationException needed) {
                throw new EditFailure.StillNeeded(DraftCheck.detail(needed));
            }
            return List.of(new Written(id, now.rev()));
        });
    }

    private static StoredRecord lock(ShownLayer shown, Records records, String id, LongPredicate isExpected) {
        // What a layer doesn't show, nobody may learn of by an edit.
        StoredRecord now = records.lock(id)
                .filter(found -> shown.shows(id))
                .orElseThrow(() -> new EditFailure.Missing(shown.layer().id(), id));
        if (!isExpected.test(now.rev())) {
            throw new EditFailure.Passed(now.rev());
        }
        return now;
    }

    private Records records(Layer layer) {
        EditedTable table = layer.text()
                .edited()
                .orElseThrow(() -> new IllegalArgumentException("the layer " + layer.id() + " can't be edited"));
        return Records.of(jdbc, table);
    }

    private List<Written> inTransaction(Layer layer, Act act, Function<TransactionStatus, List<Written>> edit) {
        try {
            return Objects.requireNonNull(transactions.execute(transaction -> {
                jdbc.sql(BEGIN)
                        .params(act.editor(), act.reason().orElse(""))
                        .query((row, number) -> row.getString("editor"))
                        .single();
                return once(act, () -> edit.apply(transaction));
            }));
        } catch (EditFailure failure) {
            throw failure.in(layer);
        }
    }

    /** What was done already is not done again, and what it made is told once more. */
    private List<Written> once(Act act, Supplier<List<Written>> edit) {
        if (act.request().isEmpty()) {
            return edit.get();
        }
        KeyedRequest request = act.request().get();
        return requests.find(act.editor(), request).orElseGet(() -> {
            List<Written> written = edit.get();
            requests.keep(act.editor(), request, written);
            return written;
        });
    }
}
