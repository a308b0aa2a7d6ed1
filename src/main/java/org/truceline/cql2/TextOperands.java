package org.truceline.cql2;

import static org.truceline.cql2.TextTree.position;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.truceline.cql2.Expression.Array;
import org.truceline.cql2.Expression.Interval;
import org.truceline.cql2.Expression.Numeral;
import org.truceline.cql2.Expression.PropertyName;
import org.truceline.cql2.Expression.Spatial;
import org.truceline.cql2.Expression.Text;
import org.truceline.cql2.Expression.Truth;
import org.truceline.cql2.grammar.Cql2BaseVisitor;
import org.truceline.cql2.grammar.Cql2Lexer;
import org.truceline.cql2.grammar.Cql2Parser.BoxContext;
import org.truceline.cql2.grammar.Cql2Parser.CallContext;
import org.truceline.cql2.grammar.Cql2Parser.DateContext;
import org.truceline.cql2.grammar.Cql2Parser.DisjunctionContext;
import org.truceline.cql2.grammar.Cql2Parser.GroupContext;
import org.truceline.cql2.grammar.Cql2Parser.IntervalContext;
import org.truceline.cql2.grammar.Cql2Parser.NameContext;
import org.truceline.cql2.grammar.Cql2Parser.NumberContext;
import org.truceline.cql2.grammar.Cql2Parser.OperandContext;
import org.truceline.cql2.grammar.Cql2Parser.PropertyContext;
import org.truceline.cql2.grammar.Cql2Parser.SpatialContext;
import org.truceline.cql2.grammar.Cql2Parser.TextContext;
import org.truceline.cql2.grammar.Cql2Parser.TimestampContext;
import org.truceline.cql2.grammar.Cql2Parser.TruthContext;

/** Makes nodes of operands: literals, names, calls, and what is in parentheses. */
final class TextOperands extends Cql2BaseVisitor<Expression> {
    private final TextTree tree;

    TextOperands(TextTree tree) {
        this.tree = tree;
    }

    Expression operand(OperandContext context) {
        return visit(context);
    }

    @Override
    public Expression visitNumber(NumberContext context) {
        Position position = position(context.getStart());
        return new Numeral(Numbers.parse(context.getText(), position), position);
    }

    @Override
    public Expression visitText(TextContext context) {
        return new Text(text(context.STRING().getSymbol()), position(context.getStart()));
    }

    @Override
    public Expression visitTruth(TruthContext context) {
        return new Truth(context.truth.getType() == Cql2Lexer.TRUE, position(context.getStart()));
    }

    @Override
    public Expression visitDate(DateContext context) {
        Token day = context.STRING().getSymbol();
        return Times.parseDate(text(day), position(day));
    }

    @Override
    public Expression visitTimestamp(TimestampContext context) {
        Token moment = context.STRING().getSymbol();
        return Times.parseTimestamp(text(moment), position(moment));
    }

    @Override
    public Expression visitInterval(IntervalContext context) {
        return new Interval(end(context.disjunction(0)), end(context.disjunction(1)), position(context.getStart()));
    }

    private Expression end(DisjunctionContext context) {
        Expression end = tree.disjunction(context);
        return end instanceof Text text ? Times.parseEnd(text.value(), text.position()) : end;
    }

    @Override
    public Expression visitSpatial(SpatialContext context) {
        return new Spatial(new TextGeometry().geometry(context.geometry()), position(context.getStart()));
    }

    @Override
    public Expression visitBox(BoxContext context) {
        List<Double> numbers =
                context.signedNumber().stream().map(TextGeometry::number).toList();
        return Geometries.box(numbers, position(context.getStart()));
    }

    @Override
    public Expression visitCall(CallContext context) {
        String name = context.IDENTIFIER().getText();
        boolean takesArrays = Calls.isArrayPredicate(name);
        List<Expression> arguments = new ArrayList<>();
        for (DisjunctionContext argument : context.disjunction()) {
            arguments.add(
                    takesArrays && onlyChild(argument) instanceof GroupContext group
                            ? array(group)
                            : tree.disjunction(argument));
        }
        return Calls.make(name, arguments, position(context.getStart()));
    }

    @Override
    public Expression visitProperty(PropertyContext context) {
        return new PropertyName(name(context.name()), position(context.getStart()));
    }

    /** What is in parentheses is an array when it is not just one expression; one that is has to be known as such. */
    @Override
    public Expression visitGroup(GroupContext context) {
        return context.disjunction().size() == 1 ? tree.disjunction(context.disjunction(0)) : array(context);
    }

    private Expression array(GroupContext context) {
        return new Array(tree.list(context.disjunction()), position(context.getStart()));
    }

    private static ParseTree onlyChild(ParserRuleContext context) {
        ParseTree child = context;
        while (child.getChildCount() == 1) {
            child = child.getChild(0);
        }
        return child;
    }

    private static String name(NameContext context) {
        String text = context.getText();
        return context.QUOTED() == null
                ? text
                : text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }

    private static String text(Token token) {
        return Texts.unquote(token.getText(), position(token));
    }
}
