package org.truceline.cql2;

/** What is done with two numbers. */
public enum ArithmeticOperator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    /** Division with a fraction: 1 / 2 is 0.5. */
    DIVIDE("/"),
    /** The remainder, with the sign of the dividend. */
    MODULO("%"),
    /** Division without the fraction: 7 div 2 is 3, -7 div 2 is -3. */
    DIV("div"),
    POWER("^");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As CQL2 writes it, in small letters. */
    public String symbol() {
        return symbol;
    }
}
