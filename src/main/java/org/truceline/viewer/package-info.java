/**
 * The web map at {@code /map}. A page like anybody else's: it talks to the server over HTTP only, and to no other server
 * at all.
 *
 * <p>Java serves files here and does nothing else. The map is plain ES modules in {@code static/map/js}, without a build
 * step: {@code main.js} reads the collections and hands them on, {@code mapView.js} holds MapLibre's map, {@code
 * style.js} is all that is drawn, {@code settings.js} what is switched on, {@code popup.js} and {@code report.js} what a
 * click tells. {@code period.js} is the time that is shown, which {@code shownReports.js} holds reports against for map,
 * lists, {@code viewTable.js} and {@code timeline.js}; {@code sharing.js} keeps the address. The folder {@code tools}
 * holds what somebody does on the map: {@code toolbox.js} takes up one tool at a time, to which clicks then belong. Every
 * text is in {@code static/map/messages}, in a file for each language, and reaches the page through {@code messages.js}.
 * The base map is drawn from our own layers, labels from the fonts that the page loads, symbols on a canvas.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.truceline.viewer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
