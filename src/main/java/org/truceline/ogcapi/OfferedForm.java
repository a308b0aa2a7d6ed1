package org.truceline.ogcapi;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;

/** A form that a resource comes in, where that is another one than the JSON and the page that most have. */
interface OfferedForm {
    /** What the parameter {@code f} calls it. */
    String parameter();

    String mediaType();

    /** Whether a client that accepts this range of types reads it. */
    default boolean fits(MediaType range) {
        return range.includes(MediaType.parseMediaType(mediaType()));
    }

    static String parameters(List<? extends OfferedForm> forms) {
        return forms.stream().map(OfferedForm::parameter).collect(Collectors.joining(", "));
    }
}
