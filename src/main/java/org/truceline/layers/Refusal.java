package org.truceline.layers;

/**
 * A relation of the schema {@code layer} that can't be served, and why.
 *
 * @param relation the relation's name
 * @param reason a sentence that also tells what to change
 */
public record Refusal(String relation, String reason) {}
