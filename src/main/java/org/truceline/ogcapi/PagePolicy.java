package org.truceline.ogcapi;

/**
 * What a page may load and run (Content Security Policy, Level 3). Nothing comes from another server, and nothing inside
 * a page's markup runs: what slipped through as markup would still do no harm.
 */
enum PagePolicy {
    /** Text needs no script. */
    TEXT("img-src 'self'"),

    /** {@code blob:} and {@code data:} are images that the map draws by itself. */
    MAP("script-src 'self'", "worker-src 'self'", "connect-src 'self'", "img-src 'self' data: blob:"),

    /** The console of the API is Swagger UI, whose signs are {@code data:} images in its style sheet. */
    CONSOLE("script-src 'self'", "connect-src 'self'", "img-src 'self' data:");

    private static final String EVERYWHERE = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    private final String own;

    PagePolicy(String... own) {
        this.own = String.join("; ", own);
    }

    /** The value of the header {@code Content-Security-Policy}. */
    String header() {
        return EVERYWHERE + "; " + own;
    }
}
