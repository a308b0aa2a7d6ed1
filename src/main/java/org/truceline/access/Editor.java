package org.truceline.access;

/**
 * Who has signed in, and writes.
 *
 * @param name of the account
 */
public record Editor(String name) {}
