/** All reports of the period as lists: what has no place on the map is found here, and so is everything without a mouse. */
import { element } from './element.js';
import { eventItem } from './events.js';
import { failureText } from './failures.js';
import { Latest } from './latest.js';
import { reportSummary } from './report.js';
import { text } from './messages.js';

const FIRST_READ = 500;
// What the server gives at the most at once.
const MOST_READ = 10_000;

export class ReportsList {
  #unplaced;
  #placed;

  /** @param {(incident) => void} onChosen when a report with a place is chosen */
  constructor(container, reports, names, onChosen) {
    this.#unplaced = new PartList('reports.unplaced', async (most, signal) => {
      const found = await reports.readUnplaced(most, signal);
      const events = await reports.readEvents(found.reports, signal);
      return { ...found, content: [element('p.note', text('reports.unplacedNote')), events.map((accounts) => eventItem(accounts, names, false))] };
    });
    const item = (incident) => element('li', element('button.choose', { type: 'button', click: () => onChosen(incident) }, reportSummary(incident, names)));
    this.#placed = new PartList('reports.placed', async (most, signal) => {
      const found = await reports.readPlaced(most, signal);
      return { ...found, content: [element('ol.chosen', found.reports.map(item))] };
    });
    container.append(this.#unplaced.element, this.#placed.element);
  }

  /** Says how many there are, and reads what is open anew. */
  show(unplaced, placed) {
    this.#unplaced.show(unplaced, unplaced > 0);
    this.#placed.show(placed, true);
  }

  /** Where it isn't known how many there are. */
  hide() {
    this.#unplaced.hide();
    this.#placed.hide();
  }
}

/** A list that is read when it is opened, and further when somebody asks for more of it. */
class PartList {
  #title;
  #most = FIRST_READ;
  #summary = element('summary');
  #body = element('div');
  #reading;

  constructor(title, read) {
    this.#title = title;
    this.#reading = new Latest((signal) => read(this.#most, signal), (found) => this.#fill(found), (error) => this.#fail(error));
    this.element = element('details.list', { hidden: true, toggle: () => this.#onToggle() }, this.#summary, this.#body);
  }

  show(count, isThere) {
    this.element.hidden = !isThere;
    this.#summary.textContent = text(this.#title, { count });
    if (this.element.open) this.#reading.soon();
  }

  hide() {
    this.element.hidden = true;
  }

  #onToggle() {
    this.#most = FIRST_READ;
    if (this.element.open) this.#reading.now();
    else this.#body.replaceChildren();
  }

  #fill({ count, reports, content }) {
    if (!this.element.open) return;
    const hadFocus = this.#body.contains(document.activeElement);
    const before = this.#entries.length;
    this.#body.replaceChildren(element('div', content));
    // Whoever asked for more goes on with the first that was not there before; whoever tried again, with the first.
    if (hadFocus) this.#entries[before < this.#entries.length ? before : 0]?.focus();
    if (count <= reports.length) return;
    this.#body.append(element('p.note', text('reports.first', { count: reports.length })));
    if (this.#most < MOST_READ) this.#body.append(element('button', { type: 'button', click: () => this.#readMore() }, text('reports.more')));
  }

  get #entries() {
    return this.#body.querySelectorAll('.choose, summary');
  }

  #readMore() {
    this.#most = Math.min(MOST_READ, 4 * this.#most);
    this.#reading.now();
  }

  #fail(error) {
    const retry = element('button', { type: 'button', click: () => this.#reading.now() }, text('notice.retry'));
    this.#body.replaceChildren(element('p.note', text('tool.failed', { reason: failureText(error) })), retry);
  }
}
