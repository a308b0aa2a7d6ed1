package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.truceline.changes.Revision;
import org.truceline.exports.ExportFile;
import org.truceline.formats.Format;

/**
 * Entity tags of downloads. The layer's revision makes them, so that nothing has to be made for whoever has the answer, and
 * a download that broke off is resumed from a file that is made anew. Texts are the same bytes each time. Binary files may
 * differ from others of the same state, as in when they were made: a part of their tags, after a dot, is of their bytes.
 */
@Component
class ExportTags {
    private static final String QUOTE = "\"";

    private final EntityTags tags;

    ExportTags(EntityTags tags) {
        this.tags = tags;
    }

    /** Of an answer that is sent while it is read. */
    String of(Revision revision, Format format, HttpServletRequest request) {
        return tags.of(revision, request, format.mediaType());
    }

    /** Of a file; where the layer has no revision it names the file's bytes only, for those who read part by part. */
    String of(ExportFile file, HttpServletRequest request) {
        return file.revision()
                .map(revision -> ofBytes(file, of(revision, file.key().format(), request)))
                .orElse(QUOTE + file.digest() + QUOTE);
    }

    private static String ofBytes(ExportFile file, String tag) {
        return file.key().format().isStreamed() ? tag : beginning(tag) + file.digest() + QUOTE;
    }

    private static String beginning(String tag) {
        return tag.substring(0, tag.length() - QUOTE.length()) + ".";
    }

    /** That tag among the client's ones which is of this state of the layer. */
    Optional<String> findSame(Revision revision, Format format, HttpServletRequest request) {
        String tag = of(revision, format, request);
        IfNoneMatch known = IfNoneMatch.of(request);
        return format.isStreamed() ? Optional.of(tag).filter(known::names) : known.findBeginning(beginning(tag));
    }
}
