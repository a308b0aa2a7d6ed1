package org.truceline.features;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant by one that doesn't exist. */
final class NearestName {
    /** Longer names than a database has are nobody's slip of the hand. */
    private static final int LONGEST = 100;

    private NearestName() {}

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

    /** Levenshtein's: characters inserted, deleted or replaced; differences of case count nothing. */
    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
