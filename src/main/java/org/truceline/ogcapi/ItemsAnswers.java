package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.truceline.crs.Crs;
import org.truceline.features.FeatureQuery;
import org.truceline.formats.Format;
import org.truceline.formats.PageEncoding;
import org.truceline.layers.Layer;

/** Answers questions for a layer's features, whether they came in an address or in a body. */
@Component
class ItemsAnswers {
    private final Delivery delivery;
    private final OfferedCrs offeredCrs;
    private final BaseUrl baseUrl;
    private final ItemsPages pages;

    ItemsAnswers(Delivery delivery, OfferedCrs offeredCrs, BaseUrl baseUrl, ItemsPages pages) {
        this.delivery = delivery;
        this.offeredCrs = offeredCrs;
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    /**
     * Writes a page of features in the format that is asked for.
     *
     * @throws RequestFailure.InvalidParameter if one of the parameters can't be understood
     * @throws HttpMediaTypeNotAcceptableException if the client accepts none of the formats
     */
    void answer(Layer layer, QueryParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        parameters.requireKnown(ItemsParameters.known(layer));
        Format format = FeatureFormat.ofPage(parameters, request);
        int longestAddress = HttpMethod.POST.matches(request.getMethod())
                ? ItemsLinks.LONGEST_ASKED_BY_BODY
                : ItemsLinks.LONGEST_ASKED_BY_ADDRESS;
        ItemsLinks links = new ItemsLinks(layer, baseUrl.of(request), parameters, format, longestAddress);
        if (format == Format.HTML) {
            links.requireAddress();
            pages.items(layer, parameters, request, response);
            return;
        }
        CrsParameters crsParameters = offeredCrs.parameters(layer);
        Crs crs = parameters.find(ItemsParameters.CRS, crsParameters::parseCrs).orElse(Crs.CRS84);
        FeatureQuery query = ItemsParameters.parse(layer, parameters, crsParameters, crs);
        PageEncoding page = new PageEncoding(query, FeatureAnswer.axisOrder(crs), links);
        delivery.deliver(query, new FeatureAnswer(format, crs, response).prepare(page), request, response);
    }
}
