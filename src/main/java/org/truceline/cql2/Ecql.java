package org.truceline.cql2;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.text.generated.parsers.TokenMgrError;

/**
 * Reads ECQL, the filter language of GeoServer and of clients older than CQL2, with GeoTools' parser. Nodes of the tree
 * don't know their positions, since that parser doesn't tell.
 */
public final class Ecql {
    private static final EcqlFactory FACTORY = new EcqlFactory();
    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
    private static final Pattern OWN_SRID = Pattern.compile("(?i)\\bSRID\\s*=\\s*\\d+\\s*;");
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n\\t]");

    private Ecql() {}

    /**
     * The expression that the text writes.
     *
     * @throws Cql2ParseException if the text is no filter; the position, where it is known, tells where it stops being
     *     one
     */
    public static Expression parse(String text) {
        requireShallow(text);
        Matcher ownSrid = OWN_SRID.matcher(text);
        if (ownSrid.find()) {
            throw new Cql2ParseException(
                    new Position(text.codePointCount(0, ownSrid.start())),
                    "a geometry names its own coordinate reference system",
                    "filter-crs");
        }
        try {
            // On one line the parser's columns are positions.
            String line = LINE_END.matcher(text).replaceAll(" ");
            return new EcqlTree().filter(ECQL.toFilter(line, FACTORY));
        } catch (CQLException | TokenMgrError | AssertionError fault) {
            // The parser asserts of its input what it should refuse; assertions are on in tests.
            throw fault(fault);
        } catch (Cql2ParseException fault) {
            throw fault;
        } catch (RuntimeException fault) {
            // Numbers that are too long, dates of no calendar: the parser lets Java's own failures through.
            throw fault(fault);
        }
    }

    /** The parser calls itself for what is in parentheses and brackets. */
    private static void requireShallow(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            }
            if (depth > Nesting.DEEPEST) {
                throw new Cql2ParseException(
                        new Position(text.codePointCount(0, i)),
                        "a parenthesis opens inside " + Nesting.DEEPEST + " others",
                        "at most " + Nesting.DEEPEST + " levels");
            }
        }
    }

    private static Cql2ParseException fault(Throwable fault) {
        String message = Objects.requireNonNullElse(fault.getMessage(), "");
        String first = message.lines().findFirst().orElse("");
        Matcher column = COLUMN.matcher(message);
        Position position =
                column.find() ? new Position(Math.max(0, Integer.parseInt(column.group(1)) - 1)) : Position.UNKNOWN;
        return new Cql2ParseException(
                position, "this is not ECQL (" + first + ")", List.of("a filter in ECQL, or filter-lang=cql2-text"));
    }
}
