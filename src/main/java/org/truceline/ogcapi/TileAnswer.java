package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.truceline.tiles.TileContent;

/**
 * A tile as an HTTP response. Its tag is made of its bytes: an edit elsewhere leaves it as it is. It is kept in gzip too,
 * so that it isn't compressed anew each time.
 */
final class TileAnswer {
    private TileAnswer() {}

    static void send(TileContent tile, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = '"' + tile.digest() + '"';
        // Ask each time: it costs the server little, and tiles are never stale.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, tag);
        if (IfNoneMatch.of(request).names(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else if (tile.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            sendBytes(tile, tag, request, response);
        }
    }

    private static void sendBytes(
            TileContent tile, String tag, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isGzip = AcceptEncoding.of(request).prefersGzip();
        byte[] bytes = isGzip ? tile.gzip() : tile.plain();
        response.setContentType(MediaTypes.VECTOR_TILE);
        response.setContentLength(bytes.length);
        if (isGzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.setHeader(HttpHeaders.ETAG, CodedTags.inGzip(tag));
        }
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(bytes);
        }
    }
}
