/** The positions that somebody marks for a tool: with clicks on the map, or with the map's middle. */
export class Marks {
  #positions = [];
  #most;
  #isFinished = false;
  #listeners = [];
  #pointed = null;

  /** @param {number} most how many there may be: the one after it begins anew */
  constructor(most) {
    this.#most = most;
  }

  get positions() {
    return this.#positions;
  }

  /** The same with the place that the mouse is at, as long as more may follow. */
  get withPointed() {
    return this.#pointed && this.#positions.length && !this.isFinished ? [...this.#positions, this.#pointed] : this.#positions;
  }

  get isFinished() {
    return this.#isFinished || this.#positions.length === this.#most;
  }

  /** Whether a mark replaces the one before it. */
  get isSingle() {
    return this.#most === 1;
  }

  allow(most) {
    this.#most = most;
    this.clear();
  }

  take(position) {
    if (this.isFinished) this.#begin();
    // Two clicks of a double click are one place.
    if (String(this.#positions.at(-1)) === String(position)) return;
    this.#positions = [...this.#positions, position];
    this.#pointed = null;
    this.#tell();
  }

  point(position) {
    if (this.isSingle || this.isFinished || !this.#positions.length) return;
    this.#pointed = position;
    this.#tell();
  }

  finish() {
    if (this.#isFinished || !this.#positions.length) return;
    this.#isFinished = true;
    this.#tell();
  }

  undo() {
    this.#positions = this.#positions.slice(0, -1);
    this.#isFinished = false;
    this.#tell();
  }

  clear() {
    this.#begin();
    this.#tell();
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  #begin() {
    this.#positions = [];
    this.#pointed = null;
    this.#isFinished = false;
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
