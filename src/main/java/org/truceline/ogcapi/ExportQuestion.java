package org.truceline.ogcapi;

import java.util.TreeMap;
import org.truceline.crs.Crs;
import org.truceline.exports.ExportKey;
import org.truceline.formats.Format;
import org.truceline.formats.WholeEncoding;
import org.truceline.layers.Layer;

/** A request for all features of a collection at once, read. */
record ExportQuestion(Layer layer, Format format, Crs crs, QueryParameters parameters, WholeEncoding encoding) {
    /** The same for all requests that ask the same, in whatever order. */
    ExportKey key() {
        String question = new QueryParameters(new TreeMap<>(parameters.values())).appendedTo("");
        return new ExportKey(layer.id(), question, format);
    }

    ExportHeaders headers() {
        return new ExportHeaders(layer, format, crs);
    }
}
