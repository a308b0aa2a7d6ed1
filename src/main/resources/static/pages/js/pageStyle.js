/** How a page's map is drawn: features over land and under each source's lines, so that no line hides another's. */
import { palette } from '../../map/js/palette.js';
import { orientationLayers } from '../../map/js/style.js';

export const NOTHING = { type: 'FeatureCollection', features: [] };

/** Layers that show the page's features, from the ground up. */
export const FEATURE_LAYERS = ['feature-areas', 'feature-lines', 'feature-points', 'chosen-lines', 'chosen-points'];

const NONE_CHOSEN = ['==', ['get', 'index'], -1];
const CHOOSING_LAYERS = { 'chosen-lines': ['!=', ['geometry-type'], 'Point'], 'chosen-points': ['==', ['geometry-type'], 'Point'] };

/** All layers, in the order in which they are drawn. */
export function pageStyle(known, settings) {
  const colours = palette();
  const orientation = orientationLayers(known, settings);
  const firstLine = orientation.findIndex(({ id }) => id === 'boundary-lines');
  return [...orientation.slice(0, firstLine), ...shapes(colours), ...orientation.slice(firstLine), ...points(colours)];
}

/** Makes one feature stand out, by its number; null for none. */
export function choose(map, index) {
  for (const [layer, kind] of Object.entries(CHOOSING_LAYERS)) {
    map.setFilter(layer, index === null ? NONE_CHOSEN : ['all', kind, ['==', ['get', 'index'], index]]);
  }
}

function shapes({ feature, chosen }) {
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

function points({ feature, featureOutline, chosen }) {
  const point = { type: 'circle', source: 'features' };
  return [
    {
      ...point,
      id: 'feature-points',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 5.5, 'circle-color': feature, 'circle-opacity': 0.85, 'circle-stroke-color': featureOutline, 'circle-stroke-width': 1.5 },
    },
    {
      ...point,
      id: 'chosen-points',
      filter: NONE_CHOSEN,
      paint: { 'circle-radius': 9, 'circle-color': feature, 'circle-stroke-color': chosen, 'circle-stroke-width': 3 },
    },
  ];
}
