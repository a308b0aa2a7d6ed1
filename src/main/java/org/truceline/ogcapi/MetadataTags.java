package org.truceline.ogcapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Tags what the server says of itself and of its collections by the bytes: these documents are small, and made of much.
 * Caches may keep them for a moment without asking: a new layer takes as long to appear.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class MetadataTags extends ShallowEtagHeaderFilter {
    private static final String KEEP_BRIEFLY = "max-age=5";
    private static final Pattern PATHS = Pattern.compile(
            "/?|/(conformance|api|functions|processes(/[^/]+)?)/?|/collections(/[^/]+(/(schema|queryables|sortables))?)?/?"
                    + "|/tileMatrixSets(/[^/]+)?/?|(/collections/[^/]+)?/tiles(/[^/]+)?/?"
                    + "|/collections/[^/]+/styles/?|/styles(/[^/]+(/[^/]+)?)?/?|/resources(/[^/]+)?/?|/resources/fonts/[^/]+/[^/]+|/qgis/truceline.qgs");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATHS.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEEP_BRIEFLY);
        super.doFilterInternal(request, response, chain);
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        boolean isHead = HttpMethod.HEAD.matches(request.getMethod()) && status == HttpServletResponse.SC_OK;
        return isHead || super.isEligibleForEtag(request, response, status, body);
    }
}
