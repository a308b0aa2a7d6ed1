/**
 * What the page tells of the reports: on the map's plates, in the chart, the legend, the table and the lists. Each of them
 * is asked for anew when what it is about has changed, and all of them say it if that fails.
 */
import { sumOf } from './counts.js';
import { failureText } from './failures.js';
import { Latest } from './latest.js';
import { text } from './messages.js';
import { MOST_ROWS } from './viewTable.js';

const NOTICE = 'reports';
const TILES = 'tiles';

export class ReportFigures {
  #reports;
  #view;
  #notices;
  #timeline;
  #table;
  #failed = new Set();
  #ofAllTimes;
  #inPeriod;
  #inView;
  #steps;
  #tiles;

  /** How many there are by event type, of all times; and of the period by who reports them besides, with a place and without. */
  counted = { all: [], placed: [], unplaced: [] };

  /**
   * @param {{timeline, table, lists}} parts of the page that show them
   * @param {() => void} onCounted when {@link counted} is another
   */
  constructor(reports, view, notices, { timeline, table, lists }, onCounted) {
    this.#reports = reports;
    this.#view = view;
    this.#notices = notices;
    this.#timeline = timeline;
    this.#table = table;
    this.#ofAllTimes = this.#asking('all', (signal) => reports.countAll(signal), (all) => {
      this.counted.all = all;
      timeline.showAll(all);
      onCounted();
    });
    this.#inPeriod = this.#asking('period', (signal) => reports.countInPeriod(signal), (counts) => {
      Object.assign(this.counted, counts);
      lists.show(sumOf(counts.unplaced), sumOf(counts.placed));
      onCounted();
    });
    this.#inView = this.#asking('view', (signal) => this.#readInView(signal), (found) => {
      timeline.showCount(found.count);
      table.show(found);
    });
    this.#steps = this.#asking('steps', (signal) => this.#countSteps(signal), ({ days, counts }) => timeline.showInView(days, counts));
    this.#tiles = this.#asking(TILES, async () => reports.tiles, (address) => view.showReports(address));
    view.map.on('error', ({ sourceId, error }) => {
      if (sourceId === 'incidents') this.#fail(TILES, error);
    });
  }

  /** Asks for all of it, since reports have changed; done when all is answered. What the map's tiles show is apart from that. */
  async renew() {
    // The steps depend on how much time there is.
    await this.#ofAllTimes.now();
    await Promise.all([this.#inPeriod.now(), this.#inView.now(), this.#steps.now()]);
  }

  /** Has tiles read anew: in some blocks of them, or in all where there are none. */
  renewTiles(blocks) {
    if (!blocks) this.#succeed(TILES);
    this.#view.renewReports(blocks);
  }

  onMove() {
    this.#steps.soon();
    this.#inView.soon();
  }

  onPeriod() {
    this.#timeline.showCount(null);
    this.#tiles.soon();
    this.#inPeriod.soon();
    this.#inView.soon();
  }

  /** Other groups of them are turned on. */
  onSettings() {
    this.#timeline.draw();
    this.#tiles.soon();
    this.#inView.soon();
  }

  /** The chart needs bars of another length. */
  onSteps() {
    this.#steps.soon();
  }

  onTable() {
    this.#inView.now();
  }

  async #readInView(signal) {
    const { box } = this.#view;
    if (this.#table.isOpen) return this.#reports.readWithin(box, MOST_ROWS, signal);
    return { count: await this.#reports.countWithin(box, signal), reports: [] };
  }

  async #countSteps(signal) {
    const { days } = this.#timeline;
    return { days, counts: await this.#reports.countBySteps(this.#view.box, days, signal) };
  }

  #asking(part, ask, show) {
    const onAnswer = (answer) => {
      this.#succeed(part);
      show(answer);
    };
    return new Latest(ask, onAnswer, (error) => this.#fail(part, error));
  }

  #fail(part, error) {
    this.#failed.add(part);
    const retry = () => {
      this.renewTiles(null);
      return this.renew();
    };
    this.#notices.failure(NOTICE, text('notice.failed', { layer: text('layer.incidents'), reason: failureText(error) }), retry);
  }

  #succeed(part) {
    this.#failed.delete(part);
    if (!this.#failed.size) this.#notices.clear(NOTICE);
  }
}
