package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.truceline.formats.Format;

/** The parameter {@code f}, and the resources that know no other. */
final class FormatParameter {
    static final String NAME = "f";

    static final String HTML = "html";
    static final String JSON = "json";

    private static final Set<String> KNOWN = Set.of(NAME);

    private FormatParameter() {}

    /**
     * Checks the parameters of a resource that comes in JSON and in HTML.
     *
     * @throws RequestFailure.InvalidParameter if there is any other than {@code f=json} and {@code f=html}
     */
    static void check(HttpServletRequest request) {
        QueryParameters.of(request, KNOWN).find(NAME, FormatParameter::requireOffered);
    }

    /** The same for features, which have a second name for their JSON. */
    static String requireFeatureFormat(String format) {
        return format.equals("geojson") ? format : requireOffered(format);
    }

    /** The same for what is there as JSON only. */
    static String requireJson(String format) {
        if (!format.equals(JSON)) {
            throw new IllegalArgumentException("expected is json");
        }
        return format;
    }

    /** The same for pages of features. */
    static Format requirePageFormat(String format) {
        return Format.findForPages(format)
                .orElseThrow(
                        () -> new IllegalArgumentException("expected is one of " + String.join(", ", pageValues())));
    }

    /** The values of the parameter where a page of features is asked for. */
    static List<String> pageValues() {
        return Stream.concat(Stream.of("json"), Format.listForPages().stream().map(Format::parameter))
                .toList();
    }

    static String requireOffered(String format) {
        return switch (format) {
            case JSON, HTML -> format;
            default -> throw new IllegalArgumentException("expected is json or html");
        };
    }

    /** The address under which a resource without further parameters comes as a page. */
    static String html(String url) {
        return url + "?" + NAME + "=" + HTML;
    }

    /** The address under which a resource without further parameters comes in JSON. */
    static String json(String url) {
        return url + "?" + NAME + "=" + JSON;
    }
}
