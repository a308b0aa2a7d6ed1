package org.truceline.ogcapi;

/** Media types that have to be written to the letter: clients compare them as texts. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String GEO_JSON = "application/geo+json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
    static final String SCHEMA = "application/schema+json";
    static final String HTML = "text/html";
    static final String VECTOR_TILE = "application/vnd.mapbox-vector-tile";
    static final String MAPBOX_STYLE = "application/vnd.mapbox.style+json";
    static final String EVENTS = "text/event-stream";
    static final String SLD = "application/vnd.ogc.sld+xml;version=1.1";
    static final String SVG = "image/svg+xml";
    static final String PNG = "image/png";
    static final String GLYPHS = "application/x-protobuf";
    static final String QML = "application/vnd.qgis.qml";
    static final String PROBLEM = "application/problem+json";

    private MediaTypes() {}
}
