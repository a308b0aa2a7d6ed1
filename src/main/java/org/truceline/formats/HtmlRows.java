package org.truceline.formats;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** Writes a page of features as rows of a table, each as it comes. */
final class HtmlRows implements FeatureSink {
    private final Layer layer;
    private final HtmlFrame frame;
    private final Function<String, String> address;
    private final HtmlWriter html;
    private final HtmlValues values;
    private long numberReturned;

    HtmlRows(Layer layer, HtmlFrame frame, Function<String, String> address, HtmlWriter html) {
        this.layer = layer;
        this.frame = frame;
        this.address = address;
        this.html = html;
        this.values = new HtmlValues(layer, html);
    }

    @Override
    public void begin(long numberMatched) throws IOException {
        html.markup(frame.head(numberMatched));
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        String id = row.id();
        html.markup("<tr><th scope=\"row\"><a href=\"").text(address.apply(id)).markup("\">");
        html.text(id).markup("</a></th>");
        List<Property> properties = layer.properties();
        for (int i = 0; i < properties.size(); i++) {
            html.markup("<td class=\"" + HtmlValues.cellClass(properties.get(i)) + "\">");
            values.property(row, i);
            html.markup("</td>");
        }
        html.markup("<td class=\"place\">");
        values.geometry(row);
        html.markup("</td></tr>\n");
        numberReturned++;
    }

    @Override
    public void end(Optional<String> lastId) throws IOException {
        html.markup(frame.tail(numberReturned, lastId));
        html.flush();
    }
}
