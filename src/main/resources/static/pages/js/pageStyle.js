/** How a page's map is drawn: what it shows over land and under each source's lines, so that no line hides another's. */
import { palette } from '../../map/js/palette.js';
import { orientationLayers } from '../../map/js/style.js';

export const NOTHING = { type: 'FeatureCollection', features: [] };

/** All layers, in the order in which they are drawn. */
export function pageStyle(known, settings, shown) {
  const { shapes, points } = shown(palette());
  const orientation = orientationLayers(known, settings);
  const firstLine = orientation.findIndex(({ id }) => id === 'boundary-lines');
  return [...orientation.slice(0, firstLine), ...shapes, ...orientation.slice(firstLine), ...points];
}
