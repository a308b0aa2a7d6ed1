package org.truceline.database;

/** A database that the operator named and looks after. */
record NamedDatabase(DatabaseAddress address) implements DatabaseSource {
    @Override
    public DatabaseOrigin origin() {
        return DatabaseOrigin.NAMED;
    }

    @Override
    public void close() {
        // It was there before the server and stays.
    }
}
