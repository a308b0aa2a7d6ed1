package org.truceline.qgis;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.qgis.LayerTree.Branch;

/**
 * The project.
 *
 * @param server address of the server's landing page; QGIS knows no variables in it
 * @param layers all that the server has
 * @param view what the map shows first
 */
public record QgisProject(String title, String server, List<ProjectLayer> layers, View view) {
    /** The version whose form this is; newer ones read it without a word. */
    private static final String VERSION = "3.22.16";

    /** With QGIS's own number for it, without which QGIS 3.22 does not find it by name. */
    static final Crs WEB_MERCATOR = new Crs("EPSG:3857", "3857");

    static final Crs WGS84 = new Crs("EPSG:4326", "3452");

    private static final double EARTH_RADIUS = 6_378_137;
    private static final double HIGHEST_LATITUDE = 85;

    public QgisProject {
        layers = List.copyOf(layers);
    }

    /**
     * What the map shows first.
     *
     * @param box longitudes and latitudes, in degrees
     * @param time from when to when the temporal controller goes; empty where no time is known
     */
    public record View(Envelope box, Optional<Time> time) {}

    public record Time(Instant start, Instant end) {}

    record Crs(String authority, String number) {
        void write(QgisXml xml) {
            xml.open("spatialrefsys");
            xml.text("srsid", number);
            xml.text("authid", authority);
            xml.close("spatialrefsys");
        }
    }

    /** The project as QGIS saves it: XML in UTF-8. */
    public String toXml() {
        QgisXml xml = new QgisXml();
        xml.raw("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
        xml.open("qgis", "version", VERSION, "projectname", title);
        xml.text("title", title);
        writeCrs(xml, "projectCrs", WEB_MERCATOR);
        List<Branch> branches = LayerTree.of(layers);
        LayerTree.write(xml, branches, server);
        writeCanvas(xml);
        xml.open("projectlayers");
        layers.forEach(layer -> layer.write(xml, server));
        xml.close("projectlayers");
        xml.open("layerorder");
        branches.stream()
                .flatMap(branch -> branch.layers().stream())
                .forEach(layer -> xml.empty("layer", "id", layer.id()));
        xml.close("layerorder");
        List<String> attributions = layers.stream()
                .flatMap(layer -> layer.layer().text().attributions().stream())
                .distinct()
                .toList();
        writeProperties(xml);
        PrintLayout.write(xml, mercator(), attributions);
        writeView(xml);
        xml.close("qgis");
        return xml.toString();
    }

    /** Without the first one QGIS takes no reference system from a project; lengths are measured on WGS84's ellipsoid. */
    private static void writeProperties(QgisXml xml) {
        xml.open("properties");
        xml.open("SpatialRefSys");
        xml.text("ProjectionsEnabled", "1", "type", "int");
        xml.close("SpatialRefSys");
        xml.open("Measure");
        xml.text("Ellipsoid", "EPSG:7030", "type", "QString");
        xml.close("Measure");
        xml.close("properties");
    }

    static void writeCrs(QgisXml xml, String name, Crs crs) {
        xml.open(name);
        crs.write(xml);
        xml.close(name);
    }

    private void writeCanvas(QgisXml xml) {
        Envelope extent = mercator();
        xml.open("mapcanvas", "name", "theMapCanvas", "annotationsVisible", "1");
        xml.text("units", "meters");
        xml.open("extent");
        xml.text("xmin", metres(extent.getMinX()));
        xml.text("ymin", metres(extent.getMinY()));
        xml.text("xmax", metres(extent.getMaxX()));
        xml.text("ymax", metres(extent.getMaxY()));
        xml.close("extent");
        xml.text("rotation", "0");
        writeCrs(xml, "destinationsrs", WEB_MERCATOR);
        xml.close("mapcanvas");
    }

    private void writeView(QgisXml xml) {
        Envelope extent = mercator();
        xml.open("ProjectViewSettings", "UseProjectScales", "0", "rotation", "0");
        xml.open(
                "DefaultViewExtent",
                "xmin",
                metres(extent.getMinX()),
                "ymin",
                metres(extent.getMinY()),
                "xmax",
                metres(extent.getMaxX()),
                "ymax",
                metres(extent.getMaxY()));
        WEB_MERCATOR.write(xml);
        xml.close("DefaultViewExtent");
        xml.close("ProjectViewSettings");
        view.time().ifPresent(time -> {
            xml.open(
                    "ProjectTimeSettings",
                    "cumulativeTemporalRange",
                    "0",
                    "frameRate",
                    "1",
                    "timeStep",
                    "1",
                    "timeStepUnit",
                    "d");
            xml.open("TemporalRange");
            xml.text("start", time.start().toString());
            xml.text("end", time.end().toString());
            xml.close("TemporalRange");
            xml.close("ProjectTimeSettings");
        });
    }

    /** The first view in metres of Web Mercator, with some land around it. */
    private Envelope mercator() {
        Envelope box = view.box();
        Envelope extent = new Envelope(
                Math.toRadians(box.getMinX()) * EARTH_RADIUS,
                Math.toRadians(box.getMaxX()) * EARTH_RADIUS,
                northing(box.getMinY()),
                northing(box.getMaxY()));
        extent.expandBy(Math.max(1000, extent.getWidth() / 20), Math.max(1000, extent.getHeight() / 20));
        return extent;
    }

    private static double northing(double latitude) {
        double within = Math.max(-HIGHEST_LATITUDE, Math.min(HIGHEST_LATITUDE, latitude));
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(within) / 2)) * EARTH_RADIUS;
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
