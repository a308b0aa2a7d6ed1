package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.util.UriUtils;
import org.truceline.features.NearestName;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import org.truceline.ogcapi.RequestFailure.TooLarge;

/** The parameters of a request, each at most once, in the order in which they came. */
record QueryParameters(Map<String, String> values) {
    private static final int LONGEST_QUOTE = 200;

    /**
     * Takes the parameters that the resource knows.
     *
     * @throws InvalidParameter for a parameter that is unknown or given twice, or whose percent-encoding can't be read
     */
    static QueryParameters of(HttpServletRequest request, Set<String> known) {
        return of(request).requireKnown(known);
    }

    /**
     * Takes all parameters, those in the body of a form among them.
     *
     * @throws InvalidParameter for a parameter that is given twice, or whose percent-encoding can't be read
     */
    static QueryParameters of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        decoded(request).forEach((name, given) -> {
            if (given.length > 1) {
                throw givenTimes(name, given.length);
            }
            values.put(name, given[0]);
        });
        return new QueryParameters(values);
    }

    private static InvalidParameter givenTimes(String name, int times) {
        return new InvalidParameter(
                name, "The parameter \"" + name + "\" is given " + times + " times; expected is once.");
    }

    QueryParameters requireKnown(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new InvalidParameter(
                        name,
                        "The parameter \"" + cut(name) + "\" is not known here; expected is "
                                + NearestName.inWords(name, known) + ".");
            }
        }
        return this;
    }

    /**
     * These and the others.
     *
     * @throws InvalidParameter for a parameter that is among both
     */
    QueryParameters and(QueryParameters others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        others.values.forEach((name, value) -> {
            if (all.put(name, value) != null) {
                throw givenTimes(name, 2);
            }
        });
        return new QueryParameters(all);
    }

    /**
     * The parameters as the container decodes them.
     *
     * @throws InvalidParameter if their percent-encoding can't be read
     * @throws TooLarge if they are a form that is too long
     */
    static Map<String, String[]> decoded(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            if (unreadable.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                throw TooLarge.body(SearchBody.LONGEST);
            }
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
                    name, "The parameter \"" + name + "\" is \"" + cut(value) + "\": " + refused.getMessage() + ".");
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
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

    QueryParameters without(String name) {
        Map<String, String> remaining = new LinkedHashMap<>(values);
        remaining.remove(name);
        return new QueryParameters(remaining);
    }

    /** This one only, if it is there. */
    QueryParameters keep(String name) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(Set.of(name));
        return new QueryParameters(kept);
    }

    QueryParameters with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new QueryParameters(changed);
    }
}
