package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.access.Editor;
import org.truceline.crs.Crs;
import org.truceline.crs.CrsRegistry;
import org.truceline.editing.Act;
import org.truceline.editing.FeatureEditor;
import org.truceline.editing.Written;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** Writes features (OGC API – Features Part 4, draft 20-002); {@link EditableCollections} lets pass only where one can. */
@RestController
class EditController {
    static final String CONTENT_CRS = "Content-Crs";

    private static final Set<String> PARAMETERS = Set.of(EditedFeature.REASON);

    private final LayerCatalogue catalogue;
    private final FeatureEditor editor;
    private final OfferedCrs offeredCrs;
    private final CrsRegistry registry;
    private final BaseUrl baseUrl;

    EditController(
            LayerCatalogue catalogue,
            FeatureEditor editor,
            OfferedCrs offeredCrs,
            CrsRegistry registry,
            BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.editor = editor;
        this.offeredCrs = offeredCrs;
        this.registry = registry;
        this.baseUrl = baseUrl;
    }

    @PostMapping("/collections/{collectionId}/items")
    ResponseEntity<?> create(@PathVariable String collectionId, Editor who, HttpServletRequest request)
            throws IOException {
        Layer layer = getLayer(collectionId);
        EditBody body = EditBody.read(request, EditBody.WHOLE);
        return EditedBatch.isOne(body.json())
                ? createAll(layer, body, who, request)
                : createOne(layer, body, who, request);
    }

    private ResponseEntity<Void> createOne(Layer layer, EditBody body, Editor who, HttpServletRequest request) {
        EditedFeature feature = EditedFeature.read(body.json(), layer, geometry(layer, request), true);
        Act act = act(who, request, feature.reason(), body.text());
        Written written = editor.create(layer, feature.asNew(), act);
        return ResponseEntity.created(URI.create(baseUrl.of(request).item(layer.id(), written.id())))
                .build();
    }

    /** Without a Location: there is one for each (RFC 9110 §15.3.2 knows one only). */
    private ResponseEntity<CreatedFeatures> createAll(
            Layer layer, EditBody body, Editor who, HttpServletRequest request) {
        EditedBatch batch = EditedBatch.read(body.json(), layer, geometry(layer, request));
        Act act = act(who, request, batch.reason(), body.text());
        List<Written> written = editor.createAll(layer, batch.asNew(), act);
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(CreatedFeatures.of(written, id -> baseUrl.of(request).item(layer.id(), id)));
    }

    @PutMapping("/collections/{collectionId}/items/{featureId}")
    ResponseEntity<Void> replace(
            @PathVariable String collectionId, @PathVariable String featureId, Editor who, HttpServletRequest request)
            throws IOException {
        return change(getLayer(collectionId), featureId, who, request, true);
    }

    @PatchMapping("/collections/{collectionId}/items/{featureId}")
    ResponseEntity<Void> update(
            @PathVariable String collectionId, @PathVariable String featureId, Editor who, HttpServletRequest request)
            throws IOException {
        return change(getLayer(collectionId), featureId, who, request, false);
    }

    private ResponseEntity<Void> change(
            Layer layer, String featureId, Editor who, HttpServletRequest request, boolean isWhole) throws IOException {
        EditBody body = EditBody.read(request, isWhole ? EditBody.WHOLE : EditBody.PATCH);
        EditedFeature feature = EditedFeature.read(body.json(), layer, geometry(layer, request), isWhole);
        Act act = act(who, request, feature.reason(), body.text());
        editor.change(layer, featureId, feature.draftOf(featureId), RevTag.expected(request), act);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/collections/{collectionId}/items/{featureId}")
    ResponseEntity<Void> delete(
            @PathVariable String collectionId, @PathVariable String featureId, Editor who, HttpServletRequest request) {
        Act act = act(who, request, Optional.empty(), "");
        editor.delete(getLayer(collectionId), featureId, RevTag.expected(request), act);
        return ResponseEntity.noContent().build();
    }

    private EditedGeometry geometry(Layer layer, HttpServletRequest request) {
        return new EditedGeometry(layer.geometry(), registry, crs(layer, request));
    }

    /** The header is a URI in angle brackets (OGC API – Features Part 2, §6.3). */
    private Crs crs(Layer layer, HttpServletRequest request) {
        String header = request.getHeader(CONTENT_CRS);
        if (header == null) {
            return Crs.CRS84;
        }
        try {
            return offeredCrs.parameters(layer).parseCrs(header.strip().replaceAll("^<|>$", ""));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidParameter(
                    CONTENT_CRS, "The header Content-Crs is \"" + header + "\": " + unknown.getMessage() + ".");
        }
    }

    private static Act act(Editor who, HttpServletRequest request, Optional<String> reason, String body) {
        Optional<String> asked = QueryParameters.of(request, PARAMETERS).find(EditedFeature.REASON, text -> text);
        return new Act(who.name(), reason.or(() -> asked), IdempotencyKey.find(request, body));
    }

    private Layer getLayer(String collectionId) {
        return catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
    }
}
