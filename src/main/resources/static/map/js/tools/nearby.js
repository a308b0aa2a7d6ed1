/** Lists what is reported within a distance of a point and some days of a day, the nearest first. */
import { countMatching, readPage } from '../collections.js';
import { DAY_MILLISECONDS, utcDay } from '../days.js';
import { element } from '../element.js';
import { circle, distance } from '../geodesic.js';
import { text } from '../messages.js';
import { timeOf } from '../period.js';
import { reportSummary } from '../report.js';
import { REPORTS } from '../reports.js';
import { distanceText, lengthText, uncertaintyText } from '../words.js';
import { Answer } from './answer.js';
import { DistanceField, field } from './fields.js';
import { Marks } from './marks.js';
import { spanText, undated } from './question.js';
import { inWorld, pointText } from './shapes.js';

const MOST_LISTED = 100;

export class Nearby {
  id = 'nearby';
  marks = new Marks(1);
  #sketch;
  #names;
  #period;
  #openReport;
  #answer = new Answer();
  #distance = new DistanceField('nearby.distance', 5_000, () => this.#ask());
  #day = element('input', { type: 'date', input: () => this.#ask() });
  #days = element('input', { type: 'number', min: '0', max: '3650', step: '1', value: '3', input: () => this.#ask() });

  constructor(sketch, names, period, openReport) {
    this.#sketch = sketch;
    this.#names = names;
    this.#period = period;
    this.#openReport = openReport;
    this.marks.onChange(() => this.#ask());
  }

  get content() {
    return [...this.#distance.elements, field('nearby.day', this.#day), field('nearby.days', this.#days), ...this.#answer.elements];
  }

  open() {
    this.#day.value = utcDay(this.#period.days?.to) ?? '';
  }

  close() {
    this.#answer.clear();
  }

  get #span() {
    if (!this.#day.value) return null;
    const day = Date.parse(this.#day.value);
    const days = Number(this.#days.value) * DAY_MILLISECONDS;
    return { from: day - days, to: day + days };
  }

  #ask() {
    const [place] = inWorld(this.marks.positions) ?? [];
    const metres = this.#distance.metres;
    this.#sketch.show(place && metres !== null && circle(place, metres), { type: 'MultiPoint', coordinates: this.marks.positions });
    if (!place) {
      this.#answer.clear();
    } else if (metres === null || !this.#days.checkValidity()) {
      this.#answer.fail(text('tool.noDistance'));
    } else {
      const span = this.#span;
      this.#answer.ask((signal) => read(place, metres, span, signal), (found) => this.#show(place, metres, span, found));
    }
  }

  #show(place, metres, span, { points, areas, left }) {
    const count = points.numberMatched + areas.numberMatched;
    const listed = points.features.length + areas.features.length;
    this.#answer.say(
      text('nearby.found', { count, distance: distanceText(metres), span: spanText(span) }),
      ...[
        left && text('timeline.undated', { count: left }),
        listed < count && text('nearby.first', { count: listed }),
      ].filter(Boolean).map((words) => element('p', words)),
      this.#list(points.features, ({ geometry, properties }) => text('nearby.away', {
        distance: lengthText(distance(place, geometry.coordinates)),
        precision: uncertaintyText({ uncertainty_m: properties.uncertainty_m }),
      })),
      areas.features.length ? [element('h3', text('nearby.areas')), this.#list(areas.features, () => null)] : [],
      element('p.note', text('nearby.note')),
    );
  }

  #list(reports, awayText) {
    return element(
      'ol.chosen',
      reports.map((report) =>
        element('li', element('button.choose', { type: 'button', click: () => this.#openReport(report) }, reportSummary(report, this.#names), element('span.away', awayText(report)))),
      ),
    );
  }
}

async function read(place, metres, span, signal) {
  const filter = `within_distance(geom, ${pointText(place)}, ${metres})`;
  const question = { filter, ...timeOf(span), sortby: `nearest(geom, ${pointText(place)})`, limit: MOST_LISTED };
  const [points, areas, ...left] = await Promise.all([
    ...REPORTS.map((id) => readPage(id, question, signal)),
    ...(span ? REPORTS.map((id) => countMatching(id, undated(filter), signal)) : []),
  ]);
  return { points, areas, left: left.reduce((sum, count) => sum + count, 0) };
}
