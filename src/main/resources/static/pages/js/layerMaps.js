/** Draws each map of a page, on land and between each source's lines: the features that the page tells of, or tiles, or what a
 * style draws. */
import { LayerMap } from './layerMap.js';
import { StyleMap } from './styleMap.js';
import { TileMap } from './tileMap.js';

for (const figure of document.querySelectorAll('.layer-map')) {
  mapOf(figure).open();
}

function mapOf(figure) {
  if (figure.dataset.style) return new StyleMap(figure);
  return figure.dataset.tiles ? new TileMap(figure) : new LayerMap(figure);
}
