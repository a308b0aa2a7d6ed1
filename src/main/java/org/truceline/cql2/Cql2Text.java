package org.truceline.cql2;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.truceline.cql2.grammar.Cql2Lexer;
import org.truceline.cql2.grammar.Cql2Parser;

/** Reads CQL2 Text (OGC 21-065r2, §8.2). */
public final class Cql2Text {
    /** Each takes the parser about a kilobyte of memory. What a database can be asked has fewer. */
    private static final int MOST_TOKENS = 250_000;

    private Cql2Text() {}

    /**
     * The expression that the text writes.
     *
     * @throws Cql2ParseException if the text is no filter; the position tells where it stops being one
     */
    public static Expression parse(String text) {
        TextFaults faults = new TextFaults();
        Cql2Lexer lexer = new Cql2Lexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(faults);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        requireFew(tokens);
        requireShallow(tokens);
        Cql2Parser parser = new Cql2Parser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(faults);
        return new TextTree().filter(parser.filter());
    }

    private static void requireFew(CommonTokenStream tokens) {
        if (tokens.size() > MOST_TOKENS) {
            throw new Cql2ParseException(
                    new Position(tokens.get(MOST_TOKENS).getStartIndex()),
                    "there are " + MOST_TOKENS + " words, numbers and signs already",
                    "at most as many");
        }
    }

    /** The parser calls itself for what is in parentheses and for nothing else. */
    private static void requireShallow(CommonTokenStream tokens) {
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            if (token.getType() == Cql2Lexer.LPAREN) {
                depth++;
            } else if (token.getType() == Cql2Lexer.RPAREN) {
                depth--;
            }
            if (depth > Nesting.DEEPEST) {
                throw new Cql2ParseException(
                        new Position(token.getStartIndex()),
                        "a parenthesis opens inside " + Nesting.DEEPEST + " others",
                        "at most " + Nesting.DEEPEST + " levels");
            }
        }
    }
}
