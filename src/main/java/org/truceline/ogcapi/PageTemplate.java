package org.truceline.ogcapi;

import java.util.Locale;

/** The kinds of pages, each with its template and with what it may do. */
enum PageTemplate {
    LANDING(PagePolicy.TEXT),
    CONFORMANCE(PagePolicy.TEXT),
    API(PagePolicy.CONSOLE),
    FUNCTIONS(PagePolicy.TEXT),
    COLLECTIONS(PagePolicy.TEXT),
    COLLECTION(PagePolicy.MAP),
    SCHEMA(PagePolicy.TEXT),
    ITEMS(PagePolicy.MAP),
    FEATURE(PagePolicy.MAP),
    PROCESSES(PagePolicy.TEXT),
    PROCESS(PagePolicy.TEXT),
    JOBS(PagePolicy.TEXT),
    JOB(PagePolicy.TEXT),
    JOB_WITH_MAP(PagePolicy.MAP),
    TILESETS(PagePolicy.TEXT),
    TILESET(PagePolicy.TEXT),
    TILESET_WITH_MAP(PagePolicy.MAP),
    TILE_MATRIX_SETS(PagePolicy.TEXT),
    TILE_MATRIX_SET(PagePolicy.TEXT),
    STYLES(PagePolicy.TEXT),
    STYLE(PagePolicy.MAP),
    STYLE_METADATA(PagePolicy.TEXT),
    VERSIONS(PagePolicy.TEXT),
    PROBLEM(PagePolicy.TEXT);

    private final PagePolicy policy;

    PageTemplate(PagePolicy policy) {
        this.policy = policy;
    }

    PagePolicy policy() {
        return policy;
    }

    public boolean hasMap() {
        return policy == PagePolicy.MAP;
    }

    public boolean hasConsole() {
        return policy == PagePolicy.CONSOLE;
    }

    /** With a map or without one, it is the same template. */
    String file() {
        return name().replaceFirst("_WITH_MAP$", "").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
