package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.truceline.crs.Crs;
import org.truceline.crs.CrsRegistry;
import org.truceline.features.FeatureQuery;
import org.truceline.formats.Format;
import org.truceline.formats.WholeEncoding;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** Reads requests for all features of a collection at once. */
@Component
class ExportQuestions {
    private final LayerCatalogue catalogue;
    private final OfferedCrs offeredCrs;
    private final CrsRegistry registry;

    ExportQuestions(LayerCatalogue catalogue, OfferedCrs offeredCrs, CrsRegistry registry) {
        this.catalogue = catalogue;
        this.offeredCrs = offeredCrs;
        this.registry = registry;
    }

    /**
     * The question of a request.
     *
     * @throws RequestFailure if there is no such collection or format, or if a parameter can't be understood
     */
    ExportQuestion read(String collectionId, String extension, HttpServletRequest request) {
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        Format format = Format.findForWholes(extension).orElseThrow(() -> NotFound.export(extension, extensions()));
        QueryParameters parameters = QueryParameters.of(request, ItemsParameters.knownOfWhole(layer));
        CrsParameters crsParameters = offeredCrs.parameters(layer);
        Crs crs = parameters.find(ItemsParameters.CRS, crsParameters::parseCrs).orElse(Crs.CRS84);
        FeatureQuery query =
                ItemsParameters.parseWhole(layer, parameters, crsParameters, crs, WholeEncoding.tie(format));
        WholeEncoding encoding = new WholeEncoding(query, FeatureAnswer.axisOrder(crs), registry.toWellKnownText(crs));
        return new ExportQuestion(layer, format, crs, parameters, encoding);
    }

    private static String extensions() {
        return Format.listForWholes().stream().map(Format::extension).collect(Collectors.joining(", "));
    }
}
