package org.truceline.editing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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

    /** For a record of the table that comes to nobody's mind twice: 50 random bits. */
    private static final int RANDOM_DIGITS = 10;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DoneRequests requests;
    private final SecureRandom random = new SecureRandom();

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
     * @param id what it is to be called; empty: the server makes one up
     * @throws EditFailure if it can't be, or there is one of the same id
     */
    public Written create(Layer layer, Optional<String> id, Draft draft, Act act) {
        return inTransaction(layer, act, () -> {
            Records records = records(layer);
            DraftCheck check = new DraftCheck(records, draft);
            String name = id.orElseGet(() -> newId(records.shape().table()));
            Map<String, Optional<String>> values = new LinkedHashMap<>();
            values.put(records.shape().id().name(), Optional.of(name));
            values.putAll(check.values());
            check.requireKept(Optional.empty(), values);
            try {
                Written written = records.insert(values);
                requireShown(layer, written.id());
                return written;
            } catch (DuplicateKeyException taken) {
                throw new EditFailure.Taken(name);
            } catch (DataIntegrityViolationException refused) {
                throw check.refusal(refused);
            }
        });
    }

    /**
     * Changes a feature. An edit of an older version is put together with what others changed since.
     *
     * @param isExpected whether the feature may be changed while it is at this rev
     * @throws EditFailure if it can't be so, isn't there, or was changed otherwise by others
     */
    public Written change(Layer layer, String id, Draft draft, LongPredicate isExpected, Act act) {
        return inTransaction(layer, act, () -> {
            Records records = records(layer);
            StoredRecord now = lock(layer, records, id, isExpected);
            DraftCheck check = new DraftCheck(records, draft);
            Map<String, Optional<String>> taken = merge(records, id, now, check, draft);
            check.requireKept(Optional.of(id), taken);
            if (taken.isEmpty()) {
                return new Written(id, now.rev());
            }
            try {
                Written written = records.update(id, taken);
                requireShown(layer, id);
                return written;
            } catch (DataIntegrityViolationException refused) {
                throw check.refusal(refused);
            }
        });
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
        inTransaction(layer, act, () -> {
            Records records = records(layer);
            StoredRecord now = lock(layer, records, id, isExpected);
            try {
                records.delete(id);
            } catch (DataIntegrityViolationException needed) {
                throw new EditFailure.StillNeeded(DraftCheck.detail(needed));
            }
            return new Written(id, now.rev());
        });
    }

    private StoredRecord lock(Layer layer, Records records, String id, LongPredicate isExpected) {
        // What a layer doesn't show, nobody may learn of by an edit.
        StoredRecord now = records.lock(id)
                .filter(found -> isShown(layer, id))
                .orElseThrow(() -> new EditFailure.Missing(layer.id(), id));
        if (!isExpected.test(now.rev())) {
            throw new EditFailure.Passed(now.rev());
        }
        return now;
    }

    private void requireShown(Layer layer, String id) {
        if (!isShown(layer, id)) {
            throw new EditFailure.Invalid(
                    List.of(
                            new Fault(
                                    layer.geometry().name(),
                                    "the collection wouldn't show the feature; expected is one that belongs into it, as by its geometry")));
        }
    }

    private boolean isShown(Layer layer, String id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + Identifiers.relation(layer) + " l WHERE l."
                        + Identifiers.quote(layer.idColumn().name()) + " = CAST(? AS "
                        + layer.idColumn().sqlType() + "))")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private Records records(Layer layer) {
        EditedTable table = layer.text()
                .edited()
                .orElseThrow(() -> new IllegalArgumentException("the layer " + layer.id() + " can't be edited"));
        return Records.of(jdbc, table);
    }

    private Written inTransaction(Layer layer, Act act, Supplier<Written> edit) {
        try {
            return Objects.requireNonNull(transactions.execute(transaction -> {
                jdbc.sql(BEGIN)
                        .params(act.editor(), act.reason().orElse(""))
                        .query((row, number) -> row.getString("editor"))
                        .single();
                return once(act, edit);
            }));
        } catch (EditFailure failure) {
            throw failure.in(layer);
        }
    }

    /** What was done already is not done again, and what it made is told once more. */
    private Written once(Act act, Supplier<Written> edit) {
        if (act.request().isEmpty()) {
            return edit.get();
        }
        KeyedRequest request = act.request().get();
        Optional<List<Written>> before = requests.find(act.editor(), request);
        if (before.isPresent()) {
            return before.get().get(0);
        }
        Written written = edit.get();
        requests.keep(act.editor(), request, List.of(written));
        return written;
    }

    private String newId(EditedTable table) {
        StringBuilder id = new StringBuilder(table.name().replace('_', '-')).append('-');
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            id.append(Character.forDigit(random.nextInt(32), 32));
        }
        return id.toString();
    }
}
