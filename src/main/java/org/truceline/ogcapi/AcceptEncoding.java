package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** The header {@code Accept-Encoding}: which content codings a client likes, and how much (RFC 9110 §12.5.3). */
record AcceptEncoding(List<String> items) {
    private static final Pattern QUALITY = Pattern.compile(";\\s*q=\\s*([01](?:\\.\\d{0,3})?)");

    static AcceptEncoding of(HttpServletRequest request) {
        return new AcceptEncoding(Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(item -> item.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Whether gzip is accepted, and liked no less than the plain answer. A client that says nothing gets that. */
    boolean prefersGzip() {
        double gzip =
                quality("gzip").orElse(quality("x-gzip").orElse(quality("*").orElse(0)));
        double plain = quality("identity").orElse(0);
        return gzip > 0 && gzip >= plain;
    }

    private OptionalDouble quality(String coding) {
        return items.stream()
                .filter(item -> item.split(";", 2)[0].strip().equals(coding))
                .mapToDouble(AcceptEncoding::weight)
                .findFirst();
    }

    private static double weight(String item) {
        Matcher quality = QUALITY.matcher(item);
        return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
    }
}
