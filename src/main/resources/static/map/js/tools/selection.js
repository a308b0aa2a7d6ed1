/** Counts the reports within a box or polygon, by type, and offers exactly these for download. */
import { countMatching, countsOf, exportAddress } from '../collections.js';
import { rowsOf, sumOf } from '../counts.js';
import { element } from '../element.js';
import { INCIDENT_GROUPS } from '../incidentGroups.js';
import { numberText, text } from '../messages.js';
import { timeOf } from '../period.js';
import { REPORTS } from '../reports.js';
import { groupSymbol } from '../symbols.js';
import { capitalised } from '../words.js';
import { Answer } from './answer.js';
import { choice, field } from './fields.js';
import { Marks } from './marks.js';
import { spanText, undated } from './question.js';
import { boxCorners, crossesItself, inWorld, polygonText, straightRing } from './shapes.js';

const SAYS_NOTHING = 'casualties IS NULL AND casualties_as_reported IS NULL';
const FORMATS = { geojson: 'GeoJSON', csv: 'CSV', gpkg: 'GeoPackage', fgb: 'FlatGeobuf' };
const BOX = 'box';

export class Selection {
  id = 'select';
  marks = new Marks(2);
  #sketch;
  #period;
  #answer = new Answer();
  #shape = element('select', { change: () => this.marks.allow(this.#shape.value === BOX ? 2 : Infinity) }, choice(BOX, text('select.box')), choice('polygon', text('select.polygon')));

  constructor(sketch, period) {
    this.#sketch = sketch;
    this.#period = period;
    this.marks.onChange(() => this.#onMarks());
    period.onChange(() => this.#ask());
  }

  get content() {
    return [field('select.shape', this.#shape), ...this.#answer.elements];
  }

  close() {
    this.#answer.clear();
  }

  #corners(positions) {
    return this.#shape.value === BOX && positions.length === 2 ? boxCorners(...positions) : positions;
  }

  #onMarks() {
    const corners = this.#corners(this.marks.withPointed);
    this.#sketch.show(
      corners.length > 2 && { type: 'Polygon', coordinates: [straightRing(corners)] },
      corners.length === 2 && { type: 'LineString', coordinates: corners },
      { type: 'MultiPoint', coordinates: this.marks.positions },
    );
    // A mouse that moves asks for nothing.
    if (this.marks.isFinished || !this.marks.positions.length) this.#ask();
    else this.#answer.clear();
  }

  #ask() {
    const corners = this.#corners(this.marks.positions);
    if (!this.marks.isFinished || corners.length < 3) {
      this.#answer.clear();
      return;
    }
    const inside = inWorld(corners);
    if (!inside || crossesItself(corners)) {
      this.#answer.fail(text(inside ? 'measure.crosses' : 'select.antimeridian'));
      return;
    }
    const days = this.#period.days;
    const filter = `S_INTERSECTS(geom, ${polygonText(inside)})`;
    const question = { filter, ...timeOf(days) };
    this.#answer.ask((signal) => read(question, days && undated(filter), signal), (found) => this.#show(found, question, days));
  }

  #show({ found, silent, left }, question, days) {
    const all = found.flat();
    this.#answer.say(
      text('select.found', { count: sumOf(all), span: spanText(days) }),
      left ? element('p', text('timeline.undated', { count: left })) : [],
      countsTable(all, silent.flat()),
      ['killed', 'injured'].map((effect) => element('p', sumText(effect, all))),
      REPORTS.filter((_, index) => sumOf(found[index])).map((id) => downloads(id, question)),
    );
  }
}

/** How many there are by type (found), of how many of them nothing is said of casualties (silent), and how many are left out. */
async function read(question, undatedQuestion, signal) {
  const ofEach = (asked) => Promise.all(REPORTS.map((id) => countsOf(id, { by: 'event_type', ...asked }, signal)));
  const [found, silent, left] = await Promise.all([
    ofEach({ ...question, sum: 'killed_best,injured_best' }),
    ofEach({ ...question, filter: `${question.filter} AND ${SAYS_NOTHING}` }),
    Promise.all(undatedQuestion ? REPORTS.map((id) => countMatching(id, undatedQuestion, signal)) : []),
  ]);
  return { found, silent, left: left.reduce((sum, count) => sum + count, 0) };
}

function countsTable(all, silent) {
  const groups = INCIDENT_GROUPS.filter((group) => rowsOf(all, group).length);
  return element(
    'table.reports-table',
    element('caption', text('select.everyType')),
    element('thead', element('tr', ['select.type', 'select.reports', 'select.unknown'].map((key) => element('th', { scope: 'col' }, text(key))))),
    element('tbody', groups.map((group) => row([groupSymbol(group), text(`group.${group.id}`)], rowsOf(all, group), rowsOf(silent, group)))),
    element('tfoot', row([text('select.all')], all, silent)),
  );
}

function row(name, all, silent) {
  return element('tr', element('th', { scope: 'row' }, name), element('td', numberText(sumOf(all))), element('td', numberText(sumOf(silent))));
}

/** What can be added, and of how many reports that isn't known: unknown is not zero. */
function sumText(effect, rows) {
  const sums = rows.map(({ sums: { [`${effect}_best`]: of } }) => of);
  const known = sums.map(({ sum }) => sum).filter((sum) => sum !== null);
  const values = { effect: capitalised(text(`effect.${effect}`)), unknown: sums.reduce((total, { unknown }) => total + unknown, 0), all: sumOf(rows) };
  return known.length ? text('select.sum', { ...values, sum: known.reduce((total, sum) => total + sum, 0) }) : text('select.noSum', values);
}

function downloads(id, question) {
  const links = Object.entries(FORMATS).map(([extension, name]) => element('a', { href: exportAddress(id, extension, question), download: `${id}.${extension}` }, name));
  return element('p.downloads', text('select.download', { layer: text(`layer.${id}`) }), ...links);
}
