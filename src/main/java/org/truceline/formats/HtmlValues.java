package org.truceline.formats;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.truceline.features.FeatureRow;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a feature's values for people. What is absent looks neither like zero nor like an empty text. */
final class HtmlValues {
    private static final String ABSENT = "<span class=\"absent\">not given</span>";
    private static final String EMPTY = "<span class=\"absent\">empty text</span>";
    private static final DateTimeFormatter UTC = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendLiteral(" UTC")
            .toFormatter(Locale.ROOT);
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

    private final List<Property> properties;
    private final HtmlWriter html;

    HtmlValues(List<Property> properties, HtmlWriter html) {
        this.properties = properties;
        this.html = html;
    }

    /** The property's value; properties are numbered as in the row. */
    void property(FeatureRow row, int index) throws IOException {
        Property property = properties.get(index);
        Optional<String> text = findText(row, index, property.type());
        if (text.isEmpty()) {
            html.markup(ABSENT);
        } else {
            present(text.get(), property.type());
        }
    }

    void geometry(FeatureRow row) throws IOException {
        Optional<byte[]> wkb = row.geometry();
        if (wkb.isEmpty()) {
            html.markup("<span class=\"absent\">no place given</span>");
        } else {
            html.text(GeometrySummary.of(wkb.get()));
        }
    }

    /** Instants in UTC, with a word that says so; {@code infinity} and {@code NaN} as the database calls them. */
    private static Optional<String> findText(FeatureRow row, int index, PropertyType type) {
        return switch (type) {
            case DATE_TIME -> row.findInstant(index).map(HtmlValues::utc).or(() -> row.findText(index));
            case BOOLEAN -> row.findBoolean(index).map(truth -> truth ? "yes" : "no");
            default -> row.findText(index);
        };
    }

    private void present(String text, PropertyType type) throws IOException {
        if (text.isEmpty()) {
            html.markup(EMPTY);
        } else if (type == PropertyType.JSON) {
            presentJson(text);
        } else if (type == PropertyType.GEOMETRY) {
            html.markup("<code>").text(text).markup("</code>");
        } else if (WEB_ADDRESS.matcher(text).matches()) {
            html.markup("<a rel=\"noreferrer\" href=\"").text(text).markup("\">");
            html.text(text).markup("</a>");
        } else {
            html.text(text);
        }
    }

    /** A list of plain values is read more easily than its JSON; whatever else there is stays as it is. */
    private void presentJson(String text) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(text);
        if (json.isArray() && !json.isEmpty() && json.valueStream().allMatch(JsonNode::isValueNode)) {
            html.text(json.valueStream()
                    .map(value -> value.isNull() ? "not given" : value.asString())
                    .collect(Collectors.joining("; ")));
        } else {
            html.markup("<code>").text(text).markup("</code>");
        }
    }

    private static String utc(OffsetDateTime instant) {
        return UTC.format(instant.withOffsetSameInstant(ZoneOffset.UTC));
    }

    /** The cell's class: numbers stand at the right. */
    static String cellClass(Property property) {
        return property.type().isNumeric() ? "number" : property.type().name().toLowerCase(Locale.ROOT);
    }
}
