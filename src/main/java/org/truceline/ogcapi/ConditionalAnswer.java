package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.truceline.changes.Revision;
import org.truceline.features.FeatureGroup;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;

/**
 * Gives an answer its entity tag, and leaves it out where the client has it already (RFC 9110 §13.1.2): 304. Caches may
 * keep the answer, and ask each time whether it is still true; where nothing could tell them, they may not.
 */
final class ConditionalAnswer implements FeatureSink {
    static final String ASK_EACH_TIME = "no-cache";
    static final String KEEP_NOTHING = "no-store";

    private final FeatureSink encoder;
    private final Function<Revision, String> tags;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private boolean isSent = true;

    /**
     * For one answer.
     *
     * @param tags makes its entity tag, with the quotes
     */
    ConditionalAnswer(
            FeatureSink encoder,
            Function<Revision, String> tags,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.encoder = encoder;
        this.tags = tags;
        this.request = request;
        this.response = response;
    }

    @Override
    public boolean isWanted(Optional<Revision> revision) {
        boolean isReading = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (revision.isEmpty() || !isReading) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, KEEP_NOTHING);
            return true;
        }
        String tag = tags.apply(revision.get());
        response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME);
        response.setHeader(HttpHeaders.ETAG, tag);
        if (IfNoneMatch.of(request).names(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            isSent = false;
        }
        return isSent;
    }

    /** Whether the features were sent, and not only the word that they are the same. */
    boolean isSent() {
        return isSent;
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        encoder.begin(facts);
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        encoder.feature(row);
    }

    @Override
    public void group(FeatureGroup group) throws IOException {
        encoder.group(group);
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        encoder.end(last);
    }
}
