/** The reports in view as a table, for those who don't see the map and for all who prefer to read. */
import { compareTimes } from './events.js';
import { element } from './element.js';
import { text } from './messages.js';
import { casualtiesLine, reporter, title } from './report.js';
import { localTime } from './time.js';

const MOST_ROWS = 500;

export class ViewTable {
  #container;
  #names;
  #onChosen;
  #reports = [];

  constructor(container, names, onChosen) {
    this.#names = names;
    this.#onChosen = onChosen;
    this.#container = element('details.list', { toggle: () => this.#draw() }, element('summary', text('table.title')), element('div.table-frame', { tabindex: '0', role: 'region', 'aria-label': text('table.title') }));
    container.append(this.#container);
  }

  show(reports) {
    this.#reports = [...reports].sort(compareTimes);
    this.#draw();
  }

  #draw() {
    const frame = this.#container.lastChild;
    if (!this.#container.open) {
      frame.replaceChildren();
      return;
    }
    const count = this.#reports.length;
    frame.replaceChildren(
      element(
        'table.reports-table',
        element('caption', text('table.caption', { count }), count > MOST_ROWS ? ` ${text('table.first', { count: MOST_ROWS })}` : null),
        element('thead', element('tr', ['table.when', 'table.what', 'report.place', 'report.reportedBy', 'report.casualties'].map((key) => element('th', { scope: 'col' }, text(key))))),
        element('tbody', this.#reports.slice(0, MOST_ROWS).map((report) => this.#row(report))),
      ),
    );
  }

  #row(report) {
    const { properties } = report;
    return element(
      'tr',
      element('td', element('bdi', { dir: 'ltr' }, localTime(properties))),
      element('td', element('button.in-text', { type: 'button', click: () => this.#onChosen(report) }, title(report))),
      element('td', { dir: 'auto' }, properties.place_as_reported ?? properties.place_name ?? text('report.placeUnknown')),
      element('td', reporter(report, this.#names)),
      element('td', { dir: 'auto' }, casualtiesLine(properties)),
    );
  }
}
