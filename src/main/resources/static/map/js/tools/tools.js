/** Puts the tools on the map. */
import { Measure } from './measure.js';
import { Nearby } from './nearby.js';
import { Selection } from './selection.js';
import { Sketch } from './sketch.js';
import { Toolbox } from './toolbox.js';
import { WhatIf } from './whatIf.js';

/** While a tool is in use, a click on the map is for the tool and opens nothing. */
export function addTools(container, map, { store, names, period, popups }) {
  const sketch = new Sketch(map);
  const toolbox = new Toolbox(container, map, sketch, [
    new Measure(sketch),
    new WhatIf(sketch, store, names),
    new Nearby(sketch, names, period, (report) => popups.openReport(report)),
    new Selection(sketch, period),
  ]);
  toolbox.onOpen(() => popups.close());
  popups.holdWhile(() => toolbox.isOpen);
}
