/** The outside base map that the operator has chosen, if any; the page says so in its head. */
const chosen = document.querySelector('meta[name="base-map"]');

export const BASE_MAP = 'base-map';

/** What it wants to be said of whose it is, or nothing. */
export const baseMapAttribution = chosen ? [chosen.dataset.attribution] : [];

export function baseMapSources() {
  return chosen ? { [BASE_MAP]: { type: 'raster', tiles: [chosen.content], tileSize: 256 } } : {};
}

export function baseMapLayers() {
  return chosen ? [{ id: BASE_MAP, type: 'raster', source: BASE_MAP }] : [];
}

/** Land that lies over a base map is there to be asked about, not to be seen. */
export function overBaseMap(layer) {
  return chosen ? { ...layer, paint: { ...layer.paint, 'fill-opacity': 0 } } : layer;
}
