/** How the features of a page are drawn, and how one of them stands out. */

/** Layers that show the page's features, from the ground up. */
export const FEATURE_LAYERS = ['feature-areas', 'feature-lines', 'feature-points', 'chosen-lines', 'chosen-points'];

const NONE_CHOSEN = ['==', ['get', 'index'], -1];
const CHOOSING_LAYERS = { 'chosen-lines': ['!=', ['geometry-type'], 'Point'], 'chosen-points': ['==', ['geometry-type'], 'Point'] };

export function featureLayers(colours) {
  return { shapes: shapes(colours), points: points(colours) };
}

/** Makes one feature stand out, by its number; null for none. */
export function choose(map, index) {
  for (const [layer, kind] of Object.entries(CHOOSING_LAYERS)) {
    map.setFilter(layer, index === null ? NONE_CHOSEN : ['all', kind, ['==', ['get', 'index'], index]]);
  }
}

function shapes({ feature, uncertain: chosen }) {
  return [
    {
      id: 'feature-areas',
      type: 'fill',
      source: 'features',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': feature, 'fill-opacity': 0.16 },
    },
    {
      id: 'feature-lines',
      type: 'line',
      source: 'features',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': feature, 'line-width': ['match', ['geometry-type'], 'LineString', 4, 1.4], 'line-opacity': 0.75 },
    },
    {
      id: 'chosen-lines',
      type: 'line',
      source: 'features',
      filter: NONE_CHOSEN,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': chosen, 'line-width': 4 },
    },
  ];
}

function points({ feature, paper, uncertain: chosen }) {
  const point = { type: 'circle', source: 'features' };
  return [
    {
      ...point,
      id: 'feature-points',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 5.5, 'circle-color': feature, 'circle-opacity': 0.85, 'circle-stroke-color': paper, 'circle-stroke-width': 1.5 },
    },
    {
      ...point,
      id: 'chosen-points',
      filter: NONE_CHOSEN,
      paint: { 'circle-radius': 9, 'circle-color': feature, 'circle-stroke-color': chosen, 'circle-stroke-width': 3 },
    },
  ];
}
