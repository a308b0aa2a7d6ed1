package org.truceline.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.truceline.editing.EditFailure.Invalid;

/** Holds what an edit says against its table, and collects all that is wrong with it. */
final class DraftCheck {
    private final Records records;
    private final Draft draft;
    private final List<Fault> faults;
    private final Map<String, Optional<String>> values;

    /**
     * Reads the values.
     *
     * @throws Invalid if the draft is at fault as a whole
     */
    DraftCheck(Records records, Draft draft) {
        this.records = records;
        this.draft = draft;
        this.faults = new ArrayList<>(draft.faults());
        if (draft.isAtFault("")) {
            // What couldn't be read as a feature doesn't lack single values.
            throw new Invalid(faults);
        }
        this.values = records.canonical(byColumn());
    }

    /** By column; nothing that is at fault by itself is among them. */
    Map<String, Optional<String>> values() {
        return values;
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    private Map<String, Optional<String>> byColumn() {
        Map<String, Optional<String>> byColumn = new LinkedHashMap<>();
        records.shape().table().columns().forEach((property, name) -> {
            Column column = records.shape().column(name);
            Optional<String> value = draft.values().getOrDefault(property, Optional.empty());
            boolean isSaid = draft.values().containsKey(property);
            if (draft.isAtFault(property) || (!isSaid && !draft.isWhole())) {
                return;
            }
            if (value.isPresent() || !column.isRequired()) {
                byColumn.put(name, value);
            } else if (!column.hasDefault() || !draft.isWhole()) {
                faults.add(new Fault(property, "there is no value; expected is one"));
            }
        });
        return byColumn;
    }

    /**
     * Requires that the record can be kept.
     *
     * @param id of the record that the values are put into; empty: of a new one
     * @throws Invalid with all that is wrong
     */
    void requireKept(Optional<String> id, Map<String, Optional<String>> changed) {
        for (Rule rule : records.broken(id, changed)) {
            // What isn't there because it is at fault is not at fault once more.
            boolean isJudged = rule.columns().stream()
                    .map(column -> records.shape().property(column))
                    .noneMatch(property -> !property.isEmpty() && isAtFault(property));
            if (isJudged) {
                faults.add(new Fault(property(rule, changed), rule.words()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private boolean isAtFault(String property) {
        return draft.isAtFault(property)
                || faults.stream().anyMatch(fault -> fault.property().equals(property));
    }

    /** The first of the rule's columns that the edit changes, as the layer calls it. */
    private String property(Rule rule, Map<String, Optional<String>> changed) {
        return rule.columns().stream()
                .filter(changed::containsKey)
                .map(column -> records.shape().property(column))
                .filter(property -> !property.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What the database found only as it wrote, as what may follow on a status. */
    Invalid refusal(DataIntegrityViolationException refused) {
        String column = message(refused).map(ServerErrorMessage::getColumn).orElse("");
        return new Invalid(List.of(new Fault(records.shape().property(column), detail(refused))));
    }

    /** What the database says, without the statement. */
    static String detail(DataAccessException refused) {
        return message(refused)
                .map(told -> told.getMessage() + (told.getDetail() == null ? "" : "; " + told.getDetail()))
                .orElse("the database refuses it");
    }

    private static Optional<ServerErrorMessage> message(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof PSQLException cause
                ? Optional.ofNullable(cause.getServerErrorMessage())
                : Optional.empty();
    }
}
