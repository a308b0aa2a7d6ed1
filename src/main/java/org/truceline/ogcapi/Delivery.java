package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureSink;
import org.truceline.features.FeatureStore;

/** Brings features to clients, unless they have them already. */
@Component
class Delivery {
    private final FeatureStore store;
    private final EntityTags tags;

    Delivery(FeatureStore store, EntityTags tags) {
        this.store = store;
        this.tags = tags;
    }

    /**
     * Answers the request by the features that the query asks for.
     *
     * @param encoder writes them into the response, whose content type is set
     * @return whether they were read; not where the client was told that what it has is still true
     * @throws org.truceline.features.ReadFailure if the database gives no answer, or stops giving it on the way
     */
    boolean deliver(FeatureQuery query, FeatureSink encoder, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return deliver(query, encoder, UnaryOperator.identity(), request, response);
    }

    /**
     * The same with a word more in the entity tag.
     *
     * @param refinement makes the tag that is sent of the one that would have been
     */
    boolean deliver(
            FeatureQuery query,
            FeatureSink encoder,
            UnaryOperator<String> refinement,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ConditionalAnswer answer = new ConditionalAnswer(
                encoder,
                revision -> refinement.apply(tags.of(revision, request, response.getContentType())),
                request,
                response);
        store.read(query, answer);
        return answer.isSent();
    }
}
