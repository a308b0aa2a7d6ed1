package org.truceline.viewer;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page of the web map. Scripts, styles and fonts are static files beside it, under {@code /map/}.
 *
 * <p>The page answers at {@code /map} and at {@code /map/}, and all its addresses are relative, so that it also works
 * behind a proxy that puts a prefix in front. The two differ in what relative addresses start from: the page's {@code
 * base} element says it.
 */
@RestController
class MapPageController {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String BASE_IN_FILE = "<base href=\"./\">";
    private static final String NO_BASE_MAP = "  <meta name=\"base-map\">\n";

    private final String policy;
    private final String pageInFolder;
    private final String pageBesideFolder;

    MapPageController(BaseMapProperties baseMap) throws IOException {
        policy = policy(baseMap);
        pageInFolder = new ClassPathResource("map.html", MapPageController.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace(NO_BASE_MAP, baseMap.isThere() ? meta(baseMap) : "");
        pageBesideFolder = pageInFolder.replace(BASE_IN_FILE, "<base href=\"map/\">");
    }

    @GetMapping("/map")
    ResponseEntity<String> page(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                // Where somebody looks on this map is nobody's business at the sources that it links to.
                .header("Referrer-Policy", "no-referrer")
                .body(pathAsSent(request).endsWith("/") ? pageInFolder : pageBesideFolder);
    }

    /** The path before any filter took the slash from its end. */
    private static String pathAsSent(HttpServletRequest request) {
        ServletRequest unwrapped = request;
        while (unwrapped instanceof ServletRequestWrapper wrapper) {
            unwrapped = wrapper.getRequest();
        }
        return unwrapped instanceof HttpServletRequest original ? original.getRequestURI() : request.getRequestURI();
    }

    /**
     * Nothing but our own files, and the tiles of the base map where the operator wants one; {@code blob:} and {@code data:}
     * are images that the map draws by itself.
     */
    private static String policy(BaseMapProperties baseMap) {
        String tiles = baseMap.isThere() ? " " + baseMap.origin() : "";
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "worker-src 'self'",
                "style-src 'self'",
                "font-src 'self'",
                "img-src 'self' data: blob:" + tiles,
                "connect-src 'self'" + tiles,
                "base-uri 'self'",
                "form-action 'none'",
                "frame-ancestors 'self'");
    }

    private static String meta(BaseMapProperties baseMap) {
        return "  <meta name=\"base-map\" content=\"%s\" data-attribution=\"%s\">\n"
                .formatted(HtmlUtils.htmlEscape(baseMap.tiles()), HtmlUtils.htmlEscape(baseMap.attribution()));
    }
}
