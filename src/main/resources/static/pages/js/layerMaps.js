/** Draws each map of a page: the features that the page tells of, on land and between each source's lines. */
import { LayerMap } from './layerMap.js';

for (const figure of document.querySelectorAll('.layer-map')) new LayerMap(figure).open();
