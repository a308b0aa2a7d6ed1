package org.truceline.processes;

/** Others' text inside a message, cut where it is long. */
final class Quote {
    private static final int LONGEST = 200;

    private Quote() {}

    static String of(String text) {
        return '"' + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…") + '"';
    }
}
