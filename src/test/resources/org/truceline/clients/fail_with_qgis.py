"""Asks QGIS for what a server doesn't have, and writes what QGIS tells its user of that.

Arguments: the server's landing page, and the name of the layer. The answer is the messages in QGIS's log, a JSON list on
standard output.
"""

import json
import sys

from qgis.core import QgsApplication, QgsVectorLayer

SERVER, NAME = sys.argv[1:]

application = QgsApplication([], False)
application.initQgis()
messages = []
QgsApplication.messageLog().messageReceived[str, str, "Qgis::MessageLevel"].connect(
    lambda message, tag, level: messages.append(message)
)
layer = QgsVectorLayer(f"url='{SERVER}' typename='{NAME}' version='OGC_API_FEATURES'", NAME, "OAPIF")
application.processEvents()
messages.append(layer.error().message())
print(json.dumps(messages))
sys.stdout.flush()
application.exitQgis()
