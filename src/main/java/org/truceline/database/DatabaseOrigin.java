package org.truceline.database;

/** Where the database that this server works on comes from. Injected as a bean. */
public enum DatabaseOrigin {
    /** A cluster that the server made, starts and stops by itself; nobody else's data is in it. */
    PRIVATE,
    /** A database that the operator named; what is in it is the operator's. */
    NAMED
}
