/** The reports in view as a table, for those who don't see the map and for all who prefer to read. */
import { element } from './element.js';
import { text } from './messages.js';
import { casualtiesLine, reporter, title } from './report.js';
import { localTime } from './time.js';

/** How many rows it has at the most. */
export const MOST_ROWS = 200;

export class ViewTable {
  #container;
  #names;
  #onChosen;

  /** @param {() => void} onToggle when it is opened or closed: while it is closed it shows nothing */
  constructor(container, names, onChosen, onToggle) {
    this.#names = names;
    this.#onChosen = onChosen;
    this.#container = element('details.list', { toggle: onToggle }, element('summary', text('table.title')), element('div.table-frame', { tabindex: '0', role: 'region', 'aria-label': text('table.title') }));
    container.append(this.#container);
  }

  get isOpen() {
    return this.#container.open;
  }

  /** @param count how many there are, of which the reports are the first */
  show({ count, reports }) {
    if (!this.isOpen) {
      this.clear();
      return;
    }
    this.#container.lastChild.replaceChildren(
      element(
        'table.reports-table',
        element('caption', text('table.caption', { count }), count > reports.length ? ` ${text('table.first', { count: reports.length })}` : null),
        element('thead', element('tr', ['table.when', 'table.what', 'report.place', 'report.reportedBy', 'report.casualties'].map((key) => element('th', { scope: 'col' }, text(key))))),
        element('tbody', reports.map((report) => this.#row(report))),
      ),
    );
  }

  clear() {
    this.#container.lastChild.replaceChildren();
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
