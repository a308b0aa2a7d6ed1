/**
 * The numbers of reports on the map's plates: tiles that MapLibre asks for. Each is asked for once at a time, so that no
 * older answer comes after a newer one. One that can't be read is missing from the map; that is told until all are there.
 */
import { ReadFailure } from './collections.js';

const SOURCE = 'incidents';
const MOST_TILES = 1000;
const POLL_MILLISECONDS = 50;
// For what is being read when something else is wanted; then it is given up, and with it what is drawn.
const PATIENCE_MILLISECONDS = 1000;

export class ReportTiles {
  #view;
  #map;
  #onRead;
  // Where the map reads them, and where it should.
  #address;
  #wanted;
  // What is to be read anew: all of them, or those of some blocks.
  #areAllStale = false;
  #stale = [];
  #hasFailed = false;
  #timer = null;
  #waitingSince = null;

  /**
   * @param {string} address the one that the map begins with
   * @param {() => void} onRead when all that are to be seen are there
   * @param {(error: Error) => void} onFailure when one can't be read
   */
  constructor(view, address, onRead, onFailure) {
    this.#view = view;
    this.#map = view.map;
    this.#address = this.#wanted = address;
    this.#onRead = onRead;
    this.#map.on('error', ({ sourceId, error }) => {
      if (sourceId !== SOURCE) return;
      this.#hasFailed = true;
      onFailure(failureOf(error));
    });
  }

  /** Whether what is wanted is on the map, as far as it can be read. */
  get areShown() {
    return !this.#isToDo && this.#map.isSourceLoaded(SOURCE);
  }

  get haveFailed() {
    return this.#hasFailed;
  }

  /** Brings them to those that are to be seen. */
  show(address) {
    this.#wanted = address;
    this.#goOn();
  }

  /**
   * Reads them anew: those of some blocks, or all of them where there are none.
   *
   * @param {number[][]|null} blocks each with zoom, first and last column, first and last row, as the change feed tells them
   */
  renew(blocks) {
    if (blocks) this.#stale.push(...blocks);
    else this.#areAllStale = true;
    this.#goOn();
  }

  get #isToDo() {
    return this.#wanted !== this.#address || this.#areAllStale || this.#stale.length > 0;
  }

  /** Does what is to be done as soon as nothing is being read. */
  #goOn() {
    clearTimeout(this.#timer);
    const isReading = !this.#map.isSourceLoaded(SOURCE);
    if (isReading && !this.#isTooLong()) {
      this.#timer = setTimeout(() => this.#goOn(), POLL_MILLISECONDS);
    } else if (this.#isToDo) {
      this.#waitingSince = null;
      this.#read(isReading);
      this.#timer = setTimeout(() => this.#goOn(), POLL_MILLISECONDS);
    } else {
      this.#waitingSince = null;
      // Of a tile that comes, and is as it was, MapLibre tells nothing: the map wouldn't become idle before it is moved.
      this.#map.triggerRepaint();
      if (!this.#hasFailed) this.#onRead();
    }
  }

  /** Whether other numbers are wanted for long, while those are still being read that nobody wants any more. */
  #isTooLong() {
    if (this.#wanted === this.#address) return false;
    this.#waitingSince ??= Date.now();
    return Date.now() - this.#waitingSince > PATIENCE_MILLISECONDS;
  }

  #read(isReading) {
    const isOther = this.#wanted !== this.#address;
    const tiles = this.#areAllStale || isOther ? null : tilesOf(this.#stale, this.#map.getZoom());
    this.#address = this.#wanted;
    this.#areAllStale = false;
    this.#stale = [];
    if (tiles) {
      this.#map.refreshTiles(SOURCE, tiles);
    } else if (this.#hasFailed || isReading) {
      // MapLibre would wait for ever for a tile that has failed, and gives up none that it has asked for.
      this.#hasFailed = false;
      this.#view.replaceReports(this.#address);
    } else if (isOther) {
      this.#map.getSource(SOURCE).setTiles([this.#address]);
    } else {
      this.#map.refreshTiles(SOURCE);
    }
  }
}

/** Those of some blocks of tiles that may be on the map now; null, for all, where they are more than is worth listing. */
function tilesOf(blocks, zoom) {
  const near = blocks.filter(([z]) => z <= zoom);
  const count = near.reduce((sum, [, left, right, top, bottom]) => sum + (right - left + 1) * (bottom - top + 1), 0);
  if (count > MOST_TILES) return null;
  return near.flatMap(([z, left, right, top, bottom]) => range(left, right).flatMap((x) => range(top, bottom).map((y) => ({ z, x, y }))));
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** MapLibre gives what was answered, or 0 when nothing was; other failures are in its own words. */
function failureOf(error) {
  if (error.status === undefined) return error;
  return error.status ? new ReadFailure('status', error.status) : new ReadFailure('noAnswer');
}
