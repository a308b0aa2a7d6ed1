package org.truceline.ogcapi;

import java.util.List;
import java.util.function.UnaryOperator;
import org.truceline.editing.Written;

/**
 * What was made of a collection of features that was sent at once.
 *
 * @param created in the order in which they were sent
 */
record CreatedFeatures(List<Created> created) {
    /**
     * One of them.
     *
     * @param href its URL, absolute
     */
    record Created(String id, long rev, String href) {}

    static CreatedFeatures of(List<Written> written, UnaryOperator<String> url) {
        return new CreatedFeatures(written.stream()
                .map(one -> new Created(one.id(), one.rev(), url.apply(one.id())))
                .toList());
    }
}
