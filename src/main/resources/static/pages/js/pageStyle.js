/** How a page's map is drawn: what it shows over land and under each source's lines, so that no line hides another's. */
import { palette } from '../../map/js/definition.js';
import { orientationLayers } from '../../map/js/style.js';

export const NOTHING = { type: 'FeatureCollection', features: [] };

/** All layers, in the order in which they are drawn. */
export function pageStyle(shown) {
  const { shapes, points } = shown(palette());
  const { land, lines } = orientationLayers();
  return [...land, ...shapes, ...lines, ...points];
}
