"""Draws layers with QGIS, each by every style that there is for it, on the cut of the world that a web map shows.

Arguments: the server's landing page, a folder, the longitude, latitude and zoom of the middle, width and height in pixels, and
the layers. The folder has LAYER.SCHEME.ENCODING for each layer, for light and dark grounds, as sld and qml; beside each of them its
picture is written, with .png at its end.
"""

import math
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

SERVER, FOLDER, LONGITUDE, LATITUDE, ZOOM, WIDTH, HEIGHT, *NAMES = sys.argv[1:]
GROUNDS = {"light": "#dfdcd3", "dark": "#14171a"}
RADIUS = 6378137
TILE = 512


def extent():
    resolution = 2 * math.pi * RADIUS / (TILE * 2 ** float(ZOOM))
    x = math.radians(float(LONGITUDE)) * RADIUS
    y = math.asinh(math.tan(math.radians(float(LATITUDE)))) * RADIUS
    right, up = int(WIDTH) / 2 * resolution, int(HEIGHT) / 2 * resolution
    return QgsRectangle(x - right, y - up, x + right, y + up)


def draw(layer, ground, image):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setExtent(extent())
    settings.setOutputSize(QSize(int(WIDTH), int(HEIGHT)))
    settings.setBackgroundColor(QColor(ground))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(image)
    return [f"{layer.name()}: {error.message}" for error in job.errors()]


def main():
    """In a function: what QGIS made has to be gone before the application is."""
    faults = []
    for name in NAMES:
        uri = f"url='{SERVER}' typename='{name}' version='OGC_API_FEATURES' pagingEnabled='true'"
        layer = QgsVectorLayer(uri, name, "OAPIF")
        for scheme, ground in GROUNDS.items():
            for encoding, load in (("sld", layer.loadSldStyle), ("qml", layer.loadNamedStyle)):
                style = f"{FOLDER}/{name}.{scheme}.{encoding}"
                message, loaded = load(style)
                if not loaded:
                    faults.append(f"{style}: {message}")
                faults += draw(layer, ground, style + ".png")
    print("\n".join(faults), end="")


application = QgsApplication([], False, FOLDER)
application.initQgis()
main()
application.exitQgis()
