package org.truceline.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8, strictly: bytes that are none become {@link #NOT_UTF_8}, so that the row they stand in can be rejected
 * and the others read. A byte order mark is skipped.
 */
final class Utf8Text {
    /** A noncharacter (Unicode 23.7), which no text that is meant to be exchanged contains. */
    static final char NOT_UTF_8 = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8Text() {}

    static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // UTF-8 has at most one UTF-16 unit a byte, and a malformed sequence gives one for at least one byte.
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            out.put(NOT_UTF_8);
            in.position(in.position() + result.length());
            result = decoder.decode(in, out, true);
        }
        out.flip();
        if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) {
            out.get();
        }
        return out.toString();
    }
}
