package org.truceline.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts an edit of an older version together with what was changed since, column by column. Values are compared in
 * PostgreSQL's text form.
 *
 * @param taken what the edit changes in the record as it stands
 * @param conflicting columns that both changed, otherwise
 */
record Merge(Map<String, Optional<String>> taken, List<String> conflicting) {
    /**
     * Merges three ways.
     *
     * @param base the version that the edit was made of
     * @param theirs the record as it stands
     * @param mine what the edit says
     */
    static Merge of(
            Map<String, Optional<String>> base,
            Map<String, Optional<String>> theirs,
            Map<String, Optional<String>> mine) {
        Map<String, Optional<String>> taken = new LinkedHashMap<>();
        List<String> conflicting = new ArrayList<>();
        mine.forEach((column, value) -> {
            Optional<String> before = base.getOrDefault(column, Optional.empty());
            Optional<String> now = theirs.getOrDefault(column, Optional.empty());
            if (value.equals(before) || value.equals(now)) {
                return;
            }
            if (now.equals(before)) {
                taken.put(column, value);
            } else {
                conflicting.add(column);
            }
        });
        return new Merge(taken, conflicting);
    }
}
