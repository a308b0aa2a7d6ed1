package org.truceline.formats;

/**
 * A link as OGC API – Common writes it (Part 1, schema {@code link.yaml}).
 *
 * @param href absolute
 * @param rel an IANA or OGC link relation
 * @param type media type of what it leads to
 * @param title for people
 */
public record Link(String href, String rel, String type, String title) {
    /** Where the same stands as a page for people. */
    public static Link html(String href) {
        return new Link(href, "alternate", "text/html", "This document as a page");
    }

    /** The link as a field of an HTTP header (RFC 8288 §3), for documents that have no place for links. */
    public String toHeader() {
        return "<" + href + ">; rel=\"" + rel + "\"; type=\"" + type + "\"";
    }
}
