package org.truceline.ogcapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives answers in HTTP/1.0 their length. Without it they end where the connection does, and one that a failure cuts off
 * could not be told from a shorter one: that protocol has no chunks (RFC 9112 §6.3).
 */
@Component
class OldProtocolFilter extends OncePerRequestFilter {
    private static final String OLD = "HTTP/1.0";

    /** Events have their own ends. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ChangesController.isFor(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getProtocol().equals(OLD)) {
            chain.doFilter(request, response);
            return;
        }
        try (SpooledResponse spooled = new SpooledResponse(response)) {
            chain.doFilter(request, spooled);
            spooled.send();
        }
    }
}
