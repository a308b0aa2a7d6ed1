package org.truceline.ingest;

import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ingest.Entry.Item;

/** Loads what a row became, whole or not at all, within the import's transaction. */
@Component
class RecordLoader {
    private final RowInserter rows;
    private final TransactionTemplate savepoint;

    RecordLoader(RowInserter rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Loads an entry. A record that is there already is left as it is: it may have been edited since.
     *
     * @return whether anything was inserted
     * @throws InvalidField if the database refuses it, or if its id is taken by a record from elsewhere
     */
    boolean load(Entry entry) {
        try {
            return Boolean.TRUE.equals(savepoint.execute(status -> {
                rows.stateKnown(entry.known());
                return insert(entry.items());
            }));
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        }
    }

    private boolean insert(List<Item> items) {
        boolean inserted = false;
        for (Item item : items) {
            if (rows.insert(item.main())) {
                item.parts().forEach(rows::insert);
                inserted = true;
            } else {
                requireSameOrigin(item.main());
            }
        }
        return inserted;
    }

    private void requireSameOrigin(TableRow row) {
        String dataset = rows.getDataset(row);
        if (!dataset.equals(row.columns().get("dataset_id"))) {
            throw new InvalidField(
                    "id",
                    "'" + row.columns().get("id") + "' is taken by a record "
                            + (dataset.isEmpty() ? "entered by hand" : "of " + dataset));
        }
    }

    /** The database's own words, without the whole row that it repeats behind them. */
    private static InvalidField refusal(DataIntegrityViolationException e) {
        Optional<ServerErrorMessage> said = Optional.ofNullable(e.getRootCause())
                .filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage());
        if (said.isEmpty()) {
            return new InvalidField(
                    "the database refuses it: " + e.getMostSpecificCause().getMessage());
        }
        String message = String.valueOf(said.get().getMessage());
        boolean reference =
                PSQLState.FOREIGN_KEY_VIOLATION.getState().equals(said.get().getSQLState());
        String detail = reference ? ": " + said.get().getDetail() : "";
        return new InvalidField("the database refuses it: " + message + detail);
    }
}
