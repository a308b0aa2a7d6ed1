package org.truceline.qgis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.truceline.styles.XmlText;

/** A page to print: the map with title, legend, scale bar, and what has to be said of it. Lengths are in millimetres. */
final class PrintLayout {
    static final String NAME = "Map with disclaimer";

    private static final String DISCLAIMER =
            "No line shown here is the line. Each is drawn as one source gives it. Which side"
                    + " of a line a point falls on is no evidence of who controls it. A report says what its source says. Unknown is not"
                    + " zero.";

    /** QGIS's numbers for kinds of items. */
    private static final String PAGE = "65638";

    private static final String MAP = "65639";
    private static final String LABEL = "65641";
    private static final String LEGEND = "65642";
    private static final String SCALE_BAR = "65646";

    private static final String MAP_ID = "{truceline-map}";
    private static final Place MAP_PLACE = new Place(10, 22, 190, 158);

    private final QgisXml xml;

    private PrintLayout(QgisXml xml) {
        this.xml = xml;
    }

    /** @param extent what the map shows, in Web Mercator */
    static void write(QgisXml xml, Envelope extent, List<String> attributions) {
        new PrintLayout(xml).write(extent, attributions);
    }

    private void write(Envelope extent, List<String> attributions) {
        xml.open("Layouts");
        xml.open("Layout", "name", NAME, "units", "mm", "printResolution", "300");
        xml.open("PageCollection");
        item(PAGE, "page", new Place(0, 0, 297, 210), 0, false);
        xml.close("LayoutItem");
        xml.close("PageCollection");

        item(MAP, MAP_ID, MAP_PLACE, 1, true, "drawCanvasItems", "true", "keepLayerSet", "false");
        Envelope shown = filling(MAP_PLACE, extent);
        xml.empty(
                "Extent",
                "xmin",
                metres(shown.getMinX()),
                "ymin",
                metres(shown.getMinY()),
                "xmax",
                metres(shown.getMaxX()),
                "ymax",
                metres(shown.getMaxY()));
        xml.close("LayoutItem");

        label("title", "[% @project_title %]", new Place(10, 8, 190, 10), 16);
        label("date", "Printed [% format_date(now(), 'yyyy-MM-dd') %]", new Place(204, 8, 83, 10), 9);
        item(
                LEGEND,
                "legend",
                new Place(202, 22, 85, 158),
                2,
                false,
                "linkedMap",
                MAP_ID,
                "map_uuid",
                MAP_ID,
                "legendFilterByMap",
                "1",
                "resizeToContents",
                "0",
                "columnCount",
                "1",
                "symbolWidth",
                "5",
                "symbolHeight",
                "3",
                "title",
                "");
        xml.open("styles");
        for (String style : List.of("title", "group", "subgroup", "symbol", "symbolLabel")) {
            boolean isHeading = style.equals("group") || style.equals("title");
            xml.open("style", "name", style, "marginTop", isHeading ? "2" : "1", "marginLeft", "1");
            xml.empty("styleFont", "description", font(isHeading ? 8 : 6), "style", "");
            xml.close("style");
        }
        xml.close("styles");
        xml.close("LayoutItem");

        item(
                SCALE_BAR,
                "scale",
                new Place(10, 182, 80, 10),
                3,
                false,
                "mapUuid",
                MAP_ID,
                "style",
                "Single Box",
                "unitType",
                "km",
                "unitLabel",
                "km",
                "numUnitsPerSegment",
                "20",
                "numMapUnitsPerScaleBarUnit",
                "1",
                "numSegments",
                "2",
                "numSegmentsLeft",
                "0",
                "height",
                "2",
                "segmentSizeMode",
                "1",
                "minBarWidth",
                "30",
                "maxBarWidth",
                "60",
                "labelBarSpace",
                "1",
                "boxContentSpace",
                "1");
        xml.empty("fillColor", "red", "0", "green", "0", "blue", "0", "alpha", "255");
        xml.empty("fillColor2", "red", "255", "green", "255", "blue", "255", "alpha", "255");
        xml.open(
                "text-style",
                "fontFamily",
                "Noto Sans",
                "fontSize",
                "7",
                "fontSizeUnit",
                "Point",
                "textColor",
                "0,0,0,255");
        xml.close("text-style");
        xml.close("LayoutItem");

        label("disclaimer", DISCLAIMER, new Place(95, 182, 192, 12), 8);
        label("sources", String.join(" · ", attributions), new Place(10, 196, 277, 8), 6);
        xml.close("Layout");
        xml.close("Layouts");
    }

    /** The extent and as much around it as the place needs: QGIS makes a map lower whose extent has another shape. */
    private static Envelope filling(Place place, Envelope extent) {
        Envelope filled = new Envelope(extent);
        double wanted = place.width / (double) place.height;
        double missingWidth = Math.max(0, extent.getHeight() * wanted - extent.getWidth());
        double missingHeight = Math.max(0, extent.getWidth() / wanted - extent.getHeight());
        filled.expandBy(missingWidth / 2, missingHeight / 2);
        return filled;
    }

    private record Place(int left, int top, int width, int height) {
        String corner() {
            return left + "," + top + ",mm";
        }

        String size() {
            return width + "," + height + ",mm";
        }
    }

    private void label(String id, String text, Place place, double points) {
        item(
                LABEL,
                id,
                place,
                4,
                false,
                "labelText",
                text,
                "halign",
                "1",
                "valign",
                "32",
                "htmlState",
                "0",
                "marginX",
                "0",
                "marginY",
                "0");
        xml.empty("LabelFont", "description", font(points), "style", "");
        xml.empty("FontColor", "red", "40", "green", "40", "blue", "40", "alpha", "255");
        xml.close("LayoutItem");
    }

    /** As Qt describes a font: family, points, and defaults. */
    private static String font(double points) {
        return "Noto Sans," + XmlText.number(points) + ",-1,5,50,0,0,0,0,0";
    }

    private void item(String type, String id, Place place, int height, boolean hasFrame, String... further) {
        List<String> attributes =
                new ArrayList<>(List.of("type", type, "uuid", id, "templateUuid", id, "id", id.replaceAll("[{}]", "")));
        attributes.addAll(List.of("position", place.corner(), "positionOnPage", place.corner(), "size", place.size()));
        attributes.addAll(List.of("zValue", String.valueOf(height), "visibility", "1", "referencePoint", "0"));
        attributes.addAll(List.of("frame", String.valueOf(hasFrame), "background", String.valueOf(hasFrame)));
        attributes.addAll(List.of("opacity", "1", "outlineWidthM", "0.2,mm", "excludeFromExports", "0"));
        attributes.addAll(List.of(further));
        xml.open("LayoutItem", attributes.toArray(String[]::new));
        xml.empty("FrameColor", "red", "120", "green", "120", "blue", "120", "alpha", "255");
        xml.empty("BackgroundColor", "red", "255", "green", "255", "blue", "255", "alpha", "255");
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
