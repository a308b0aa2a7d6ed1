package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.qgis.ProjectLayer;
import org.truceline.qgis.QgisProject;

/** All layers as a project for QGIS, with the address that it was asked for at: {@code /qgis/truceline.qgs}. */
@RestController
class QgisProjectController {
    static final String MEDIA_TYPE = "application/x-qgis-project";

    private static final String FILE = "truceline.qgs";

    private final LayerCatalogue catalogue;
    private final Stylesheets styles;
    private final FirstView firstView;
    private final BaseUrl baseUrl;
    private final OgcApiSettings settings;

    QgisProjectController(
            LayerCatalogue catalogue,
            Stylesheets styles,
            FirstView firstView,
            BaseUrl baseUrl,
            OgcApiSettings settings) {
        this.catalogue = catalogue;
        this.styles = styles;
        this.firstView = firstView;
        this.baseUrl = baseUrl;
        this.settings = settings;
    }

    static Link link(Resources resources) {
        return new Link(resources.qgisProject(), "related", MEDIA_TYPE, "Project for QGIS with all layers");
    }

    @GetMapping(path = "/qgis/" + FILE, produces = MEDIA_TYPE)
    ResponseEntity<byte[]> project(HttpServletRequest request) {
        QueryParameters.of(request, Set.of());
        List<ProjectLayer> layers = styles.forQgis(catalogue.listLayers());
        String server = baseUrl.of(request).landingPage();
        QgisProject project = new QgisProject(settings.title(), server, layers, firstView.find());
        ContentDisposition file = ContentDisposition.attachment().filename(FILE).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(project.toXml().getBytes(StandardCharsets.UTF_8));
    }
}
