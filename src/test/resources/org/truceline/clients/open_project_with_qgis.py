"""Opens a project in QGIS as a person would, draws it, plays its time, and prints its layout.

Arguments: the project's file, a folder for QGIS's profile, the image to draw, the PDF to print. The answer is one JSON
document on standard output.
"""

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsDateTimeRange,
    QgsLayoutExporter,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
)
from qgis.PyQt.QtCore import QDateTime, QSize, Qt
from qgis.PyQt.QtGui import QColor

PROJECT, PROFILE, IMAGE, PDF = sys.argv[1:]


def describe(layer):
    temporal = layer.temporalProperties()
    renderer = layer.renderer()
    # A table without places is not drawn.
    rules = [rule for rule in renderer.rootRule().descendants() if rule.symbol()] if renderer else []
    return {
        "valid": layer.isValid(),
        "provider": layer.providerType(),
        "source": layer.source(),
        "title": layer.name(),
        "count": layer.featureCount(),
        "renderer": renderer.type() if renderer else "",
        "rules": [[rule.label(), rule.filterExpression()] for rule in rules],
        "faults": [rule.filter().parserErrorString() for rule in rules if rule.filter() and rule.filter().hasParserError()],
        "labels": layer.labelsEnabled(),
        "temporal": [temporal.startField(), temporal.endField()] if temporal.isActive() else [],
        "lists": {
            field.name(): [value for entry in field.editorWidgetSetup().config()["map"] for value in entry.values()]
            for field in layer.fields()
            if field.editorWidgetSetup().type() == "ValueMap"
        },
        "aliases": {field.name(): field.alias() for field in layer.fields()},
    }


def groups(project):
    return {
        group.name(): [[child.layer().id(), child.itemVisibilityChecked()] for child in group.findLayers()]
        for group in project.layerTreeRoot().findGroups()
    }


def draw(project, image, time=None):
    extent = project.viewSettings().defaultViewExtent()
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in project.layerTreeRoot().layerOrder() if is_shown(project, layer)])
    settings.setDestinationCrs(project.crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(1200, 700))
    settings.setBackgroundColor(QColor("#dfdcd3"))
    if time:
        settings.setIsTemporal(True)
        settings.setTemporalRange(time)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(image)
    shown = settings.visibleExtent()
    return {
        "errors": [f"{error.layerID}: {error.message}" for error in job.errors()],
        "extent": [shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum()],
    }


def is_shown(project, layer):
    return project.layerTreeRoot().findLayer(layer).isVisible()


def day(text):
    start = QDateTime.fromString(text, Qt.ISODate)
    return QgsDateTimeRange(start, start.addDays(1))


def print_layouts(project):
    printed = {}
    for layout in project.layoutManager().printLayouts():
        texts = [item.currentText() for item in layout.items() if hasattr(item, "currentText")]
        result = QgsLayoutExporter(layout).exportToPdf(PDF, QgsLayoutExporter.PdfExportSettings())
        QgsLayoutExporter(layout).exportToImage(IMAGE.replace(".png", "-layout.png"), small())
        printed[layout.name()] = {"result": result, "texts": texts}
    return printed


def small():
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 110
    return settings


def main():
    application = QgsApplication([], False, PROFILE)
    application.initQgis()
    # QGIS's own messages: what a person would read in the log panel.
    messages = []
    application.messageLog().messageReceived.connect(
        lambda text, tag, level: messages.append(f"{tag}: {text}") if level else None
    )
    project = QgsProject.instance()
    opened = project.read(PROJECT)
    time = project.timeSettings().temporalRange()
    report = {
        "opened": opened,
        "error": project.error(),
        "title": project.title(),
        "crs": project.crs().authid(),
        "layers": {id.removeprefix("truceline_"): describe(layer) for id, layer in project.mapLayers().items()},
        "groups": groups(project),
        "time": [moment.toUTC().toString(Qt.ISODate) for moment in (time.begin(), time.end())],
        "drawn": draw(project, IMAGE),
        "drawnOnOneDay": draw(project, IMAGE.replace(".png", "-day.png"), day("2021-04-29T00:00:00Z")),
        "printed": print_layouts(project),
        "messages": messages,
    }
    json.dump(report, sys.stdout)
    project.clear()
    application.exitQgis()


main()
