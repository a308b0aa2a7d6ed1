package org.truceline.features;

import org.truceline.cql2.Expression;
import org.truceline.cql2.Expression.Arithmetic;
import org.truceline.cql2.Expression.Folded;
import org.truceline.cql2.Expression.Text;
import org.truceline.cql2.Folding;

/** Texts and numbers. */
final class ScalarSql {
    /**
     * Near to full case folding (Unicode, §5.18) as PostgreSQL can be: ICU's upper case turns ß to SS and knows only one
     * sigma; lower case before it takes in letters such as ẞ, which are upper case and have no other one.
     */
    private static final String CASE_FOLDED = "upper(lower({0} COLLATE \"und-x-icu\")) COLLATE \"default\"";

    /**
     * Decomposed, without the marks, composed again. The marks are the combining ones of Latin, Greek, Cyrillic, Hebrew
     * and Arabic; those of Japanese, which make another letter of one, stay. Strokes are no marks to Unicode.
     */
    private static final String ACCENTS_FOLDED = "translate(normalize(regexp_replace(normalize({0}, NFD), "
            + "'[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a"
            + "\\u064b-\\u065f\\u0670\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', '', 'g'), NFC), "
            + "'ØøŁłĐđĦħŦŧ', 'OoLlDdHhTt')";

    private ScalarSql() {}

    static Operand folded(Folded folded, Operand text) {
        String pattern = folded.folding() == Folding.CASE ? CASE_FOLDED : ACCENTS_FOLDED;
        return new Operand(ValueType.TEXT, "text", Sql.fill("(" + pattern + ")", text.sql()), folded);
    }

    static Sql like(Operand value, Operand pattern) {
        requireWholeEscapes(pattern.source());
        return Sql.fill("{0} LIKE {1}", value.sql(), pattern.sql());
    }

    private static void requireWholeEscapes(Expression pattern) {
        if (pattern instanceof Folded folded) {
            requireWholeEscapes(folded.text());
        } else if (pattern instanceof Text text) {
            String unescaped = text.value().replace("\\\\", "");
            if (unescaped.endsWith("\\")) {
                throw FilterFault.at(
                        text.position(),
                        "The pattern ends with a backslash",
                        "a character after it, or two backslashes for one");
            }
        }
    }

    /**
     * Exact decimals, unless one of the operands is a floating-point column or a power. What has no value, as a division
     * by zero, is NULL: one odd feature doesn't spoil the question for all others.
     */
    static Operand arithmetic(Arithmetic arithmetic, Operand left, Operand right) {
        boolean isFloat = left.isFloat() || right.isFloat();
        String type = isFloat ? "float8" : "numeric";
        return switch (arithmetic.operator()) {
            case PLUS, MINUS, TIMES ->
                number(arithmetic, type, "{0}::%1$s " + arithmetic.operator().symbol() + " {1}::%1$s", left, right);
            case DIVIDE -> number(arithmetic, type, "{0}::%1$s / nullif({1}, 0)::%1$s", left, right);
            case MODULO -> number(arithmetic, "numeric", "mod({0}::numeric, nullif({1}, 0)::numeric)", left, right);
            case DIV -> number(arithmetic, "numeric", "div({0}::numeric, nullif({1}, 0)::numeric)", left, right);
            case POWER -> number(arithmetic, "float8", "power({0}::float8, {1}::float8)", left, right);
        };
    }

    private static Operand number(Arithmetic source, String type, String pattern, Operand left, Operand right) {
        Sql sql = Sql.fill("(" + pattern.formatted(type) + ")", left.sql(), right.sql());
        return new Operand(ValueType.NUMBER, type, sql, source);
    }
}
