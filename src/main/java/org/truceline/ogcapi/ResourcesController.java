package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.ogcapi.RequestFailure.NotFound;
import org.truceline.styles.Scheme;
import org.truceline.styles.Sprite;
import org.truceline.styles.StyleLibrary;
import tools.jackson.databind.json.JsonMapper;

/** What styles refer to (OGC API – Styles, draft 20-009, §7.9): {@code /resources}, and each. */
@RestController
class ResourcesController {
    private final StyleLibrary library;
    private final BaseUrl baseUrl;
    private final JsonMapper json;
    private final Map<String, Sprite> sprites = new ConcurrentHashMap<>();

    ResourcesController(StyleLibrary library, BaseUrl baseUrl, JsonMapper json) {
        this.library = library;
        this.baseUrl = baseUrl;
        this.json = json;
    }

    record Listing(List<Resource> resources, List<Link> links) {}

    record Resource(String id, Link link) {}

    @GetMapping(path = "/resources", produces = MediaTypes.JSON)
    Listing resources(HttpServletRequest request) {
        TilesetsController.checkJsonOnly(request);
        String url = baseUrl.of(request).resources();
        List<Resource> resources = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            for (int ratio = 1; ratio <= 2; ratio++) {
                String name = name(scheme, ratio);
                resources.add(resource(name + ".json", url, MediaTypes.JSON));
                resources.add(resource(name + ".png", url, MediaType.IMAGE_PNG_VALUE));
            }
        }
        return new Listing(resources, List.of(new Link(url, "self", MediaTypes.JSON, "This document")));
    }

    private static Resource resource(String id, String url, String mediaType) {
        return new Resource(id, new Link(url + "/" + id, "item", mediaType, "All signs"));
    }

    @GetMapping(path = "/resources/{resourceId}")
    ResponseEntity<byte[]> resource(@PathVariable String resourceId, HttpServletRequest request) {
        QueryParameters.of(request, Set.of());
        int dot = resourceId.lastIndexOf('.');
        String name = dot < 0 ? resourceId : resourceId.substring(0, dot);
        String extension = dot < 0 ? "" : resourceId.substring(dot);
        Sprite sprite = sprite(name, resourceId);
        return switch (extension) {
            case ".json" -> answer(MediaType.APPLICATION_JSON, json.writeValueAsBytes(sprite.index()));
            case ".png" -> answer(MediaType.IMAGE_PNG, sprite.png());
            default -> throw NotFound.resource(resourceId);
        };
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok().contentType(type).body(body);
    }

    private Sprite sprite(String name, String resourceId) {
        return Stream.of(Scheme.values())
                .flatMap(scheme -> Stream.of(1, 2)
                        .filter(ratio -> name(scheme, ratio).equals(name))
                        .map(ratio ->
                                sprites.computeIfAbsent(name, known -> Sprite.of(library.symbols(), scheme, ratio))))
                .findFirst()
                .orElseThrow(() -> NotFound.resource(resourceId));
    }

    /** Web maps on fine screens ask for the second one. */
    private static String name(Scheme scheme, int ratio) {
        return Sprite.name(scheme) + (ratio == 1 ? "" : "@2x");
    }
}
