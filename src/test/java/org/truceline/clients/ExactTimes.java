package org.truceline.clients;

/** A layer of those incidents whose local time is one clock time: what looks most like a timestamp. */
final class ExactTimes {
    static final String LAYER = "exact-times";
    static final String QUERY =
            "SELECT id, local_time, geom FROM layer.incidents WHERE local_time ~ '\\d\\d:\\d\\d UTC' AND local_time !~ '–|until'";

    private ExactTimes() {}
}
