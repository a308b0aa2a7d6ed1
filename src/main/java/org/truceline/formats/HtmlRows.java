package org.truceline.formats;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.layers.Property;

/** Writes a page of features as rows of a table, each as it comes. */
final class HtmlRows implements FeatureSink {
    private final List<Property> properties;
    private final HtmlFrame frame;
    private final Function<String, String> address;
    private final HtmlWriter html;
    private final HtmlValues values;
    private long numberReturned;

    HtmlRows(List<Property> properties, HtmlFrame frame, Function<String, String> address, HtmlWriter html) {
        this.properties = properties;
        this.frame = frame;
        this.address = address;
        this.html = html;
        this.values = new HtmlValues(properties, HtmlValues.Room.ROW, html);
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        html.markup(frame.head(facts.numberMatched()));
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        String id = row.id();
        html.markup("<tr><th scope=\"row\"><a href=\"").text(address.apply(id)).markup("\">");
        html.text(id).markup("</a></th>");
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
    public void end(Optional<String> last) throws IOException {
        html.markup(frame.tail(numberReturned, last));
        html.flush();
    }
}
