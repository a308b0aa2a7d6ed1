package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.truceline.editing.KeyedRequest;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;

/**
 * The header {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header): a key that the client gives a request,
 * so that it can be sent again where no answer came. The draft wants it in quotes; many clients leave them out, and mean the
 * same.
 */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("(\"?)([\\x21-\\x7e&&[^\",;\\\\]]{1,255})\\1");

    private IdempotencyKey() {}

    /**
     * The request by its key; empty where it has none.
     *
     * @param body empty where there is none
     * @throws InvalidParameter if the header can't be read
     */
    static Optional<KeyedRequest> find(HttpServletRequest request, String body) {
        List<String> headers = Collections.list(request.getHeaders(HEADER));
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = KEY.matcher(headers.get(0).strip());
        if (headers.size() > 1 || !matcher.matches()) {
            throw new InvalidParameter(
                    HEADER,
                    "The header Idempotency-Key can't be read; expected is one key, in double quotes or without, of 1 to 255"
                            + " visible ASCII characters other than quotes, commas, semicolons and backslashes.");
        }
        return Optional.of(new KeyedRequest(matcher.group(2), digest(request, body)));
    }

    /** Of all that says what is to be done; under which name the server was asked doesn't. */
    private static String digest(HttpServletRequest request, String body) {
        MessageDigest digest = sha256();
        Stream.of(
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getQueryString(),
                        request.getContentType(),
                        request.getHeader(EditController.CONTENT_CRS),
                        String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_MATCH))),
                        body)
                .map(part -> Objects.requireNonNullElse(part, "").getBytes(StandardCharsets.UTF_8))
                .forEach(part -> {
                    // No part's end can pass for the next one's beginning.
                    digest.update(ByteBuffer.allocate(Integer.BYTES)
                            .putInt(part.length)
                            .flip());
                    digest.update(part);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has it.
            throw new IllegalStateException(impossible);
        }
    }
}
