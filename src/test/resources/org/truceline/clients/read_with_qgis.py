"""Reads a server with QGIS as a person would by hand, and writes what QGIS makes of it.

Arguments: the server's landing page, a folder for QGIS's profile, the images to draw of features and of tiles, a JSON list
of expressions that choose incidents, and the layers to read. The answer is one JSON document on standard output.
"""

import json
import sys

from urllib.parse import quote

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorTileBasicRenderer,
    QgsVectorTileBasicRendererStyle,
    QgsVectorTileLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QVariant
from qgis.PyQt.QtGui import QColor

SERVER, PROFILE, IMAGE, TILES_IMAGE, EXPRESSIONS, *LAYERS = sys.argv[1:]

# Where most of the example happened.
AREA = QgsRectangle(69.6, 39.4, 71.4, 40.4)


def add(name, page_size=None):
    uri = f"url='{SERVER}' typename='{name}' version='OGC_API_FEATURES' pagingEnabled='true' restrictToRequestBBOX='1'"
    return QgsVectorLayer(uri + (f" pageSize='{page_size}'" if page_size else ""), name, "OAPIF")


def plain(value):
    """A value as JSON has it. QGIS drops the zone of a time; the server's times are UTC."""
    if isinstance(value, QVariant):
        return None if value.isNull() else value.value()
    if isinstance(value, QDateTime):
        return value.toString(Qt.ISODateWithMs) + "Z"
    if isinstance(value, QDate):
        return value.toString(Qt.ISODate)
    return value


def describe(layer):
    fields = {field.name(): field.typeName() for field in layer.fields()}
    features = [
        {
            "id": feature["id"],
            "geometry": json.loads(feature.geometry().asJson(17)) if feature.hasGeometry() else None,
            "properties": {name: plain(feature[name]) for name, kind in fields.items() if kind != "JSON"},
        }
        for feature in layer.getFeatures()
    ]
    box = layer.extent()
    return {
        "valid": layer.isValid(),
        "count": layer.featureCount(),
        "extent": [] if box.isEmpty() else [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()],
        "crs": layer.crs().authid(),
        "geometryType": QgsWkbTypes.displayString(layer.wkbType()),
        "fields": fields,
        "features": features,
    }


def ids(layer, expression="", box=None):
    request = QgsFeatureRequest()
    if box:
        request.setFilterRect(box)
    if expression:
        request.setFilterExpression(expression)
    return [feature["id"] for feature in layer.getFeatures(request)]


def find():
    """Filters of each kind on incidents: as an expression, as a box, as both, as the layer's own query."""
    incidents = add("incidents")
    battles = "\"event_type\" = 'Battles'"
    box = QgsRectangle(70.4, 39.8, 70.7, 40.1)
    week = "\"time_start\" >= '2021-04-28T00:00:00' AND \"time_start\" < '2021-05-02T00:00:00'"
    found = {
        "pages": ids(add("incidents", page_size=7)),
        "expression": ids(incidents, battles),
        "text": ids(incidents, "\"summary\" ILIKE '%water%'"),
        "time": ids(incidents, week),
        "box": ids(incidents, box=box),
        "both": ids(incidents, battles, box),
    }
    incidents.setSubsetString(battles)
    return {**found, "subset": ids(incidents), "subsetCount": incidents.featureCount()}


def symbols():
    """As a beginner would choose them: one for each layer."""
    return {
        "incidents": QgsMarkerSymbol.createSimple({"color": "#b3261e", "outline_color": "#ffffff", "size": "2.4"}),
        "boundary-lines": QgsLineSymbol.createSimple({"color": "#4a3f8f", "width": "0.5", "line_style": "dash"}),
        "withdrawal-areas": QgsFillSymbol.createSimple({"color": "#f2d49b", "outline_color": "#c98a1b"}),
    }


def render(layers, extent, image):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(1000, 560))
    settings.setBackgroundColor(QColor("#ffffff"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(image)
    shown = settings.visibleExtent()
    return {
        "errors": [f"{error.layerID}: {error.message}" for error in job.errors()],
        "extent": [shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum()],
    }


def draw():
    layers = []
    for name, symbol in symbols().items():
        layer = add(name)
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
        layers.append(layer)
    return render(layers, AREA, IMAGE)


def draw_tiles():
    """The same from one vector tile layer, made as by hand: a generic connection with the address of the tiles."""
    template = quote(f"{SERVER}tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}", safe=":/")
    layer = QgsVectorTileLayer(f"type=xyz&url={template}&zmin=0&zmax=18", "tiles")
    kinds = {
        "withdrawal-areas": QgsWkbTypes.PolygonGeometry,
        "boundary-lines": QgsWkbTypes.LineGeometry,
        "incidents": QgsWkbTypes.PointGeometry,
    }
    styles = []
    for name, kind in kinds.items():
        style = QgsVectorTileBasicRendererStyle(name, name, kind)
        style.setSymbol(symbols()[name])
        styles.append(style)
    renderer = QgsVectorTileBasicRenderer()
    renderer.setStyles(styles)
    layer.setRenderer(renderer)
    mercator = QgsCoordinateReferenceSystem("EPSG:3857")
    to_mercator = QgsCoordinateTransform(QgsCoordinateReferenceSystem("OGC:CRS84"), mercator, QgsProject.instance())
    return {"valid": layer.isValid(), **render([layer], to_mercator.transformBoundingBox(AREA), TILES_IMAGE)}


def main():
    application = QgsApplication([], False, PROFILE)
    application.initQgis()
    # QGIS's own messages: what a person would read in the log panel.
    messages = []
    application.messageLog().messageReceived.connect(
        lambda text, tag, level: messages.append(f"{tag}: {text}") if level else None
    )
    report = {
        "layers": {name: describe(add(name)) for name in LAYERS},
        "found": find(),
        "matches": {expression: len(ids(add("incidents"), expression)) for expression in json.loads(EXPRESSIONS)},
        "drawn": draw(),
        "drawnTiles": draw_tiles(),
        "messages": messages,
    }
    json.dump(report, sys.stdout)
    application.exitQgis()


main()
