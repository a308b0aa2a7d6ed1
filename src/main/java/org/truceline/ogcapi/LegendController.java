package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.ogcapi.BaseUrl.Resources;

/** Legends of styles: {@code /styles/{id}/legend}. */
@RestController
class LegendController {
    /** OGC's own word for it, and that of RFC 6903, by which the metadata of styles tell (draft 20-009, §7.5). */
    private static final List<String> RELATIONS = List.of("http://www.opengis.net/def/rel/ogc/1.0/legend", "preview");

    private final StyleDescriber describer;
    private final Stylesheets stylesheets;

    LegendController(StyleDescriber describer, Stylesheets stylesheets) {
        this.describer = describer;
        this.stylesheets = stylesheets;
    }

    /** The links to a style's legend. */
    static List<Link> links(NamedStyle style, Resources resources) {
        return RELATIONS.stream()
                .flatMap(relation ->
                        LegendFormat.list().stream().map(format -> link(style, relation, format, resources)))
                .toList();
    }

    private static Link link(NamedStyle style, String relation, LegendFormat format, Resources resources) {
        String url = resources.legend(style.id()) + "?" + FormatParameter.NAME + "=" + format.parameter();
        return new Link(url, relation, format.mediaType(), style.text().title() + ": legend");
    }

    @GetMapping("/styles/{styleId}/legend")
    ResponseEntity<byte[]> legend(@PathVariable String styleId, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        NamedStyle style = describer.find(styleId);
        LegendFormat format = FormChoice.of(request, LegendFormat.list());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                // Whoever opens it by itself opens an image, which has nothing to run or to load.
                .header("Content-Security-Policy", "default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(stylesheets.legend(style, format));
    }
}
