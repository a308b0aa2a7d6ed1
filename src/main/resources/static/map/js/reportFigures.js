/**
 * What the page tells of the reports: on the map's plates, in the chart, the legend, the table and the lists. Each of them
 * is asked for anew when what it is about has changed, and all of them say it if that fails. What isn't known is not shown,
 * neither as none nor as it was of something else.
 */
import { sumOf } from './counts.js';
import { failureText } from './failures.js';
import { Latest } from './latest.js';
import { text } from './messages.js';
import { ReportTiles } from './reportTiles.js';
import { MOST_ROWS } from './viewTable.js';

const NOTICE = 'reports';
const TILES = 'tiles';
// Between two rounds of questions, however many changes come.
const PAUSE_MILLISECONDS = 500;
const POLL_MILLISECONDS = 100;

export class ReportFigures {
  #reports;
  #view;
  #notices;
  #timeline;
  #table;
  #onCounted;
  #failed = new Set();
  #ofAllTimes;
  #inPeriod;
  #inView;
  #steps;
  #tiles;
  #address;
  #isRenewing = false;
  #isStale = false;

  /**
   * How many there are by event type, of all times; and of the period by who reports them besides, with a place and
   * without. Null is what isn't known.
   */
  counted = { all: null, placed: null, unplaced: null };

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
    this.#onCounted = onCounted;
    this.#ofAllTimes = this.#asking('all', (signal) => reports.countAll(signal), (all) => {
      timeline.showAll(all);
      this.#take({ all });
    }, () => this.#take({ all: null }));
    this.#inPeriod = this.#asking('period', (signal) => reports.countInPeriod(signal), (counts) => {
      lists.show(sumOf(counts.unplaced), sumOf(counts.placed));
      this.#take(counts);
    }, () => {
      lists.hide();
      this.#forgetPeriod();
    });
    this.#inView = this.#asking('view', (signal) => this.#readInView(signal), (found) => {
      timeline.showCount(found.count);
      table.show(found);
    }, () => {
      timeline.showCount(null);
      table.clear();
    });
    this.#steps = this.#asking('steps', (signal) => this.#countSteps(signal), ({ question, counts }) => timeline.showInView(question, counts),
      () => timeline.showInView(timeline.question, null));
    const onTilesFailure = (error) => this.#fail(TILES, error);
    this.#tiles = new ReportTiles(view, reports.tiles, () => this.#succeed(TILES), onTilesFailure);
    this.#address = new Latest(async () => reports.tiles, (address) => this.#tiles.show(address), onTilesFailure);
  }

  /** Asks for all of it; done when all is answered. What the map's tiles show is apart from that. */
  async renew() {
    // The steps depend on how much time there is.
    await this.#ofAllTimes.now();
    await Promise.all([this.#inPeriod.now(), this.#inView.now(), this.#steps.now()]);
  }

  /** Asks for all of it, since reports have changed: for changes that come meanwhile together, when that is answered. */
  async renewSoon() {
    this.#isStale = true;
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    while (this.#isStale) {
      this.#isStale = false;
      await this.renew();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
    this.#isRenewing = false;
  }

  /** Has tiles read anew: in some blocks of them, or in all where there are none. */
  renewTiles(blocks) {
    this.#tiles.renew(blocks);
  }

  /** Whether the map's plates are those of the period and the groups as they are. */
  get areTilesShown() {
    return this.#tiles.areShown;
  }

  /** Waits for the map's plates. @returns {Promise<string|null>} what is to be said of those that are missing */
  async awaitTiles(mostMilliseconds) {
    const end = Date.now() + mostMilliseconds;
    // What is chosen in this moment is not asked for yet.
    await this.#address.now();
    while (!this.#tiles.areShown && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
    return this.#tiles.areShown && !this.#tiles.haveFailed ? null : text('print.missing', { layer: text('layer.incidents') });
  }

  onMove() {
    this.#steps.soon();
    this.#inView.soon();
  }

  onPeriod() {
    this.#timeline.showCount(null);
    this.#forgetPeriod();
    this.#address.soon();
    this.#inPeriod.soon();
    this.#inView.soon();
  }

  /** Other groups of them are turned on. */
  onSettings() {
    this.#timeline.showCount(null);
    this.#address.soon();
    this.#inView.soon();
  }

  /** The chart needs other bars. */
  onSteps() {
    this.#steps.soon();
  }

  onTable() {
    this.#inView.now();
  }

  #take(counts) {
    Object.assign(this.counted, counts);
    this.#onCounted();
  }

  #forgetPeriod() {
    this.#take({ placed: null, unplaced: null });
  }

  async #readInView(signal) {
    const { box } = this.#view;
    if (this.#table.isOpen) return this.#reports.readWithin(box, MOST_ROWS, signal);
    return { count: await this.#reports.countWithin(box, signal), reports: [] };
  }

  async #countSteps(signal) {
    const { question } = this.#timeline;
    return { question, counts: await this.#reports.countBySteps(this.#view.box, question, signal) };
  }

  /** @param {() => void} hide takes away what was shown before, as it may be true no more */
  #asking(part, ask, show, hide) {
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
