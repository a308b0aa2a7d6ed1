/**
 * What the page tells of the reports: on the map's plates, in the chart, the legend, the table and the lists. Each of them
 * is asked for anew when what it is about has changed, and all of them say it if that fails.
 */
import { sumOf } from './counts.js';
import { failureText } from './failures.js';
import { Latest } from './latest.js';
import { text } from './messages.js';
import { ReportTiles } from './reportTiles.js';
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
  #address;

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
    const showInView = (found) => {
      timeline.showCount(found.count);
      table.show(found);
    };
    // What was in view before is not what is in view.
    const hideInView = () => {
      timeline.showCount(null);
      table.clear();
    };
    this.#inView = this.#asking('view', (signal) => this.#readInView(signal), showInView, hideInView);
    const showSteps = ({ days, counts }) => timeline.showInView(days, counts);
    this.#steps = this.#asking('steps', (signal) => this.#countSteps(signal), showSteps, () => timeline.showInView(timeline.days, []));
    const onTilesFailure = (error) => this.#fail(TILES, error);
    this.#tiles = new ReportTiles(view, reports.tiles, () => this.#succeed(TILES), onTilesFailure);
    this.#address = new Latest(async () => reports.tiles, (address) => this.#tiles.show(address), onTilesFailure);
  }

  /** Asks for all of it, since reports have changed; done when all is answered. What the map's tiles show is apart from that. */
  async renew() {
    // The steps depend on how much time there is.
    await this.#ofAllTimes.now();
    await Promise.all([this.#inPeriod.now(), this.#inView.now(), this.#steps.now()]);
  }

  /** Has tiles read anew: in some blocks of them, or in all where there are none. */
  renewTiles(blocks) {
    this.#tiles.renew(blocks);
  }

  onMove() {
    this.#steps.soon();
    this.#inView.soon();
  }

  onPeriod() {
    this.#timeline.showCount(null);
    this.#address.soon();
    this.#inPeriod.soon();
    this.#inView.soon();
  }

  /** Other groups of them are turned on. */
  onSettings() {
    this.#timeline.draw();
    this.#address.soon();
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

  /** @param {() => void} [hide] takes away what was shown before, where that is true no more */
  #asking(part, ask, show, hide = () => {}) {
    const onAnswer = (answer) => {
      this.#succeed(part);
      show(answer);
    };
    const onFailure = (error) => {
      this.#fail(part, error);
      hide();
    };
    return new Latest(ask, onAnswer, onFailure);
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
    if (this.#failed.delete(part) && !this.#failed.size) this.#notices.clear(NOTICE);
  }
}
