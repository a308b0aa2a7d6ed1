package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureGroup;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;
import org.truceline.features.PropertySum;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes how many features there are in each group, as JSON: {@code by} has the group's values under the properties'
 * names, {@code count} their number. Where time makes groups, {@code time} is the first day of the step; else, of a layer
 * that has times, {@code interval} is the earliest and the latest moment that is known, and {@code undated} of how many
 * none is. Null is what isn't known. {@code sums} has of each property that is asked for the sum of
 * what is known, null where nothing is, and of how many features it is {@code unknown}.
 */
public final class CountsDocument implements FeatureSink {
    private static final int NANOS_IN_MICRO = 1000;

    private final List<Property> by;
    private final List<Link> links;
    private final ByteOutput out;
    private final JsonOutput json;
    private boolean isFirst = true;

    /**
     * Makes a document that is still to be written.
     *
     * @param query whose output is a grouping
     */
    public CountsDocument(FeatureQuery query, List<Link> links, OutputStream out) {
        this.by = query.output().grouping().orElseThrow().by();
        this.links = List.copyOf(links);
        this.out = new ByteOutput(out);
        this.json = new JsonOutput(this.out);
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        out.ascii("{\"counts\":[");
    }

    @Override
    public void feature(FeatureRow row) {
        throw new IllegalStateException("where features are counted, none comes");
    }

    @Override
    public void group(FeatureGroup group) throws IOException {
        out.ascii(isFirst ? "{\"by\":{" : ",{\"by\":{");
        isFirst = false;
        for (int i = 0; i < by.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            json.text(utf8(by.get(i).name()));
            out.write(':');
            value(by.get(i).type(), group.values().get(i));
        }
        out.write('}');
        if (group.time().isPresent()) {
            time(group.time().get());
        }
        out.ascii(",\"count\":");
        out.whole(group.number());
        if (!group.sums().isEmpty()) {
            sums(group.sums());
        }
        out.write('}');
    }

    private void sums(List<PropertySum> sums) throws IOException {
        char separator = '{';
        out.ascii(",\"sums\":");
        for (PropertySum sum : sums) {
            out.write(separator);
            separator = ',';
            json.text(utf8(sum.property().name()));
            out.ascii(":{\"sum\":");
            sum.value(json);
            out.ascii(",\"unknown\":");
            out.whole(sum.unknown());
            out.write('}');
        }
        out.write('}');
    }

    private void value(PropertyType type, Optional<String> value) throws IOException {
        if (value.isEmpty()) {
            json.absent();
        } else if (type == PropertyType.INTEGER || type == PropertyType.BOOLEAN) {
            out.ascii(value.get());
        } else {
            json.text(utf8(value.get()));
        }
    }

    private void time(FeatureGroup.Time time) throws IOException {
        if (time instanceof FeatureGroup.InStep step) {
            out.ascii(",\"time\":");
            if (step.firstDay().isPresent()) {
                json.day(step.firstDay().get().toEpochDay());
            } else {
                json.absent();
            }
        } else if (time instanceof FeatureGroup.Within within) {
            out.ascii(",\"interval\":");
            if (within.first().isEmpty() && within.last().isEmpty()) {
                json.absent();
            } else {
                out.write('[');
                instant(within.first());
                out.write(',');
                instant(within.last());
                out.write(']');
            }
            out.ascii(",\"undated\":");
            out.whole(within.undated());
        }
    }

    private void instant(Optional<Instant> known) throws IOException {
        if (known.isPresent()) {
            Instant instant = known.get();
            json.instant(instant.getEpochSecond(), instant.getNano() / NANOS_IN_MICRO);
        } else {
            json.absent();
        }
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        out.ascii("],\"links\":");
        out.write(JsonMapper.shared().writeValueAsBytes(links));
        out.write('}');
        out.flush();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
