package org.truceline.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The accessibility checker axe-core, put into a page. */
final class Axe {
    private static final String SCRIPT = read();

    /** A line for each element found: rule, help, where. */
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            axe.run(document, {runOnly: tags, resultTypes: ['violations']})
                .then(({violations}) => done(violations.flatMap(({id, help, nodes}) =>
                    nodes.map(({target, failureSummary}) => `${id}: ${help}, at ${target.join(' ')}: ${failureSummary}`))))
                .catch((failure) => done([`axe failed: ${failure.message}`]));
            """;

    private Axe() {}

    static List<String> listViolations(Browser browser) {
        browser.run(SCRIPT);
        Object lines = browser.await(RUN);
        return ((List<?>) Objects.requireNonNull(lines))
                .stream().map(String::valueOf).toList();
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
