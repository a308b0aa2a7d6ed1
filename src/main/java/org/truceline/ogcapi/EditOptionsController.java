package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** Tells which methods features have (RFC 9110 §9.3.7): by this clients find out whether they may write. */
@RestController
class EditOptionsController {
    private static final String ACCEPT_POST = "Accept-Post";
    private static final String ACCEPT_PATCH = "Accept-Patch";

    private final FeatureMethods methods;

    EditOptionsController(FeatureMethods methods) {
        this.methods = methods;
    }

    @RequestMapping(
            path = {"/collections/{collectionId}/items", "/collections/{collectionId}/items/{featureId}"},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options(@PathVariable String collectionId, HttpServletRequest request) {
        Set<HttpMethod> allowed = methods.find(request).orElseThrow(() -> NotFound.collection(collectionId));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().allow(allowed.toArray(HttpMethod[]::new));
        if (allowed.contains(HttpMethod.POST)) {
            answer.header(ACCEPT_POST, String.join(", ", EditBody.WHOLE));
        }
        if (allowed.contains(HttpMethod.PATCH)) {
            answer.header(ACCEPT_PATCH, String.join(", ", EditBody.PATCH));
        }
        return answer.build();
    }
}
