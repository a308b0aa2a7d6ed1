package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.truceline.crs.Crs;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.formats.AxisOrder;
import org.truceline.formats.Format;
import org.truceline.formats.PageEncoding;
import org.truceline.formats.PageLinks;

/** A page of features as an HTTP response, in one of the formats made for programs. */
final class FeatureAnswer {
    /** Large enough that a failure in a usual page can still be answered with a problem document. */
    static final int BUFFER_BYTES = 64 * 1024;

    /** How many features there are, in answers that have no place for it; QGIS reads it there. */
    private static final String NUMBER_MATCHED = "OGC-NumberMatched";

    private final Format format;
    private final Crs crs;
    private final HttpServletResponse response;

    FeatureAnswer(Format format, Crs crs, HttpServletResponse response) {
        this.format = format;
        this.crs = crs;
        this.response = response;
    }

    /** The order in which GeoJSON writes the coordinates of the reference system (Part 2, requirement 16). */
    static AxisOrder axisOrder(Crs crs) {
        return crs.isNorthingFirst() ? AxisOrder.NORTHING_FIRST : AxisOrder.EASTING_FIRST;
    }

    /** Sets the headers, and makes the encoder that writes into the response. */
    FeatureSink prepare(PageEncoding page) throws IOException {
        response.setBufferSize(BUFFER_BYTES);
        response.setContentType(format.mediaType());
        response.setHeader("Content-Crs", "<" + crs.uri() + ">");
        FeatureSink encoder = page.into(response.getOutputStream(), format);
        return format.hasLinks() ? encoder : new LinksInHeaders(encoder, page.links());
    }

    /** What a document has no place for has to be known before its first byte. */
    private final class LinksInHeaders implements FeatureSink {
        private final FeatureSink encoder;
        private final PageLinks links;

        LinksInHeaders(FeatureSink encoder, PageLinks links) {
            this.encoder = encoder;
            this.links = links;
        }

        @Override
        public void begin(PageFacts facts) throws IOException {
            response.setHeader(NUMBER_MATCHED, String.valueOf(facts.numberMatched()));
            links.links(facts.findLast()).forEach(link -> response.addHeader(HttpHeaders.LINK, link.toHeader()));
            encoder.begin(facts);
        }

        @Override
        public void feature(FeatureRow row) throws IOException {
            encoder.feature(row);
        }

        @Override
        public void end(Optional<String> last) throws IOException {
            encoder.end(last);
        }
    }
}
