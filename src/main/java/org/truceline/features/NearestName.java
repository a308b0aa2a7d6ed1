package org.truceline.features;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant by one that doesn't exist. */
public final class NearestName {
    /** Longer names than a database has are nobody's slip of the hand. */
    private static final int LONGEST = 100;

    private NearestName() {}

    /** What was expected instead of a name that doesn't exist, in words: the nearest one, or else one of them all. */
    public static String inWords(String name, Collection<String> candidates) {
        return find(name, candidates)
                .map(nearest -> "perhaps \"" + nearest + "\"")
                .orElseGet(() -> "one of " + String.join(", ", candidates));
    }

    /** The candidate that takes the fewest edits; empty where each differs in more than a third of the characters. */
    static Optional<String> find(String name, Collection<String> candidates) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, name.length() / 3);
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(nearest -> distance(name, nearest) <= most);
    }

    /**
     * How many characters have to be inserted, deleted, replaced or swapped with the next one (optimal string
     * alignment). Differences of case count nothing.
     */
    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, i, j, from, to);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, int i, int j, String from, String to) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean isSwapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return isSwapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
