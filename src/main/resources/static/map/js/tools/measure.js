/** Measures along geodesics from mark to mark, and the area between them. */
import { element } from '../element.js';
import { text } from '../messages.js';
import { areaText, capitalised, lengthText } from '../words.js';
import { geodesicPath, pathLength, ringMeasures } from '../geodesic.js';
import { Marks } from './marks.js';
import { crossesItself } from './shapes.js';

export class Measure {
  id = 'measure';
  marks = new Marks(Infinity);
  #sketch;
  #said = element('div.tool-status', { role: 'status' });

  constructor(sketch) {
    this.#sketch = sketch;
    this.marks.onChange(() => this.#show());
  }

  get content() {
    return [this.#said];
  }

  #show() {
    const positions = this.marks.withPointed;
    const isRing = positions.length > 2;
    const path = positions.length ? geodesicPath(isRing ? [...positions, positions[0]] : positions) : [];
    this.#sketch.show(
      isRing && { type: 'Polygon', coordinates: [path] },
      path.length > 1 && { type: 'LineString', coordinates: path },
      { type: 'MultiPoint', coordinates: this.marks.positions },
    );
    this.#said.replaceChildren(...(positions.length > 1 ? this.#words(positions, isRing && path) : []).map((words) => element('p', words)));
  }

  #words(positions, ring) {
    const length = text('measure.length', { length: lengthText(pathLength(positions)) });
    if (!ring) return [length];
    if (crossesItself(ring.slice(0, -1))) return [length, capitalised(text('measure.crosses'))];
    const { perimeter, area } = ringMeasures(positions);
    return [length, text('measure.area', { area: areaText(area) }), text('measure.perimeter', { length: lengthText(perimeter) })];
  }
}
