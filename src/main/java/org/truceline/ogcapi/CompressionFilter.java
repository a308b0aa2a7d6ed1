package org.truceline.ogcapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends answers in gzip to clients that ask for it: the one place that knows of content codings. An answer whose writing
 * fails is left without gzip's end, so that a part never looks like the whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CompressionFilter extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ChangesController.isFor(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!AcceptEncoding.of(request).prefersGzip()) {
            chain.doFilter(request, response);
            return;
        }
        CodedTags tags = CodedTags.of(request);
        CompressedResponse compressed = new CompressedResponse(response, tags);
        try {
            chain.doFilter(tags.withoutCodings(request), compressed);
            compressed.finish();
        } catch (IOException | ServletException | RuntimeException | Error failure) {
            if (!response.isCommitted()) {
                // Else the report of the failure would be said to be in gzip.
                response.reset();
            }
            throw failure;
        } finally {
            compressed.release();
        }
    }
}
