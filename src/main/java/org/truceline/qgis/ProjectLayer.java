package org.truceline.qgis;

import java.util.ArrayList;
import java.util.List;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.TimeColumns;

/**
 * A layer of the project.
 *
 * @param drawing its symbols and labels, as {@link org.truceline.styles.QmlDocument} writes them for projects
 * @param isShown whether it is on the map when the project opens
 */
public record ProjectLayer(Layer layer, String drawing, boolean isShown) {
    /** QGIS's number for a time whose two ends are included. */
    private static final String BOTH_ENDS = "1";

    private static final String FROM_ONE_FIELD = "1";
    private static final String FROM_TWO_FIELDS = "2";

    /** The same in every project, so that what users add to one outlives a new one from the server. */
    String id() {
        return "truceline_" + layer.id();
    }

    /** Where QGIS reads it. */
    String source(String server) {
        return "pagingEnabled='true' restrictToRequestBBOX='1' typename=" + quoted(layer.id()) + " url="
                + quoted(server) + " version='OGC_API_FEATURES'";
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    void write(QgisXml xml, String server) {
        xml.open(
                "maplayer",
                "type",
                "vector",
                "styleCategories",
                "AllStyleCategories",
                "readOnly",
                "0",
                "labelsEnabled",
                drawing.contains("<labeling") ? "1" : "0",
                "simplifyDrawingHints",
                "1",
                "simplifyDrawingTol",
                "1",
                "simplifyLocal",
                "1");
        xml.text("id", id());
        xml.text("datasource", source(server));
        xml.text("layername", layer.title());
        xml.text("abstract", layer.text().description());
        xml.text("attribution", String.join("; ", layer.text().attributions()));
        QgisProject.writeCrs(xml, "srs", QgisProject.WGS84);
        xml.text("provider", "OAPIF");
        layer.time().ifPresent(time -> writeTime(xml, time));
        xml.raw(drawing.strip());
        writeForm(xml);
        xml.close("maplayer");
    }

    private static void writeTime(QgisXml xml, TimeColumns time) {
        boolean isInstant = time instanceof TimeColumns.At;
        String start = time instanceof TimeColumns.At at ? at.instant().name() : start(time);
        xml.empty(
                "temporal",
                "enabled",
                "1",
                "mode",
                isInstant ? FROM_ONE_FIELD : FROM_TWO_FIELDS,
                "startField",
                start,
                "endField",
                time instanceof TimeColumns.Between between ? between.end().name() : "",
                "limitMode",
                BOTH_ENDS,
                "accumulate",
                "0",
                "fixedDuration",
                "0",
                "durationUnit",
                "min");
    }

    private static String start(TimeColumns time) {
        return time instanceof TimeColumns.Between between ? between.start().name() : "";
    }

    /** Titles of fields, and lists of the values that some can have. */
    private void writeForm(QgisXml xml) {
        List<Property> fields = new ArrayList<>(layer.properties());
        fields.add(0, layer.idColumn());
        xml.open("fieldConfiguration");
        fields.stream().filter(field -> !field.values().isEmpty()).forEach(field -> writeValues(xml, field));
        xml.close("fieldConfiguration");
        xml.open("aliases");
        for (int index = 0; index < fields.size(); index++) {
            Property field = fields.get(index);
            xml.empty("alias", "index", String.valueOf(index), "field", field.name(), "name", field.title());
        }
        xml.close("aliases");
    }

    private static void writeValues(QgisXml xml, Property field) {
        xml.open("field", "name", field.name(), "configurationFlags", "None");
        xml.open("editWidget", "type", "ValueMap");
        xml.open("config");
        xml.open("Option", "type", "Map");
        xml.open("Option", "type", "List", "name", "map");
        for (String value : field.values()) {
            xml.open("Option", "type", "Map");
            xml.option(value, value);
            xml.close("Option");
        }
        xml.close("Option");
        xml.close("Option");
        xml.close("config");
        xml.close("editWidget");
        xml.close("field");
    }
}
