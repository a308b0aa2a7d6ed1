package org.truceline.cql2;

import java.util.regex.Pattern;

/** Writes trees without the positions, which differ with the language. */
final class Trees {
    private static final Pattern POSITION = Pattern.compile("(, )?position=[^,\\]]*");

    private Trees() {}

    static String text(Expression expression) {
        return POSITION.matcher(expression.toString()).replaceAll("");
    }
}
