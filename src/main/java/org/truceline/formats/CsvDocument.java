package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.layers.Property;

/** Writes features as CSV (RFC 4180) in UTF-8: a line of names, then a line a feature: id, properties, place. */
final class CsvDocument implements FeatureSink {
    private final FeatureQuery query;
    private final CsvPlace place;
    private final ByteOutput out;
    private final CsvOutput csv;

    CsvDocument(FeatureQuery query, OutputStream stream) {
        this.query = query;
        this.out = new ByteOutput(stream);
        this.csv = new CsvOutput(out);
        this.place = CsvPlace.of(query, out);
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        name(query.layer().idColumn().name());
        for (Property property : query.output().properties()) {
            out.write(',');
            name(property.name());
        }
        for (String column : place.columns()) {
            out.write(',');
            name(column);
        }
        endLine();
    }

    private void name(String name) throws IOException {
        csv.text(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        row.id(csv);
        int properties = query.output().properties().size();
        for (int i = 0; i < properties; i++) {
            out.write(',');
            row.value(i, csv);
        }
        place.write(row.geometry());
        endLine();
    }

    private void endLine() throws IOException {
        out.write('\r');
        out.write('\n');
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        out.flush();
    }
}
