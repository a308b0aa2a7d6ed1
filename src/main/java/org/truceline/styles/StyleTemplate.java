package org.truceline.styles;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.truceline.cql2.ComparisonOperator;
import org.truceline.cql2.Expression;
import org.truceline.cql2.Position;
import org.truceline.styles.LayerStyle.StyleText;

/**
 * A definition, before it is known what values the data has.
 *
 * @param groups each is drawn over the ones before
 */
record StyleTemplate(StyleText text, GeometryKind kind, List<Group> groups, List<LayerLabel> labels) {
    /** Rules, and what becomes rules. */
    record Group(String title, List<Part> parts) {}

    /** What becomes a rule, or several. */
    sealed interface Part {
        Stream<Rule> rules(KnownValues known);

        /** All that it may come to look like. */
        Stream<Symbol> symbols();
    }

    record Single(Rule rule) implements Part {
        @Override
        public Stream<Rule> rules(KnownValues known) {
            return Stream.of(rule);
        }

        @Override
        public Stream<Symbol> symbols() {
            return Stream.of(rule.symbol());
        }
    }

    /**
     * A rule for each value.
     *
     * @param looks what they look like in turn; the values may be more, then they begin anew
     */
    record Each(String property, ValueList values, List<Symbol> looks, double fromZoom) implements Part {
        Each {
            looks = List.copyOf(looks);
        }

        @Override
        public Stream<Rule> rules(KnownValues known) {
            List<ValueList.Value> all = known.list(values);
            return IntStream.range(0, all.size())
                    .mapToObj(index -> rule(all.get(index), looks.get(index % looks.size())));
        }

        private Rule rule(ValueList.Value value, Symbol look) {
            Expression isThisOne = new Expression.Comparison(
                    ComparisonOperator.EQUAL,
                    new Expression.PropertyName(property, Position.UNKNOWN),
                    new Expression.Text(value.value(), Position.UNKNOWN),
                    Position.UNKNOWN);
            return new Rule(value.title(), new Condition.When(isThisOne), look, fromZoom);
        }

        @Override
        public Stream<Symbol> symbols() {
            return looks.stream();
        }
    }

    StyleTemplate {
        groups = List.copyOf(groups);
        labels = List.copyOf(labels);
    }

    LayerStyle toStyle(String layerId, KnownValues known) {
        List<RuleGroup> resolved = groups.stream()
                .map(group -> new RuleGroup(
                        group.title(),
                        group.parts().stream()
                                .flatMap(part -> part.rules(known))
                                .toList()))
                .toList();
        return new LayerStyle(layerId, text, kind, resolved, labels);
    }

    /** All symbols that the style may come to have. */
    Stream<Symbol> symbols() {
        return groups.stream().flatMap(group -> group.parts().stream()).flatMap(Part::symbols);
    }
}
