package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.layers.Property;

/** Answers in HTML: what stands for features on a page, the page itself being given as a frame. */
public final class HtmlDocument {
    private HtmlDocument() {}

    /**
     * The rows of a table whose columns are the id, the properties wanted, and the geometry.
     *
     * @param address leads from a feature's id to its page
     */
    public static FeatureSink rows(
            FeatureQuery query, HtmlFrame frame, Function<String, String> address, OutputStream out) {
        return new HtmlRows(query.output().properties(), frame, address, new HtmlWriter(out));
    }

    /** The inside of a description list, for the first feature that comes; nothing is written where none does. */
    public static SingleFeature feature(FeatureQuery query, HtmlFrame frame, OutputStream out) {
        return new SingleFeature(query.output().properties(), frame, new HtmlWriter(out));
    }

    /** Takes a single feature. */
    public static final class SingleFeature implements FeatureSink {
        private final List<Property> properties;
        private final HtmlFrame frame;
        private final HtmlWriter html;
        private boolean isFound;

        private SingleFeature(List<Property> properties, HtmlFrame frame, HtmlWriter html) {
            this.properties = properties;
            this.frame = frame;
            this.html = html;
        }

        public boolean isFound() {
            return isFound;
        }

        @Override
        public void begin(PageFacts facts) {}

        @Override
        public void feature(FeatureRow row) throws IOException {
            HtmlValues values = new HtmlValues(properties, HtmlValues.Room.PAGE, html);
            html.markup(frame.head(1));
            for (int i = 0; i < properties.size(); i++) {
                html.markup("<dt>").text(properties.get(i).title()).markup("</dt><dd>");
                values.property(row, i);
                html.markup("</dd>\n");
            }
            html.markup("<dt>Place (longitude, latitude)</dt><dd>");
            values.geometry(row);
            html.markup("</dd>\n").markup(frame.tail(1, Optional.empty()));
            html.flush();
            isFound = true;
        }

        @Override
        public void end(Optional<String> last) {}
    }
}
