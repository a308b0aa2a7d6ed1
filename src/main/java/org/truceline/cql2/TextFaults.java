package org.truceline.cql2;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.truceline.cql2.grammar.Cql2Lexer;

/** Ends parsing at the first fault, and says it in the words of people who write filters. */
final class TextFaults extends BaseErrorListener {
    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offending,
            int line,
            int column,
            String message,
            @Nullable RecognitionException failure) {
        if (offending instanceof Token token && recognizer instanceof Parser parser) {
            IntervalSet expected = failure == null ? parser.getExpectedTokens() : failure.getExpectedTokens();
            String found = token.getType() == Token.EOF
                    ? "the expression ends"
                    : "there is " + Cql2ParseException.quoted(token.getText());
            throw new Cql2ParseException(new Position(token.getStartIndex()), found, words(expected));
        }
        throw lexicalFault(failure);
    }

    private static Cql2ParseException lexicalFault(@Nullable RecognitionException failure) {
        if (!(failure instanceof LexerNoViableAltException fault)) {
            throw new IllegalStateException("A lexer's fault without its place", failure);
        }
        int start = fault.getStartIndex();
        int length = fault.getInputStream().size();
        String text = fault.getInputStream().toString();
        String rest = text.substring(text.offsetByCodePoints(0, Math.min(start, length)));
        Position position = new Position(start);
        if (rest.startsWith("'")) {
            return new Cql2ParseException(position, "a text begins and does not end", "a closing quote '");
        }
        if (rest.startsWith("\"")) {
            return new Cql2ParseException(position, "a name begins and does not end", "a closing quote \"");
        }
        String character = rest.isEmpty() ? "" : Character.toString(rest.codePointAt(0));
        return new Cql2ParseException(
                position,
                "there is the character " + Cql2ParseException.quoted(character) + ", which means nothing here,",
                List.of("a property, a value, an operator"));
    }

    private static List<String> words(IntervalSet expected) {
        List<String> words = new ArrayList<>();
        if (expected.contains(Cql2Lexer.STRING) && expected.contains(Cql2Lexer.IDENTIFIER)) {
            words.add("a property, a value, a function");
        } else {
            addIf(words, expected, Cql2Lexer.STRING, "a text in single quotes");
            addIf(words, expected, Cql2Lexer.NUMBER, "a number");
            addIf(words, expected, Cql2Lexer.LPAREN, "\"(\"");
        }
        addIf(words, expected, Cql2Lexer.LIKE, "LIKE, BETWEEN, IN");
        addIf(words, expected, Cql2Lexer.NULL, "NULL");
        // Once an operand is complete the parser waits for what closes it, though an operator could follow as well.
        if (words.isEmpty()) {
            words.add("an operator such as =, +, AND");
        }
        addIf(words, expected, Cql2Lexer.COMMA, "\",\"");
        addIf(words, expected, Cql2Lexer.RPAREN, "\")\"");
        addIf(words, expected, Cql2Lexer.POINT, expected.contains(Cql2Lexer.IDENTIFIER) ? "" : "a geometry");
        addIf(words, expected, Token.EOF, "the end of the expression");
        return words;
    }

    private static void addIf(List<String> words, IntervalSet expected, int type, String word) {
        if (!word.isEmpty() && expected.contains(type)) {
            words.add(word);
        }
    }
}
