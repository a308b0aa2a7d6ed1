package org.truceline.ogcapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truceline.formats.Link;

/** What is told of styles (OGC API – Styles, draft 20-009, §7.3 and §7.5). */
final class StyleDocument {
    private StyleDocument() {}

    /** The list of them. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Listing(@JsonProperty("default") Optional<String> defaultStyle, List<Entry> styles, List<Link> links) {}

    /** A style in the list. */
    record Entry(String id, String title, List<Link> links) {}

    /** A style's metadata. */
    record Metadata(
            String id,
            String title,
            String description,
            List<String> keywords,
            String license,
            String scope,
            List<Stylesheet> stylesheets,
            List<DataLayer> layers,
            List<Link> links) {}

    /**
     * The style in one encoding.
     *
     * @param isNative whether it is what the style was written in: each is made of one definition of our own
     */
    record Stylesheet(
            String title,
            String version,
            String specification,
            @JsonProperty("native") boolean isNative,
            Link link) {}

    /** What a style draws. */
    record DataLayer(
            String id,
            String description,
            String dataType,
            String geometryType,
            Map<String, Object> propertiesSchema,
            Link sampleData) {}
}
