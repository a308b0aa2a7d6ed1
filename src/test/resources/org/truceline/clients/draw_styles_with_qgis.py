"""Draws layers as their styles say, with QGIS, and writes what it made of them as JSON.

Arguments: the server's landing page, a folder with LAYER.ENCODING for each layer, the encoding (sld or qml), the image of all
layers to draw, the image of the last layer alone, whose features are points, and the layers from the ground up.
"""

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsExpressionContextUtils,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

SERVER, FOLDER, ENCODING, IMAGE, SIGNS, *NAMES = sys.argv[1:]

# Where most of the example happened.
AREA = QgsRectangle(69.6, 39.4, 71.4, 40.4)
SIZE = QSize(1360, 860)
# Near enough for whatever is drawn from some scale on.
NEAR = 1000


def add(name):
    uri = f"url='{SERVER}' typename='{name}' version='OGC_API_FEATURES' pagingEnabled='true'"
    layer = QgsVectorLayer(uri, name, "OAPIF")
    load = layer.loadSldStyle if ENCODING == "sld" else layer.loadNamedStyle
    message, loaded = load(f"{FOLDER}/{name}.{ENCODING}")
    # To QGIS, a layer without a place is a table, which isn't drawn.
    return layer, {"valid": layer.isValid(), "loaded": loaded, "message": message, "spatial": layer.isSpatial()}


def rules_of(layer):
    """The rules by their keys; none where the renderer has one symbol for all."""
    renderer = layer.renderer()
    if renderer.type() != "RuleRenderer":
        return {}
    return {rule.ruleKey(): rule for rule in renderer.rootRule().descendants() if rule.symbol()}


def rules_met(layer, settings):
    """By the features' ids: the titles of the rules by which each is drawn."""
    rules = rules_of(layer)
    renderer = layer.renderer().clone()
    context = QgsRenderContext.fromMapSettings(settings)
    context.setRendererScale(NEAR)
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer.startRender(context, layer.fields())
    met = {}
    for feature in layer.getFeatures():
        if feature.hasGeometry():
            context.expressionContext().setFeature(feature)
            keys = renderer.legendKeysForFeature(feature, context)
            met[feature["id"]] = sorted(rules[key].label() for key in keys if key in rules)
    renderer.stopRender(context)
    return met


def describe(layer, settings):
    labeling = layer.labeling()
    return {
        "renderer": layer.renderer().type(),
        "rules": [
            {"title": rule.label(), "filter": rule.filterExpression(), "scale": rule.minimumScale()}
            for rule in rules_of(layer).values()
        ],
        "features": rules_met(layer, settings),
        "labels": [labeling.settings(key).fieldName for key in labeling.subProviders()] if labeling else [],
    }


def settings_for(layers):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(AREA)
    settings.setOutputSize(SIZE)
    settings.setBackgroundColor(QColor("#dfdcd3"))
    return settings


def draw(layers, image):
    job = QgsMapRendererSequentialJob(settings_for(layers))
    job.start()
    job.waitForFinished()
    job.renderedImage().save(image)
    return [error.message for error in job.errors()]


def places_of(layer):
    """By the features' ids: where each is in the image."""
    pixels = settings_for([layer]).mapToPixel()
    places = {}
    for feature in layer.getFeatures():
        if feature.hasGeometry() and AREA.contains(feature.geometry().asPoint()):
            place = pixels.transform(feature.geometry().asPoint())
            places[feature["id"]] = [int(place.x()), int(place.y())]
    return places


def main():
    """In a function: what QGIS made has to be gone before the application is."""
    report = {"layers": {}}
    layers = []
    for name in NAMES:
        layer, read = add(name)
        if layer.isSpatial():
            read.update(describe(layer, settings_for([layer])))
            layers.insert(0, layer)
        report["layers"][name] = read
    signs = layers[0]
    report["errors"] = draw(layers, IMAGE) + draw([signs], SIGNS)
    report["signs"] = {"layer": signs.name(), "places": places_of(signs)}
    json.dump(report, sys.stdout)


application = QgsApplication([], False, FOLDER)
application.initQgis()
main()
application.exitQgis()
