package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** Which methods the features of a collection have (RFC 9110 §9.3.7): by this clients find out whether they may write. */
@RestController
class EditOptionsController {
    private static final String ACCEPT_POST = "Accept-Post";
    private static final String ACCEPT_PATCH = "Accept-Patch";

    private final LayerCatalogue catalogue;

    EditOptionsController(LayerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @RequestMapping(path = "/collections/{collectionId}/items", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> ofItems(@PathVariable String collectionId) {
        return isEdited(collectionId)
                ? allow(HttpMethod.POST)
                        .header(ACCEPT_POST, String.join(", ", EditBody.WHOLE))
                        .build()
                : allow().build();
    }

    @RequestMapping(path = "/collections/{collectionId}/items/{featureId}", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> ofItem(@PathVariable String collectionId, @PathVariable String featureId) {
        return isEdited(collectionId)
                ? allow(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
                        .header(ACCEPT_PATCH, String.join(", ", EditBody.PATCH))
                        .build()
                : allow().build();
    }

    private boolean isEdited(String collectionId) {
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        return layer.text().edited().isPresent();
    }

    private static ResponseEntity.BodyBuilder allow(HttpMethod... writing) {
        List<HttpMethod> methods = new ArrayList<>(List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS));
        methods.addAll(List.of(writing));
        return ResponseEntity.ok().allow(methods.toArray(HttpMethod[]::new));
    }
}
