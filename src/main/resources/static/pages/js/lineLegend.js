/** Which dashes and which colour are whose lines. */
import { element } from '../../map/js/element.js';
import { swatch } from '../../map/js/symbols.js';

export function lineLegend(lines, { sources }) {
  return sources.map((dataset) => {
    const named = lines.find(({ properties }) => properties.dataset === dataset && properties.source);
    return element('li', swatch('boundary-lines', 'LineString', { dataset }), named?.properties.source ?? dataset);
  });
}
