package org.truceline.formats;

/**
 * A link as OGC API – Common writes it (Part 1, schema {@code link.yaml}).
 *
 * @param href absolute
 * @param rel an IANA or OGC link relation
 * @param type media type of what it leads to
 * @param title for people
 */
public record Link(String href, String rel, String type, String title) {}
