package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.truceline.layers.LayerCatalogue;

/** Which methods the features of a collection have: those that write only where the layer can be edited. */
@Component
class FeatureMethods {
    private static final PathPattern ITEMS = PathPatternParser.defaultInstance.parse("/collections/{collection}/items");
    private static final PathPattern ITEM =
            PathPatternParser.defaultInstance.parse("/collections/{collection}/items/{feature}");
    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final LayerCatalogue catalogue;

    FeatureMethods(LayerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The methods of the resource that is asked for; empty where it is not the features of a collection, or one of them. */
    Optional<Set<HttpMethod>> find(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return find(ITEMS.matchAndExtract(path), List.of(HttpMethod.POST))
                .or(() ->
                        find(ITEM.matchAndExtract(path), List.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)));
    }

    private Optional<Set<HttpMethod>> find(PathPattern.@Nullable PathMatchInfo match, List<HttpMethod> writing) {
        return Optional.ofNullable(match)
                .flatMap(found -> catalogue.findLayer(found.getUriVariables().getOrDefault("collection", "")))
                .map(layer -> {
                    Set<HttpMethod> methods = new LinkedHashSet<>(READING);
                    if (layer.text().edited().isPresent()) {
                        methods.addAll(writing);
                    }
                    return methods;
                });
    }
}
