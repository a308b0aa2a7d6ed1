package org.truceline.database;

/** A database that answers, until closed. */
sealed interface DatabaseSource extends AutoCloseable permits NamedDatabase, PrivateCluster, RunningCluster {
    DatabaseAddress address();

    DatabaseOrigin origin();

    @Override
    void close();
}
