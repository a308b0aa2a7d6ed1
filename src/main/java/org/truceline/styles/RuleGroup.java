package org.truceline.styles;

import java.util.List;
import org.truceline.cql2.Expression;

/**
 * Rules of which each feature meets one at the most.
 *
 * @param title what the legend says above them
 */
public record RuleGroup(String title, List<Rule> rules) {
    public RuleGroup {
        rules = List.copyOf(rules);
    }

    /** What the rules' conditions say; the rule for all other features has none. */
    List<Expression> conditions() {
        return rules.stream()
                .map(Rule::condition)
                .filter(Condition.When.class::isInstance)
                .map(condition -> ((Condition.When) condition).expression())
                .toList();
    }
}
