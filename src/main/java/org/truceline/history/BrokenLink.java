package org.truceline.history;

/**
 * Where history is not what it was.
 *
 * @param where the act, or the table, record and version
 * @param what differs
 */
public record BrokenLink(String where, String what) {
    static BrokenLink version(String relation, String record, long rev, String what) {
        return new BrokenLink("table " + relation + ", record " + record + ", version " + rev, what);
    }

    static BrokenLink record(String relation, String record, String what) {
        return new BrokenLink("table " + relation + ", record " + record, what);
    }

    static BrokenLink act(long number, String what) {
        return new BrokenLink("act " + number, what);
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
