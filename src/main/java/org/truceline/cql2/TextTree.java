package org.truceline.cql2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.truceline.cql2.Expression.And;
import org.truceline.cql2.Expression.Arithmetic;
import org.truceline.cql2.Expression.Between;
import org.truceline.cql2.Expression.Comparison;
import org.truceline.cql2.Expression.In;
import org.truceline.cql2.Expression.IsNull;
import org.truceline.cql2.Expression.Like;
import org.truceline.cql2.Expression.Not;
import org.truceline.cql2.Expression.Numeral;
import org.truceline.cql2.Expression.Or;
import org.truceline.cql2.grammar.Cql2Lexer;
import org.truceline.cql2.grammar.Cql2Parser.ConjunctionContext;
import org.truceline.cql2.grammar.Cql2Parser.DisjunctionContext;
import org.truceline.cql2.grammar.Cql2Parser.FactorContext;
import org.truceline.cql2.grammar.Cql2Parser.FilterContext;
import org.truceline.cql2.grammar.Cql2Parser.NegationContext;
import org.truceline.cql2.grammar.Cql2Parser.PowerContext;
import org.truceline.cql2.grammar.Cql2Parser.PredicateContext;
import org.truceline.cql2.grammar.Cql2Parser.ProductContext;
import org.truceline.cql2.grammar.Cql2Parser.SumContext;

/** Makes the tree of what the grammar's parser found: all that stands between operands, from OR down to the sign. */
final class TextTree {
    private final Nesting nesting = new Nesting();
    private final TextOperands operands = new TextOperands(this);

    Expression filter(FilterContext context) {
        return disjunction(context.disjunction());
    }

    Expression disjunction(DisjunctionContext context) {
        return nested(1, context, () -> {
            List<Expression> parts =
                    context.conjunction().stream().map(this::conjunction).toList();
            return parts.size() == 1
                    ? parts.get(0)
                    : new Or(parts, position(context.OR(0).getSymbol()));
        });
    }

    private Expression conjunction(ConjunctionContext context) {
        List<Expression> parts = context.negation().stream().map(this::negation).toList();
        return parts.size() == 1
                ? parts.get(0)
                : new And(parts, position(context.AND(0).getSymbol()));
    }

    private Expression negation(NegationContext context) {
        Expression predicate = predicate(context.predicate());
        return context.NOT() == null
                ? predicate
                : new Not(predicate, position(context.NOT().getSymbol()));
    }

    private Expression predicate(PredicateContext context) {
        Expression value = sum(context.sum(0));
        Expression predicate;
        if (context.operator != null) {
            predicate = new Comparison(
                    comparison(context.operator), value, sum(context.sum(1)), position(context.operator));
        } else if (context.LIKE() != null) {
            predicate =
                    new Like(value, sum(context.sum(1)), position(context.LIKE().getSymbol()));
        } else if (context.BETWEEN() != null) {
            predicate = new Between(
                    value,
                    sum(context.sum(1)),
                    sum(context.sum(2)),
                    position(context.BETWEEN().getSymbol()));
        } else if (context.IN() != null) {
            predicate = new In(
                    value, list(context.disjunction()), position(context.IN().getSymbol()));
        } else if (context.IS() != null) {
            predicate = new IsNull(value, position(context.IS().getSymbol()));
        } else {
            return value;
        }
        return context.negated == null ? predicate : new Not(predicate, position(context.negated));
    }

    List<Expression> list(List<DisjunctionContext> contexts) {
        return contexts.stream().map(this::disjunction).toList();
    }

    private Expression sum(SumContext context) {
        List<ProductContext> products = context.product();
        return nested(products.size() - 1, context, () -> {
            List<Expression> parts = new ArrayList<>();
            products.forEach(product -> parts.add(product(product)));
            return chain(parts, context.operators);
        });
    }

    private Expression product(ProductContext context) {
        List<PowerContext> powers = context.power();
        return nested(powers.size() - 1, context, () -> {
            List<Expression> parts = new ArrayList<>();
            powers.forEach(power -> parts.add(power(power)));
            return chain(parts, context.operators);
        });
    }

    /** From the left: {@code a - b - c} is {@code (a - b) - c}. */
    private static Expression chain(List<Expression> parts, List<Token> operators) {
        Expression chained = parts.get(0);
        for (int i = 0; i < operators.size(); i++) {
            Token operator = operators.get(i);
            chained = new Arithmetic(arithmetic(operator), chained, parts.get(i + 1), position(operator));
        }
        return chained;
    }

    private Expression power(PowerContext context) {
        Expression base = factor(context.factor(0));
        return context.POWER() == null
                ? base
                : new Arithmetic(
                        ArithmeticOperator.POWER,
                        base,
                        factor(context.factor(1)),
                        position(context.POWER().getSymbol()));
    }

    private Expression factor(FactorContext context) {
        Expression operand = operands.operand(context.operand());
        if (context.sign == null || context.sign.getType() == Cql2Lexer.PLUS) {
            return operand;
        }
        Position position = position(context.sign);
        if (operand instanceof Numeral number) {
            return new Numeral(number.value().negate(), position);
        }
        Numeral minusOne = new Numeral(BigDecimal.ONE.negate(), position);
        return new Arithmetic(ArithmeticOperator.TIMES, minusOne, operand, position);
    }

    private <T> T nested(int levels, ParserRuleContext context, Supplier<T> maker) {
        nesting.enter(levels, position(context.getStart()));
        T made = maker.get();
        nesting.leave(levels);
        return made;
    }

    static Position position(Token token) {
        return new Position(token.getStartIndex());
    }

    private static ComparisonOperator comparison(Token token) {
        return switch (token.getType()) {
            case Cql2Lexer.EQ -> ComparisonOperator.EQUAL;
            case Cql2Lexer.NEQ -> ComparisonOperator.NOT_EQUAL;
            case Cql2Lexer.LT -> ComparisonOperator.LESS;
            case Cql2Lexer.GT -> ComparisonOperator.GREATER;
            case Cql2Lexer.LTEQ -> ComparisonOperator.LESS_OR_EQUAL;
            case Cql2Lexer.GTEQ -> ComparisonOperator.GREATER_OR_EQUAL;
            default -> throw new IllegalStateException("no comparison: " + token);
        };
    }

    private static ArithmeticOperator arithmetic(Token token) {
        return switch (token.getType()) {
            case Cql2Lexer.PLUS -> ArithmeticOperator.PLUS;
            case Cql2Lexer.MINUS -> ArithmeticOperator.MINUS;
            case Cql2Lexer.TIMES -> ArithmeticOperator.TIMES;
            case Cql2Lexer.DIVIDE -> ArithmeticOperator.DIVIDE;
            case Cql2Lexer.MODULO -> ArithmeticOperator.MODULO;
            case Cql2Lexer.DIV -> ArithmeticOperator.DIV;
            default -> throw new IllegalStateException("no arithmetic: " + token);
        };
    }
}
