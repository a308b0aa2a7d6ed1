package org.truceline.processes;

/**
 * How something is called.
 *
 * @param id in requests
 * @param title for people, a few words
 * @param description for people, sentences
 */
public record Label(String id, String title, String description) {}
