package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import org.truceline.ogcapi.RequestFailure.TooLarge;

/** The body of a request as text. */
final class BodyText {
    /** What faults of the body as a whole are said of. */
    private static final String BODY = "body";

    private BodyText() {}

    /**
     * Reads the body, which has to be UTF-8.
     *
     * @throws TooLarge if it has more bytes
     * @throws InvalidParameter if it is not UTF-8
     */
    static String read(HttpServletRequest request, int longest) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw TooLarge.body(longest);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidParameter(BODY, "The body is not UTF-8; expected is JSON in UTF-8.");
        }
    }
}
