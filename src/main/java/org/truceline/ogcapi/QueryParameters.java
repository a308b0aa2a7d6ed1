package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.util.UriUtils;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;

/** The parameters of a request, each at most once, in the order in which they came. */
record QueryParameters(Map<String, String> values) {
    /**
     * Takes the parameters that the resource knows.
     *
     * @throws InvalidParameter for a parameter that is unknown or given twice, or whose percent-encoding can't be read
     */
    static QueryParameters of(HttpServletRequest request, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        decoded(request).forEach((name, given) -> {
            if (!known.contains(name)) {
                throw new InvalidParameter(
                        name,
                        "The parameter \"" + name + "\" is not known here; expected is one of: "
                                + String.join(", ", known) + ".");
            }
            if (given.length > 1) {
                throw new InvalidParameter(
                        name, "The parameter \"" + name + "\" is given " + given.length + " times; expected is once.");
            }
            values.put(name, given[0]);
        });
        return new QueryParameters(values);
    }

    /**
     * The parameters as the container decodes them.
     *
     * @throws InvalidParameter if their percent-encoding can't be read
     */
    static Map<String, String[]> decoded(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (InvalidParameterException undecodable) {
            // The container does not say which parameter it is, only that one of them is not UTF-8.
            throw new InvalidParameter(
                    "query",
                    "The query of the URL can't be read: expected are parameters in UTF-8, percent-encoded, in which a"
                            + " percent sign itself is %25.");
        }
    }

    /**
     * The parameter's value.
     *
     * @throws InvalidParameter if {@code parser} refuses it with an {@code IllegalArgumentException}
     */
    <T> Optional<T> find(String name, Function<String, T> parser) {
        String value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(value));
        } catch (IllegalArgumentException refused) {
            throw new InvalidParameter(
                    name, "The parameter \"" + name + "\" is \"" + value + "\": " + refused.getMessage() + ".");
        }
    }

    /** The URL with these parameters, each encoded as a whole: no character of theirs means anything in the URL. */
    String appendedTo(String url) {
        String query = values.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? url : url + "?" + query;
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    QueryParameters with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new QueryParameters(changed);
    }
}
