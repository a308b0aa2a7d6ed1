/** Which dashes and which colour are whose lines. */
import { element } from '../../map/js/element.js';
import { colourOf, palette } from '../../map/js/palette.js';
import { dashOf } from '../../map/js/style.js';
import { lineSwatch } from '../../map/js/symbols.js';

export function lineLegend(lines, { sources }) {
  return sources.map((dataset, index) => {
    const named = lines.find(({ properties }) => properties.dataset === dataset && properties.source);
    const swatch = lineSwatch(colourOf(palette().sources, sources, dataset), dashOf(index));
    return element('li', swatch, named?.properties.source ?? dataset);
  });
}
