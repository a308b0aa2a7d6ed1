/** Counts the reports within a box or polygon, by type, and offers exactly these for download. */
import { countMatching, exportAddress, readMatching } from '../collections.js';
import { element } from '../element.js';
import { INCIDENT_GROUPS, groupOf } from '../incidentGroups.js';
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

const COLUMNS = 'event_type,casualties,casualties_as_reported,killed_best,injured_best';
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

  #show({ reports, left }, question, days) {
    const all = reports.flat();
    this.#answer.say(
      text('select.found', { count: all.length, span: spanText(days) }),
      left ? element('p', text('timeline.undated', { count: left })) : [],
      countsTable(all),
      ['killed', 'injured'].map((effect) => element('p', sumText(effect, all))),
      REPORTS.filter((_, index) => reports[index].length).map((id) => downloads(id, question)),
    );
  }
}

async function read(question, undatedQuestion, signal) {
  const [reports, left] = await Promise.all([
    Promise.all(REPORTS.map((id) => readMatching(id, { ...question, properties: COLUMNS }, signal))),
    Promise.all(undatedQuestion ? REPORTS.map((id) => countMatching(id, undatedQuestion, signal)) : []),
  ]);
  return { reports, left: left.reduce((sum, count) => sum + count, 0) };
}

function countsTable(reports) {
  const rows = INCIDENT_GROUPS.map((group) => ({ group, own: reports.filter((report) => groupOf(report) === group) })).filter(({ own }) => own.length);
  return element(
    'table.reports-table',
    element('caption', text('select.everyType')),
    element('thead', element('tr', ['select.type', 'select.reports', 'select.unknown'].map((key) => element('th', { scope: 'col' }, text(key))))),
    element('tbody', rows.map(({ group, own }) => row([groupSymbol(group), text(`group.${group.id}`)], own))),
    element('tfoot', row([text('select.all')], reports)),
  );
}

function row(name, reports) {
  return element('tr', element('th', { scope: 'row' }, name), element('td', numberText(reports.length)), element('td', numberText(reports.filter(saysNothingOfCasualties).length)));
}

function saysNothingOfCasualties({ properties: { casualties, casualties_as_reported: words } }) {
  return !casualties?.length && !words;
}

/** What can be added, and of how many reports that isn't known: unknown is not zero. */
function sumText(effect, reports) {
  const figures = reports.map(({ properties }) => properties[`${effect}_best`]).filter((figure) => figure !== null && figure !== undefined);
  const values = { effect: capitalised(text(`effect.${effect}`)), unknown: reports.length - figures.length, all: reports.length };
  return figures.length ? text('select.sum', { ...values, sum: figures.reduce((sum, figure) => sum + figure, 0) }) : text('select.noSum', values);
}

function downloads(id, question) {
  const links = Object.entries(FORMATS).map(([extension, name]) => element('a', { href: exportAddress(id, extension, question), download: `${id}.${extension}` }, name));
  return element('p.downloads', text('select.download', { layer: text(`layer.${id}`) }), ...links);
}
