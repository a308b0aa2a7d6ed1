package org.truceline.formats;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.truceline.features.FeatureRow;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a feature's values for people. */
final class HtmlValues {
    /** How many characters of a text stand unfolded. */
    enum Room {
        /** In a table, where one long value would make its row as high as the window. */
        ROW(200),
        /** On a page of the feature's own. */
        PAGE(4000);

        private final int characters;

        Room(int characters) {
            this.characters = characters;
        }
    }

    private static final int BEGINNING = 120;
    private static final DateTimeFormatter UTC = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendLiteral(" UTC")
            .toFormatter(Locale.ROOT);
    /** The {@code time} element knows years of four digits and no more than milliseconds. */
    private static final DateTimeFormatter MACHINE_READABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final List<Property> properties;
    private final Room room;
    private final HtmlWriter html;
    private final HtmlText texts;
    private final HtmlFold fold;
    private final HtmlJson lists;

    HtmlValues(List<Property> properties, Room room, HtmlWriter html) {
        this.properties = properties;
        this.room = room;
        this.html = html;
        this.texts = new HtmlText(html);
        this.fold = new HtmlFold(html);
        this.lists = new HtmlJson(html);
    }

    /** The property's value; properties are numbered as in the row. */
    void property(FeatureRow row, int index) throws IOException {
        PropertyType type = properties.get(index).type();
        Optional<OffsetDateTime> instant = type == PropertyType.DATE_TIME ? row.findInstant(index) : Optional.empty();
        Optional<String> text = row.findText(index);
        if (instant.isPresent()) {
            instant(instant.get().withOffsetSameInstant(ZoneOffset.UTC));
        } else if (type == PropertyType.BOOLEAN && row.findBoolean(index).isPresent()) {
            html.text(row.findBoolean(index).get() ? "yes" : "no");
        } else if (text.isPresent()) {
            present(text.get(), type);
        } else {
            html.markup(HtmlText.ABSENT);
        }
    }

    void geometry(FeatureRow row) throws IOException {
        Optional<byte[]> wkb = row.geometry();
        if (wkb.isEmpty()) {
            html.markup(HtmlText.absent("no place given"));
        } else {
            html.text(GeometrySummary.of(wkb.get()));
        }
    }

    /** In UTC, with a word that says so. */
    private void instant(OffsetDateTime utc) throws IOException {
        int year = utc.get(ChronoField.YEAR);
        if (year < 1 || year > 9999) {
            html.text(UTC.format(utc));
        } else {
            time(MACHINE_READABLE.format(utc), UTC.format(utc));
        }
    }

    private void time(String machineReadable, String words) throws IOException {
        html.markup("<time datetime=\"").text(machineReadable).markup("\">");
        html.text(words).markup("</time>");
    }

    /** {@code infinity} and {@code NaN} stand as the database calls them. */
    private void present(String text, PropertyType type) throws IOException {
        switch (type) {
            case JSON -> json(text);
            case GEOMETRY -> geometry(text);
            case DATE -> {
                if (DATE.matcher(text).matches()) {
                    time(text, text);
                } else {
                    html.text(text);
                }
            }
            default -> {
                if (text.length() > room.characters) {
                    fold.text(text, BEGINNING);
                } else {
                    texts.write(text);
                }
            }
        }
    }

    private void json(String text) throws IOException {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(text);
        } catch (JacksonException tooDeep) {
            // The database bounds neither depth nor digits; the reader does.
            fold.fold("JSON", () -> html.markup("<code>").text(text).markup("</code>"));
            return;
        }
        boolean isShort = json.isValueNode() || json.isEmpty() || HtmlJson.isPlainList(json) || room == Room.PAGE;
        if (isShort && text.length() <= room.characters) {
            lists.write(json);
        } else if (json.isContainer()) {
            fold.fold(HtmlJson.count(json), () -> lists.write(json));
        } else {
            fold.text(json.asString(), BEGINNING);
        }
    }

    /** A geometry beside the feature's own, as GeoJSON. */
    private void geometry(String geoJson) throws IOException {
        fold.fold("Geometry", () -> html.markup("<code>").text(geoJson).markup("</code>"));
    }

    /** The cell's class: numbers stand at the right. */
    static String cellClass(Property property) {
        return property.type().isNumeric() ? "number" : property.type().name().toLowerCase(Locale.ROOT);
    }
}
