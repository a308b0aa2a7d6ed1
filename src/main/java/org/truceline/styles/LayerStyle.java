package org.truceline.styles;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.truceline.cql2.Expression;

/**
 * How a layer is drawn.
 *
 * @param layerId the layer's id
 * @param groups each is drawn over the ones before
 */
public record LayerStyle(
        String layerId, StyleText text, GeometryKind kind, List<RuleGroup> groups, List<LayerLabel> labels) {
    public LayerStyle {
        groups = List.copyOf(groups);
        labels = List.copyOf(labels);
    }

    /** The properties by which it draws, and those that it writes. */
    public Set<String> properties() {
        Set<String> names = new TreeSet<>();
        labels.forEach(label -> names.add(label.property()));
        Stream.concat(
                        groups.stream().flatMap(group -> group.rules().stream()).map(Rule::condition),
                        labels.stream().map(LayerLabel::condition))
                .forEach(condition -> {
                    if (condition instanceof Condition.When when) {
                        addNames(when.expression(), names);
                    }
                });
        return names;
    }

    private static void addNames(Expression expression, Set<String> names) {
        if (expression instanceof Expression.PropertyName property) {
            names.add(property.name());
        } else if (expression instanceof Expression.Comparison comparison) {
            addNames(comparison.left(), names);
            addNames(comparison.right(), names);
        } else if (expression instanceof Expression.In in) {
            addNames(in.value(), names);
        } else if (expression instanceof Expression.And and) {
            and.operands().forEach(operand -> addNames(operand, names));
        } else if (expression instanceof Expression.Or or) {
            or.operands().forEach(operand -> addNames(operand, names));
        }
    }

    /** For people. */
    public record StyleText(String title, String description) {}
}
