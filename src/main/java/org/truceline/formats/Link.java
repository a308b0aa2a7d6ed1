package org.truceline.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/**
 * A link as OGC API – Common writes it (Part 1, schema {@code link.yaml}).
 *
 * @param href absolute
 * @param rel an IANA or OGC link relation
 * @param type media type of what it leads to
 * @param title for people
 * @param body what to send to the address by POST, as JSON (STAC API – Item Search writes its links so); without
 *     members where that is the client's to say, absent where the address is asked by GET
 */
public record Link(
        String href,
        String rel,
        String type,
        String title,

        @JsonInclude(value = JsonInclude.Include.NON_EMPTY, content = JsonInclude.Include.NON_EMPTY)
        Optional<Map<String, String>> body) {
    /** Asked by GET. */
    public Link(String href, String rel, String type, String title) {
        this(href, rel, type, title, Optional.empty());
    }

    /** An address with variables in braces, to be filled in. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public Optional<Boolean> templated() {
        return href.indexOf('{') >= 0 ? Optional.of(true) : Optional.empty();
    }

    /** Absent for GET, which nobody needs to be told. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public Optional<String> method() {
        return body.map(posted -> "POST");
    }

    /** Where the same stands as a page for people. */
    public static Link html(String href) {
        return new Link(href, "alternate", "text/html", "This document as a page");
    }

    /** The link as a field of an HTTP header (RFC 8288 §3), for documents that have no place for links. */
    public String toHeader() {
        return "<" + href + ">; rel=\"" + rel + "\"; type=\"" + type + "\"";
    }
}
