/** What would lie within a distance: of what somebody marks, or of a line, by a rule's terms or without one. */
import { postJson } from '../collections.js';
import { element } from '../element.js';
import { text } from '../messages.js';
import { areaText, distanceText, errorText, ruleText } from '../words.js';
import { Answer } from './answer.js';
import { areaOf, geodesicPath } from '../geodesic.js';
import { Marks } from './marks.js';
import { DistanceField, choice, field } from './fields.js';

const PROCESSES = new URL('../../../processes/', import.meta.url);
const MARKED = '';
const NO_RULE = '';

export class WhatIf {
  id = 'whatIf';
  marks = new Marks(Infinity);
  #sketch;
  #store;
  #names;
  #answer = new Answer();
  #from = element('select', { change: () => this.#chooseLine() });
  #rule = element('select', { change: () => this.#chooseRule() });
  #ruleField = field('whatIf.rule', this.#rule);
  #distance = new DistanceField('whatIf.distance', 10_000, () => this.#ask());

  constructor(sketch, store, names) {
    this.#sketch = sketch;
    this.#store = store;
    this.#names = names;
    this.marks.onChange(() => this.#onMarks());
  }

  get content() {
    return [field('whatIf.from', this.#from), this.#ruleField, ...this.#distance.elements, ...this.#answer.elements];
  }

  open() {
    const lines = this.#store.list('boundary-lines').map(({ id, properties }) => choice(id, text('line.heading', { line: properties.name, source: properties.source })));
    this.#from.replaceChildren(choice(MARKED, text('whatIf.marked')), ...lines);
    this.#chooseLine();
  }

  close() {
    this.#answer.clear();
  }

  #onMarks() {
    if (this.marks.positions.length) {
      this.#from.value = MARKED;
      this.#ruleField.hidden = true;
    }
    this.#drawMarks();
    this.#ask();
  }

  /** Rules that keep something clear along the line as this source draws it. */
  get #rules() {
    const line = this.#from.value;
    return this.#store.list('withdrawal-areas').filter(({ properties }) => line && properties.alignment === line && properties.reading === 'claim');
  }

  #chooseLine() {
    const line = this.#from.value;
    const rules = this.#rules;
    this.#ruleField.hidden = !rules.length;
    this.#rule.replaceChildren(
      choice(NO_RULE, text('whatIf.noRule')),
      ...rules.map(({ properties }) => choice(properties.rule, text('area.heading', { what: ruleText(properties), party: this.#names.party(properties.party) }))),
    );
    if (line && this.marks.positions.length) this.marks.clear();
    else this.#ask();
  }

  /** Begins with the rule's own distance. */
  #chooseRule() {
    const rule = this.#rules.find(({ properties }) => properties.rule === this.#rule.value);
    if (rule?.properties.distance_m) this.#distance.set(rule.properties.distance_m);
    this.#ask();
  }

  #ask() {
    const line = this.#from.value;
    if (!line && !this.marks.positions.length) {
      this.#answer.clear();
      return;
    }
    const distance = this.#distance.metres;
    if (distance === null) {
      this.#answer.fail(text('tool.noDistance'));
      return;
    }
    const rule = this.#rule.value === NO_RULE ? {} : { rule: this.#rule.value };
    const [process, inputs] = line
      ? ['withdrawal-area', { line, distance, ...rule }]
      : ['buffer', { geometry: markedGeometry(this.marks.positions), distance, edges: 'geodesic' }];
    this.#answer.ask(
      (signal) => postJson(new URL(`${process}/execution`, PROCESSES), { inputs }, signal),
      (feature) => this.#show(feature),
    );
  }

  #show({ geometry, properties }) {
    this.#drawMarks(geometry);
    this.#answer.say(
      text('whatIf.result', { distance: distanceText(properties.distance_m), area: areaText(areaOf(geometry)) }),
      element('p', text('area.error', { error: errorText(properties.max_error_m) })),
      element('p.note', text(this.#from.value ? 'whatIf.lineNote' : 'whatIf.note')),
    );
  }

  #drawMarks(result = null) {
    const { positions } = this.marks;
    this.#sketch.show(
      result,
      positions.length > 1 && { type: 'LineString', coordinates: geodesicPath(positions) },
      { type: 'MultiPoint', coordinates: positions },
    );
  }
}

function markedGeometry(positions) {
  return positions.length === 1 ? { type: 'Point', coordinates: positions[0] } : { type: 'LineString', coordinates: positions };
}
