package org.truceline.ogcapi;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A response that goes out in gzip, if there is something to gain: text, and more than a little of it. Which it is shows
 * after the first bytes, before which no header is final.
 */
final class CompressedResponse extends HttpServletResponseWrapper {
    /** Text, also where a media type doesn't call it so. Events have to arrive one by one. */
    private static final Pattern TEXT = Pattern.compile(
            "text/(?!event-stream).*|application/([^;]*[+])?(json|json-seq|xml|javascript)\\b.*|image/svg.*");

    private final CodedTags tags;
    private @Nullable CompressedOutput output;
    private @Nullable PrintWriter writer;
    private OptionalLong plainLength = OptionalLong.empty();
    private Optional<String> plainTag = Optional.empty();
    private Optional<Boolean> decision = Optional.empty();

    CompressedResponse(HttpServletResponse response, CodedTags tags) {
        super(response);
        this.tags = tags;
    }

    private HttpServletResponse plain() {
        return (HttpServletResponse) getResponse();
    }

    /** The handler has said all. Not to be called when it failed on the way. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (output != null) {
            output.finish();
        } else {
            decide(false);
        }
    }

    /** To be called at the end in any case. */
    void release() {
        if (output != null) {
            output.release();
        }
    }

    /**
     * Sets the headers that depend on the coding; what was decided once holds.
     *
     * @param isLong whether there is enough to compress
     * @return whether the answer goes out in gzip
     */
    boolean decide(boolean isLong) {
        if (decision.isEmpty()) {
            boolean isGzip =
                    isLong && getStatus() == SC_OK && isText() && !containsHeader(HttpHeaders.CONTENT_ENCODING);
            decision = Optional.of(isGzip);
            setHeaders(isGzip);
        }
        return decision.get();
    }

    private void setHeaders(boolean isGzip) {
        if (isGzip) {
            super.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            // Ranges would be of the plain bytes.
            super.setHeader(HttpHeaders.ACCEPT_RANGES, null);
            plainTag.ifPresent(tag -> super.setHeader(HttpHeaders.ETAG, CodedTags.inGzip(tag)));
        } else {
            plainLength.ifPresent(super::setContentLengthLong);
            if (getStatus() == SC_NOT_MODIFIED) {
                plainTag.ifPresent(tag -> super.setHeader(HttpHeaders.ETAG, tags.asAsked(tag)));
            }
        }
    }

    private boolean isText() {
        String type = getContentType();
        return type != null && TEXT.matcher(type).matches();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new CompressedOutput(plain().getOutputStream(), this);
        }
        return output;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer =
                    new PrintWriter(new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (output == null && plainLength.isPresent()) {
            // Headers only, with the length of a body that doesn't follow: HEAD.
            decide(false);
        } else {
            getOutputStream().flush();
        }
        super.flushBuffer();
    }

    @Override
    public void reset() {
        super.reset();
        forget();
        plainTag = Optional.empty();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
        super.setHeader(HttpHeaders.CONTENT_ENCODING, null);
    }

    private void forget() {
        release();
        decision = Optional.empty();
        output = null;
        writer = null;
        plainLength = OptionalLong.empty();
    }

    @Override
    public void setContentLength(int length) {
        plainLength = OptionalLong.of(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        plainLength = OptionalLong.of(length);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (!keep(name, value)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!keep(name, value)) {
            super.addHeader(name, value);
        }
    }

    /** Whether the header waits until the coding is known. A tag is set all the same: others look for it. */
    private boolean keep(String name, @Nullable String value) {
        if (name.equalsIgnoreCase(HttpHeaders.ETAG)) {
            plainTag = Optional.ofNullable(value);
        }
        boolean isLength = name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH) && value != null;
        if (isLength) {
            plainLength = OptionalLong.of(Long.parseLong(value));
        }
        return isLength;
    }
}
