package org.truceline.styles;

import org.truceline.cql2.Expression;

/** Which features of a layer a rule is for. */
public sealed interface Condition {
    Condition ALWAYS = new Always();

    Condition OTHERWISE = new Otherwise();

    record Always() implements Condition {}

    /** Those of which this is true. */
    record When(Expression expression) implements Condition {}

    /** Those that no other rule of the group is for: among them all of which a condition's truth is unknown. */
    record Otherwise() implements Condition {}
}
