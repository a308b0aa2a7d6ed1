package org.truceline.cql2;

/** Reads ECQL. */
public final class Ecql {
    private Ecql() {}

    public static Expression parse(String text) {
        return Cql2Text.parse(text);
    }
}
