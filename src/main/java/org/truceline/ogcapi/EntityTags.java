package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.truceline.changes.Revision;
import org.truceline.layers.LayerCatalogue;

/**
 * Makes strong entity tags (RFC 9110 §8.8.3) of all that an answer is made of: the layer's revision, the question, the
 * format, the address that links begin with, what the operator has set, and the server itself.
 */
@Component
class EntityTags {
    private final BaseUrl baseUrl;
    private final LayerCatalogue catalogue;
    private final String server;

    EntityTags(
            BaseUrl baseUrl, LayerCatalogue catalogue, OgcApiSettings settings, ObjectProvider<BuildProperties> build) {
        this.baseUrl = baseUrl;
        this.catalogue = catalogue;
        // Two builds without a name, as when it is being worked on, may differ in anything.
        String name = build.stream()
                .map(properties -> properties.getVersion() + " " + properties.getTime())
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
        this.server = name + " " + settings;
    }

    /** The tag of the answer to this request, in this media type, while the layer is in this revision; with its quotes. */
    String of(Revision revision, HttpServletRequest request, String mediaType) {
        return hash(String.join(
                "\n",
                server,
                revision.value(),
                mediaType,
                mediaType.startsWith(MediaTypes.HTML) ? otherLayers() : "",
                baseUrl.of(request).base(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), "")));
    }

    /** Pages show land and lines behind the features, and say whose these are. */
    private String otherLayers() {
        return catalogue.listLayers().stream()
                .map(layer -> layer.id() + layer.text())
                .collect(Collectors.joining());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has it.
            throw new IllegalStateException(impossible);
        }
    }
}
