package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.truceline.ogcapi.AcceptHeader.Fit;

/** Chooses between a resource's forms: {@code f} decides, without it the {@code Accept} header. */
final class FormChoice {
    private static final Pattern STYLES = Pattern.compile("/styles/[^/]+/?");
    private static final Pattern LEGENDS = Pattern.compile("/styles/[^/]+/legend/?");

    private FormChoice() {}

    /** Whether it is a resource that is asked for whose forms are other ones than those of most. */
    static boolean isFor(HttpServletRequest request) {
        return matches(STYLES, request) || matches(LEGENDS, request);
    }

    private static boolean matches(Pattern paths, HttpServletRequest request) {
        return paths.matcher(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .matches();
    }

    /** Whether it is a style's page for people that is asked for, rather than one of its other forms. */
    static boolean isForPage(HttpServletRequest request) {
        return matches(STYLES, request) && prefersPage(request, StyleFormat.list());
    }

    private static boolean prefersPage(HttpServletRequest request, List<? extends OfferedForm> offered) {
        Optional<String> named = Representation.findFormat(request);
        if (named.isPresent()) {
            return named.get().equals(FormatParameter.HTML);
        }
        AcceptHeader accept = AcceptHeader.of(request);
        Fit page = accept.fit(Representation::fitsHtml);
        return offered.stream()
                .map(form -> accept.fit(form::fits))
                .allMatch(fit -> Fit.BEST_LAST.compare(page, fit) > 0);
    }

    /**
     * The form that the request asks for; the first one where it likes several alike.
     *
     * @throws RequestFailure.InvalidParameter if there is any other parameter, or another value
     * @throws HttpMediaTypeNotAcceptableException if it accepts none
     */
    static <F extends OfferedForm> F of(HttpServletRequest request, List<F> offered)
            throws HttpMediaTypeNotAcceptableException {
        Optional<F> named = QueryParameters.of(request, Set.of(FormatParameter.NAME))
                .find(FormatParameter.NAME, value -> require(value, offered));
        if (named.isPresent()) {
            return named.get();
        }
        AcceptHeader accept = AcceptHeader.of(request);
        if (accept.ranges().isEmpty()) {
            return offered.get(0);
        }
        return offered.stream()
                .filter(form -> accept.fit(form::fits).quality() > 0)
                .min(Comparator.comparing((F form) -> accept.fit(form::fits), Fit.BEST_LAST.reversed())
                        .thenComparing(offered::indexOf))
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(offered.stream()
                        .map(form -> MediaType.parseMediaType(form.mediaType()))
                        .toList()));
    }

    private static <F extends OfferedForm> F require(String value, List<F> offered) {
        return offered.stream()
                .filter(form -> form.parameter().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("expected is one of " + OfferedForm.parameters(offered)));
    }
}
