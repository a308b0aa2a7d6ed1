package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** Of which collections a request wants to know the tiles. */
@Component
class TiledResources {
    private static final Set<String> KNOWN = Set.of(FormatParameter.NAME);
    private static final Set<String> KNOWN_OF_ALL = Set.of(FormatParameter.NAME, CollectionsParameter.NAME);

    private final LayerCatalogue catalogue;
    private final BaseUrl baseUrl;

    TiledResources(LayerCatalogue catalogue, BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.baseUrl = baseUrl;
    }

    /**
     * One collection.
     *
     * @param requireFormat refuses what {@code f} can't be here
     * @throws RequestFailure.InvalidParameter if there is any parameter but a right {@code f}
     * @throws NotFound if there is no such collection
     */
    TiledResource of(String collectionId, HttpServletRequest request, UnaryOperator<String> requireFormat) {
        QueryParameters.of(request, KNOWN).find(FormatParameter.NAME, requireFormat);
        return catalogue
                .findLayer(collectionId)
                .map(layer -> TiledResource.of(layer, baseUrl.of(request)))
                .orElseThrow(() -> NotFound.collection(collectionId));
    }

    /** All collections, or those that the parameter {@code collections} names; the rest as for one. */
    TiledResource ofAll(HttpServletRequest request, UnaryOperator<String> requireFormat) {
        QueryParameters parameters = QueryParameters.of(request, KNOWN_OF_ALL);
        parameters.find(FormatParameter.NAME, requireFormat);
        return TiledResource.of(CollectionsParameter.find(parameters, catalogue), parameters, baseUrl.of(request));
    }
}
