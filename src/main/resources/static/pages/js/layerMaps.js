/** Draws each map of a page, on land and between each source's lines: the features that the page tells of, or tiles. */
import { LayerMap } from './layerMap.js';
import { TileMap } from './tileMap.js';

for (const figure of document.querySelectorAll('.layer-map')) {
  const map = figure.dataset.tiles ? new TileMap(figure) : new LayerMap(figure);
  map.open();
}
