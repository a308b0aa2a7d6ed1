package org.truceline.styles;

import java.util.List;

/**
 * Rules of which each feature meets one at the most.
 *
 * @param title what the legend says above them
 */
public record RuleGroup(String title, List<Rule> rules) {
    public RuleGroup {
        rules = List.copyOf(rules);
    }
}
