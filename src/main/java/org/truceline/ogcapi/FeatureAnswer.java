package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;
import org.truceline.crs.Crs;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.formats.AxisOrder;
import org.truceline.formats.Format;
import org.truceline.formats.Link;
import org.truceline.formats.PageEncoding;
import org.truceline.formats.PageLinks;

/** A page of features as an HTTP response, in one of the formats made for programs. */
final class FeatureAnswer {
    /** Large enough that a failure in a usual page can still be answered with a problem document. */
    static final int BUFFER_BYTES = 64 * 1024;

    /** How many features there are, in answers that have no place for it; QGIS reads it there. */
    private static final String NUMBER_MATCHED = "OGC-NumberMatched";

    /** A head with a long question in it once for each format is more than clients read, and nobody's bookmarks. */
    private static final int LONGEST_IN_HEADERS = 2_000;

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
            Optional<String> last = facts.findLast();
            links.links(last).stream()
                    .filter(link -> link.href().length() <= LONGEST_IN_HEADERS
                            || link.rel().equals("next"))
                    .forEach(link -> response.addHeader(HttpHeaders.LINK, toHeader(link, last)));
            encoder.begin(facts);
        }

        /** A header has no room for a body: it tells what to add to the one that asked, encoded as RFC 8187 has it. */
        private static String toHeader(Link link, Optional<String> last) {
            return link.body().isPresent()
                    ? link.toHeader() + "; method=\"POST\"; " + ItemsParameters.AFTER + "*=UTF-8''"
                            + UriUtils.encode(last.orElse(""), StandardCharsets.UTF_8)
                    : link.toHeader();
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
