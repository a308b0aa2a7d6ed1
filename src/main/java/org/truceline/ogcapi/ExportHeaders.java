package org.truceline.ogcapi;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.truceline.crs.Crs;
import org.truceline.formats.Format;
import org.truceline.layers.Layer;

/** What the headers of a downloaded layer say, whatever its state. */
record ExportHeaders(Layer layer, Format format, Crs crs) {
    HttpHeaders toHttp() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(format.mediaType()));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(layer.id() + "." + format.extension(), StandardCharsets.UTF_8)
                .build());
        headers.set("Content-Crs", "<" + crs.uri() + ">");
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        return headers;
    }

    /**
     * Of one state of the layer.
     *
     * @param tag its entity tag
     * @param isRevision whether caches can ask by the tag whether it is still the present state
     */
    HttpHeaders toHttp(String tag, boolean isRevision) {
        HttpHeaders headers = toHttp();
        headers.setETag(tag);
        headers.setCacheControl(isRevision ? ConditionalAnswer.ASK_EACH_TIME : ConditionalAnswer.KEEP_NOTHING);
        return headers;
    }
}
