package org.truceline.formats;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import tools.jackson.core.JsonGenerator;

/** Writes the rows of a query as GeoJSON features (RFC 7946 §3.2). */
final class GeoJsonFeature {
    /** How PostgreSQL writes a date that is no day. */
    private static final Set<String> INFINITE = Set.of("infinity", "-infinity");

    private final FeatureQuery query;
    private final AxisOrder order;
    private final JsonGenerator json;

    GeoJsonFeature(FeatureQuery query, AxisOrder order, JsonGenerator json) {
        this.query = query;
        this.order = order;
        this.json = json;
    }

    void write(FeatureRow row, List<Link> links) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        writeId(row.id());
        writeGeometry(row.geometry());
        writeProperties(row);
        if (!links.isEmpty()) {
            json.writePOJOProperty("links", links);
        }
        json.writeEndObject();
    }

    private void writeId(String id) {
        json.writeName("id");
        if (query.layer().idColumn().type() == PropertyType.INTEGER) {
            json.writeNumber(Long.parseLong(id));
        } else {
            json.writeString(id);
        }
    }

    private void writeGeometry(Optional<byte[]> wkb) {
        json.writeName("geometry");
        wkb.ifPresentOrElse(bytes -> WkbGeometry.write(bytes, order, json), json::writeNull);
    }

    private void writeProperties(FeatureRow row) {
        json.writeName("properties");
        json.writeStartObject();
        int index = 0;
        for (Property property : query.output().properties()) {
            json.writeName(property.name());
            writeValue(row, index++, property.type());
        }
        json.writeEndObject();
    }

    private void writeValue(FeatureRow row, int index, PropertyType type) {
        switch (type) {
            case STRING, UUID, OPAQUE -> row.findText(index).ifPresentOrElse(json::writeString, json::writeNull);
            case JSON, GEOMETRY -> row.findText(index).ifPresentOrElse(json::writeRawValue, json::writeNull);
            case DATE ->
                row.findText(index)
                        .filter(day -> !INFINITE.contains(day))
                        .ifPresentOrElse(json::writeString, json::writeNull);
            case BOOLEAN -> row.findBoolean(index).ifPresentOrElse(json::writeBoolean, json::writeNull);
            case DATE_TIME ->
                row.findInstant(index)
                        .ifPresentOrElse(instant -> json.writeString(utc(instant.toInstant())), json::writeNull);
            case INTEGER, NUMBER -> row.findNumber(index).ifPresentOrElse(this::writeNumber, json::writeNull);
        }
    }

    /** JSON has no NaN and no infinity (RFC 8259 §6): they are no numbers that a client could use. */
    private void writeNumber(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            json.writeNumber(number.longValue());
        } else if (!Double.isFinite(number.doubleValue())) {
            json.writeNull();
        } else if (number instanceof Float single) {
            json.writeNumber(single);
        } else if (number instanceof java.math.BigDecimal decimal) {
            json.writeNumber(decimal);
        } else {
            json.writeNumber(number.doubleValue());
        }
    }

    private static String utc(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }
}
