package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.processes.Processes;

/** The API definition: {@code /api} (OGC API – Features Part 1, §7.3). */
@RestController
class ApiDefinitionController {
    private static final MediaType OPEN_API = MediaType.parseMediaType(MediaTypes.OPEN_API);

    private final LayerCatalogue catalogue;
    private final OgcApiSettings settings;
    private final BaseUrl baseUrl;
    private final Processes processes;

    ApiDefinitionController(LayerCatalogue catalogue, OgcApiSettings settings, BaseUrl baseUrl, Processes processes) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.processes = processes;
    }

    @GetMapping(path = "/api", produces = MediaTypes.OPEN_API)
    ResponseEntity<Map<String, Object>> apiDefinition(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        OpenApiDocument document =
                new OpenApiDocument(settings, resources.base(), catalogue.listLayers(), processes.list());
        return ResponseEntity.ok()
                .contentType(OPEN_API)
                .header(
                        HttpHeaders.LINK,
                        Link.html(FormatParameter.html(resources.apiDefinition()))
                                .toHeader())
                .body(document.toJson());
    }
}
