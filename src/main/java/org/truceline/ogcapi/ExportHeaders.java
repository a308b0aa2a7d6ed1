package org.truceline.ogcapi;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.truceline.crs.Crs;
import org.truceline.exports.ExportFile;
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

    /** Of one state of the layer. */
    HttpHeaders toHttp(ExportFile file) {
        HttpHeaders headers = toHttp();
        headers.setETag(file.tag());
        return headers;
    }
}
