package org.truceline.cql2;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads character literals. */
final class Texts {
    private static final Pattern ESCAPE = Pattern.compile("''|\\\\(.)", Pattern.DOTALL);

    /** What these letters stand for after a backslash: the characters from U+0007 on, in this order. */
    private static final String CONTROL_LETTERS = "abtnvfr";

    private Texts() {}

    /**
     * The text between the quotes, its escapes replaced (requirement /req/cql2-text/escaping). A backslash before any
     * other character stays: {@code LIKE '50\%'} needs it.
     */
    static String unquote(String literal, Position position) {
        String inner = literal.substring(1, literal.length() - 1);
        String text = ESCAPE.matcher(inner).replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group())));
        return requireStorable(text, position);
    }

    private static String unescaped(String escape) {
        char escaped = escape.charAt(1);
        if (escaped == '\'' || escaped == '\\') {
            return String.valueOf(escaped);
        }
        int control = CONTROL_LETTERS.indexOf(escaped);
        return control < 0 ? escape : String.valueOf((char) ('\u0007' + control));
    }

    /** PostgreSQL's texts hold neither U+0000 nor halves of characters. */
    static String requireStorable(String text, Position position) {
        if (text.indexOf('\0') >= 0) {
            throw new Cql2ParseException(position, "the text holds the character U+0000", "a text without it");
        }
        // A surrogate that has its other half is no code point of its own.
        if (text.codePoints().anyMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE)) {
            throw new Cql2ParseException(position, "the text holds half a character", "Unicode text");
        }
        return text;
    }
}
