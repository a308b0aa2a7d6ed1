package org.truceline.cql2;

import java.util.List;

/** A text is no filter. The message is a sentence that names the place, what stands there and what was expected. */
public final class Cql2ParseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 40;

    private final transient Position position;
    private final transient List<String> expected;

    /**
     * Describes the fault.
     *
     * @param found what stands at the position, or what is wrong there: the beginning of the sentence
     * @param expected what could stand there instead, each in a few words; may be empty
     */
    Cql2ParseException(Position position, String found, List<String> expected) {
        super(capitalized(found) + (position.isKnown() ? " " + position : "") + suffix(expected));
        this.position = position;
        this.expected = List.copyOf(expected);
    }

    Cql2ParseException(Position position, String found, String expected) {
        this(position, found, List.of(expected));
    }

    public Position position() {
        return position;
    }

    public List<String> expected() {
        return expected;
    }

    /** Text of the client's in quotes, cut where it is long. */
    static String quoted(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters <= LONGEST_QUOTE
                ? '"' + text + '"'
                : '"' + text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…\"";
    }

    private static String suffix(List<String> expected) {
        if (expected.isEmpty()) {
            return "";
        }
        if (expected.size() == 1) {
            return "; expected is " + expected.get(0);
        }
        int last = expected.size() - 1;
        return "; expected is " + String.join(", ", expected.subList(0, last)) + " or " + expected.get(last);
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
