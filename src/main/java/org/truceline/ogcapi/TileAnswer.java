package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.truceline.tiles.TileContent;

/**
 * A tile as an HTTP response. Its tag is made of its bytes: an edit elsewhere leaves it as it is. It is kept in gzip too,
 * so that it isn't compressed anew each time. Of an empty tile the answer is empty too: a tile of no layers.
 */
final class TileAnswer {
    /** Names the collections of which clusters stand for points; their ids percent-encoded, between commas. */
    static final String CLUSTERED = "Truceline-Clustered";

    private TileAnswer() {}

    static void send(TileContent tile, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = '"' + tile.digest() + '"';
        // Ask each time: it costs the server little, and tiles are never stale.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, tag);
        if (!tile.clustered().isEmpty()) {
            response.setHeader(CLUSTERED, String.join(",", encoded(tile.clustered())));
        }
        if (IfNoneMatch.of(request).names(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            sendBytes(tile, tag, request, response);
        }
    }

    private static List<String> encoded(List<String> ids) {
        return ids.stream().map(BaseUrl.Resources::segment).toList();
    }

    private static void sendBytes(
            TileContent tile, String tag, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isGzip = !tile.isEmpty() && AcceptEncoding.of(request).prefersGzip();
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
