/**
 * The numbers of reports on the map's plates: tiles that MapLibre asks for. One that can't be read is missing from the map;
 * that is told until all are there.
 */
import { ReadFailure } from './collections.js';

const SOURCE = 'incidents';
const MOST_TILES = 1000;
const POLL_MILLISECONDS = 100;

export class ReportTiles {
  #view;
  #map;
  #address;
  #hasFailed = false;
  #later = [];
  #timer = null;

  /**
   * @param {string} address the one that the map begins with
   * @param {() => void} onRead when all that are to be seen are there
   * @param {(error: Error) => void} onFailure when one can't be read
   */
  constructor(view, address, onRead, onFailure) {
    this.#view = view;
    this.#map = view.map;
    this.#address = address;
    this.#map.on('error', ({ sourceId, error }) => {
      if (sourceId !== SOURCE) return;
      this.#hasFailed = true;
      onFailure(failureOf(error));
    });
    // All are read by then, or have failed.
    this.#map.on('idle', () => {
      if (!this.#hasFailed) onRead();
      if (this.#later.length) this.#renew(this.#later.splice(0));
    });
  }

  /** Brings them to those that are to be seen. */
  show(address) {
    if (address === this.#address) return;
    this.#address = address;
    if (this.#hasFailed) this.#begin();
    else this.#map.getSource(SOURCE).setTiles([address]);
    this.#awaitRead();
  }

  /**
   * Reads them anew: those of some blocks, or all of them where there are none.
   *
   * @param {number[][]|null} blocks each with zoom, first and last column, first and last row, as the change feed tells them
   */
  renew(blocks) {
    // Those that are on their way may have been made before what has changed.
    if (blocks && !this.#map.isSourceLoaded(SOURCE)) this.#later.push(...blocks);
    this.#renew(blocks);
  }

  #renew(blocks) {
    const tiles = blocks ? tilesOf(blocks, this.#map.getZoom()) : undefined;
    if (!tiles && this.#hasFailed) this.#begin();
    else this.#map.refreshTiles(SOURCE, tiles);
    this.#awaitRead();
  }

  /** Of a tile that comes, and is as it was, MapLibre tells nothing: the map wouldn't become idle before it is moved. */
  #awaitRead() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#map.isSourceLoaded(SOURCE) ? this.#map.triggerRepaint() : this.#awaitRead()), POLL_MILLISECONDS);
  }

  /** With no tile at all, as MapLibre waits for ever for one that has failed when it reads all anew. */
  #begin() {
    this.#hasFailed = false;
    this.#view.replaceReports(this.#address);
  }
}

/** Those of some blocks of tiles that may be on the map now; undefined, for all, where they are more than is worth listing. */
function tilesOf(blocks, zoom) {
  const near = blocks.filter(([z]) => z <= zoom);
  const count = near.reduce((sum, [, left, right, top, bottom]) => sum + (right - left + 1) * (bottom - top + 1), 0);
  if (count > MOST_TILES) return undefined;
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
